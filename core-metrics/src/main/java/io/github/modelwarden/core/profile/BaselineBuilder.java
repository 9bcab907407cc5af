package io.github.modelwarden.core.profile;

import io.github.modelwarden.core.binning.CategoricalBinning;
import io.github.modelwarden.core.binning.NumericBinning;
import io.github.modelwarden.core.data.CategoricalColumn;
import io.github.modelwarden.core.data.CategoricalFeature;
import io.github.modelwarden.core.data.Column;
import io.github.modelwarden.core.data.Feature;
import io.github.modelwarden.core.data.FeatureType;
import io.github.modelwarden.core.data.NumericColumn;
import io.github.modelwarden.core.data.Schema;
import io.github.modelwarden.core.data.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Profiles reference rows that come in blocks, in bounded memory whatever their number:
 *
 * <pre>{@code
 * BaselineBuilder builder = Baseline.builder();
 * do {
 *     for (Table block : blocks) {
 *         builder.accept(block);
 *     }
 * } while (!builder.endOfPass());
 * Baseline baseline = builder.build();
 * }</pre>
 *
 * <p>One pass is enough as a rule. Up to {@value #DEFAULT_HELD_ROWS} rows are held, and bins are cut from all their values;
 * of more rows each distinct value is counted while these are few, and else narrow intervals of values, from which bins of
 * equal frequency over all rows are cut. Only if most of a column's values crowd in a range that is tiny in comparison with
 * the distances between the others, such an interval can be too wide, and another pass over the same rows looks into it; there
 * are never more than three. Either way the counts of the baseline are exact, and neither they nor the bins depend on the
 * order of the rows or on how they are cut into blocks. Distinct categories are counted up to 50 000 a column; those that
 * first occur after them are counted as {@code other}.
 *
 * <p>A numeric column {@link DatasetProfile#SCORE} is taken as the model's score and added up by bin of the other columns. Not
 * thread-safe.
 */
public final class BaselineBuilder {

    /** Up to this many rows are held, fewer if a table has more than 60 columns. */
    public static final int DEFAULT_HELD_ROWS = 262_144;

    /** Without a schema, so many categories of a column have a bin of their own. */
    public static final int DEFAULT_CATEGORIES = 1000;

    private static final int MAX_HELD_VALUES = 1 << 24;
    private static final int MAX_INTERVALS = 1 << 14;
    private static final int MIN_INTERVALS = 1 << 12;
    private static final int MAX_EXACT = 1 << 16;
    private static final int MAX_PASSES = 3;

    private enum State {
        CONFIGURED,
        FEEDING,
        COMPLETE
    }

    private final @Nullable Schema schema;
    private int bins = Baseline.DEFAULT_BINS;
    private int cells = NumericBinning.DEFAULT_CELLS;
    private long keptValues;
    private int heldRows = DEFAULT_HELD_ROWS;
    private Map<String, List<String>> declared = Map.of();
    private int intervalLimit;
    private int maxPasses = MAX_PASSES;

    private State state = State.CONFIGURED;
    private final Map<String, ColumnBuilder> columns = new LinkedHashMap<>();
    private Map<String, FeatureType> types = Map.of();
    private int pass = 1;
    private long rows;
    private long rowsOfPass;

    private BaselineBuilder(@Nullable Schema schema) {
        this.schema = schema;
    }

    static BaselineBuilder of(@Nullable Schema schema) {
        return new BaselineBuilder(schema);
    }

    /**
     * Sets the number of bins.
     *
     * @param bins equal-frequency bins of a numeric column, 2 to 100; 10 by default
     * @return this builder
     * @throws IllegalStateException if rows have been fed
     */
    public BaselineBuilder withBins(int bins) {
        requireUnfed();
        this.bins = bins;
        return this;
    }

    /**
     * Sets the number of cells.
     *
     * @param cells cells of a numeric column, at least one a bin and at most 50 000; 1024 by default
     * @return this builder
     * @throws IllegalStateException if rows have been fed
     */
    public BaselineBuilder withCells(int cells) {
        requireUnfed();
        this.cells = cells;
        return this;
    }

    /**
     * Keeps the single values of numeric columns in the profile, so that statistics are exact while data is small.
     *
     * @param limit the most values of a column that are kept: with more, none are; 0 by default
     * @return this builder
     * @throws IllegalStateException if rows have been fed
     * @throws IllegalArgumentException if the limit is negative
     */
    public BaselineBuilder withKeptValues(long limit) {
        requireUnfed();
        this.keptValues = KeptValues.upTo(limit).limit();
        return this;
    }

    /**
     * Sets how many rows are held before memory is saved.
     *
     * @param rows the number of rows, at least 1
     * @return this builder
     * @throws IllegalStateException if rows have been fed
     * @throws IllegalArgumentException if it is below 1
     */
    public BaselineBuilder withHeldRows(int rows) {
        requireUnfed();
        if (rows < 1) {
            throw new IllegalArgumentException("baseline: expected to hold at least 1 row but got " + rows);
        }
        this.heldRows = rows;
        return this;
    }

    /**
     * Never asks for another pass, for rows that cannot be read again. Counts stay exact; in the rare case described above
     * bins and cells of a column are coarser than wanted.
     *
     * @return this builder
     * @throws IllegalStateException if rows have been fed
     */
    public BaselineBuilder withSinglePass() {
        requireUnfed();
        this.maxPasses = 1;
        return this;
    }

    /** Sets how many intervals of values are counted, for tests. */
    /**
     * Declares categories. A column of the reference with this name has a bin for each of them, and others are counted as
     * {@code other}.
     *
     * @param categories the categories in order by column name; columns that are not named have the categories that are
     *     found
     * @return this builder
     * @throws IllegalStateException if rows have been fed
     */
    public BaselineBuilder withCategories(Map<String, List<String>> categories) {
        requireUnfed();
        this.declared = Map.copyOf(categories);
        return this;
    }

    BaselineBuilder withIntervals(int intervals) {
        this.intervalLimit = intervals;
        return this;
    }

    private void requireUnfed() {
        if (state != State.CONFIGURED) {
            throw new IllegalStateException("baseline: expected options before the first block of rows but " + rows
                    + " rows have been fed; make a new builder");
        }
    }

    /**
     * Takes a block of rows.
     *
     * @param block rows with the columns of the schema, found by name, others are passed over; without a schema with the
     *     columns of the first block
     * @return this builder
     * @throws IllegalArgumentException if a column is missing or of the other type, an option is out of range
     * @throws IllegalStateException if all passes are over
     */
    public BaselineBuilder accept(Table block) {
        if (state == State.COMPLETE) {
            throw new IllegalStateException(
                    "baseline: expected no more rows after endOfPass() returned true; make a new builder");
        }
        if (state == State.CONFIGURED) {
            start(block);
        }
        requireColumns(block);
        NumericColumn scores =
                types.get(DatasetProfile.SCORE) == FeatureType.NUMERIC ? block.numeric(DatasetProfile.SCORE) : null;
        columns.forEach((name, column) -> {
            boolean output = name.equals(DatasetProfile.SCORE) || name.equals(DatasetProfile.CLASS);
            column.accept(types.containsKey(name) ? block.column(name) : missing(name, block), output ? null : scores);
        });
        rowsOfPass += block.rowCount();
        return this;
    }

    private void start(Table block) {
        // bins are cut when all rows are there, which is late to hear of a wrong option
        NumericBinning.equalFrequency(new double[] {0}, bins, cells);
        types = new LinkedHashMap<>();
        if (schema == null) {
            block.columnNames()
                    .forEach(name -> types.put(name, block.column(name).type()));
        } else {
            schema.features().forEach(feature -> types.put(feature.name(), feature.type()));
            if (block.has(DatasetProfile.SCORE)) {
                types.put(DatasetProfile.SCORE, FeatureType.NUMERIC);
            }
            if (block.has(DatasetProfile.CLASS)) {
                types.put(DatasetProfile.CLASS, FeatureType.CATEGORICAL);
            }
        }
        requireColumns(block);
        if (schema == null) {
            types.forEach((name, type) ->
                    columns.put(name, builder(name, type, declared.getOrDefault(name, List.of()), false)));
        } else {
            for (Feature feature : schema.features()) {
                List<String> known =
                        feature instanceof CategoricalFeature categorical ? categorical.categories() : List.of();
                columns.put(feature.name(), builder(feature.name(), feature.type(), known, true));
            }
            boolean scored = types.containsKey(DatasetProfile.SCORE);
            columns.put(DatasetProfile.SCORE, builder(DatasetProfile.SCORE, FeatureType.NUMERIC, List.of(), scored));
            List<String> classes =
                    List.of(schema.label().positive(), schema.label().negative());
            columns.put(DatasetProfile.CLASS, builder(DatasetProfile.CLASS, FeatureType.CATEGORICAL, classes, false));
        }
        state = State.FEEDING;
    }

    private ColumnBuilder builder(String name, FeatureType type, List<String> categories, boolean valuesRequired) {
        if (type == FeatureType.CATEGORICAL && !categories.isEmpty()) {
            FeatureProfile profile = FeatureProfile.create(name, CategoricalBinning.of(categories));
            return new FixedColumnBuilder(profile);
        }
        if (type == FeatureType.CATEGORICAL) {
            return new CategoricalColumnBuilder(name, schema == null ? DEFAULT_CATEGORIES : 0);
        }
        int width = types.size() + 1;
        int space = Math.max(MIN_INTERVALS, Math.min(MAX_INTERVALS, MAX_HELD_VALUES / 4 / width));
        int intervals = intervalLimit > 0 ? intervalLimit : Math.max(space, 4 * cells);
        return new NumericColumnBuilder(
                name,
                new BaselineOptions(
                        bins,
                        cells,
                        keptValues,
                        heldRows(width),
                        Math.max(intervals, Math.min(MAX_EXACT, 4 * intervals)),
                        intervals,
                        valuesRequired));
    }

    /** Rows whose values are kept in the end can as well be held until then. */
    private int heldRows(int width) {
        int affordable = Math.min(heldRows, Math.max(MIN_INTERVALS, MAX_HELD_VALUES / width));
        return (int) Math.max(affordable, Math.min(keptValues, Integer.MAX_VALUE - 8));
    }

    private void requireColumns(Table block) {
        if (schema == null && !types.keySet().equals(Set.copyOf(block.columnNames()))) {
            throw new IllegalArgumentException("baseline: expected a block with the columns " + types.keySet()
                    + " of the first one but got " + block.columnNames() + "; feed blocks of one table");
        }
        types.forEach((name, type) -> {
            switch (type) {
                case NUMERIC -> block.numeric(name);
                case CATEGORICAL -> block.categorical(name);
            }
        });
    }

    /** A column of the model's output that the rows do not have. */
    private static Column missing(String name, Table block) {
        if (name.equals(DatasetProfile.CLASS)) {
            return CategoricalColumn.of(name, Collections.nCopies(block.rowCount(), null));
        }
        double[] none = new double[block.rowCount()];
        Arrays.fill(none, Double.NaN);
        return NumericColumn.adopt(name, none);
    }

    /**
     * Ends a pass over all blocks.
     *
     * @return true if the baseline can be built; false if all blocks have to be fed once more
     * @throws IllegalStateException if no block has been fed, or other rows than in the pass before
     */
    public boolean endOfPass() {
        if (state == State.CONFIGURED) {
            throw new IllegalStateException("baseline: expected at least one block of rows before endOfPass()");
        }
        if (state == State.COMPLETE) {
            return true;
        }
        if (pass > 1 && rowsOfPass != rows) {
            throw new IllegalStateException("baseline: expected the " + rows + " rows of the first pass again but got "
                    + rowsOfPass + "; feed the same blocks in every pass");
        }
        rows = rowsOfPass;
        rowsOfPass = 0;
        boolean another = false;
        for (ColumnBuilder column : columns.values()) {
            another |= column.needsAnotherPass();
        }
        if (!another || pass == maxPasses) {
            state = State.COMPLETE;
        }
        pass++;
        return state == State.COMPLETE;
    }

    /** {@return whether all rows are taken, so that {@link #build()} is possible} */
    public boolean complete() {
        return state == State.COMPLETE;
    }

    /**
     * Makes the baseline.
     *
     * @return the baseline of all rows
     * @throws IllegalStateException if {@link #endOfPass()} has not returned true
     * @throws IllegalArgumentException if an option is out of range, or a numeric feature of the schema has no value
     */
    public Baseline build() {
        if (state != State.COMPLETE) {
            throw new IllegalStateException("baseline: expected endOfPass() to return true before build();"
                    + " feed the blocks again until it does");
        }
        List<FeatureProfile> profiles = new ArrayList<>();
        columns.values().forEach(column -> profiles.add(column.build()));
        return new Baseline(new DatasetProfile(profiles), Map.of());
    }
}
