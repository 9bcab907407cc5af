package io.github.modelwarden.core.quality;

import io.github.modelwarden.core.data.Column;
import io.github.modelwarden.core.data.FeatureType;
import io.github.modelwarden.core.data.Table;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the constraints have to know of a table, gathered block by block in one pass and constant memory: counts of missing
 * cells, of cells of another type, out of range or of an unseen category, with the first rows where they stand; smallest
 * and largest number; different values, exact up to 1 024 a column; duplicates among the rows.
 *
 * <p>Duplicates are counted exactly up to a number of different rows. Beyond it a sample of about half to all of so many
 * different rows is kept, chosen by their hashes, each with the exact number of its repeats; the count is then known up to
 * a margin that the report gives, and takes into account.
 *
 * <p>{@link #combine} is associative and commutative, the profile of nothing is its identity, and parts combine to the
 * profile of the whole; the sample of duplicates too does not depend on the order. Row numbers are those given to {@link
 * #accept(Table, long)}. Not thread-safe.
 */
public final class QualityProfile {

    /** Default number of different rows up to which duplicates are counted exactly. */
    public static final int EXACT_ROWS = 1 << 18;

    private static final int MIN_EXACT_ROWS = 1 << 10;

    private final @Nullable ConstraintSet constraints;
    private final int exactRows;
    private final Map<String, ColumnFacts> columns = new LinkedHashMap<>();
    private final Map<Constraint, Counter> counters = new LinkedHashMap<>();
    private final Map<List<String>, HashSample> keys = new LinkedHashMap<>();
    private final Map<String, ReaderProblems> problems = new LinkedHashMap<>();
    private long rows;
    private long nextRow = 1;

    private QualityProfile(@Nullable ConstraintSet constraints, int exactRows) {
        if (exactRows < MIN_EXACT_ROWS) {
            throw new IllegalArgumentException(
                    "quality profile: expected duplicates to be counted exactly up to at least " + MIN_EXACT_ROWS
                            + " rows but got " + exactRows);
        }
        this.constraints = constraints;
        this.exactRows = exactRows;
        if (constraints == null) {
            keys.put(List.of(), new HashSample(exactRows, true));
            return;
        }
        for (Constraint constraint : constraints.constraints()) {
            if (constraint instanceof Constraint.NoDuplicates duplicates) {
                keys.put(duplicates.key(), new HashSample(exactRows, true));
            }
            Counter.of(constraint).ifPresent(counter -> counters.put(constraint, counter));
        }
    }

    /**
     * An empty profile of reference data, to suggest constraints from.
     *
     * @return the profile
     */
    public static QualityProfile create() {
        return new QualityProfile(null, EXACT_ROWS);
    }

    /**
     * An empty profile of data to be checked.
     *
     * @param constraints what will be checked
     * @return the profile
     */
    public static QualityProfile create(ConstraintSet constraints) {
        return create(constraints, EXACT_ROWS);
    }

    /**
     * An empty profile of data to be checked.
     *
     * @param constraints what will be checked
     * @param exactRows different rows up to which duplicates are counted exactly, at least 1 024; a row costs 64 to 128
     *     bytes, once more for each key
     * @return the profile
     * @throws IllegalArgumentException if {@code exactRows} is too small
     */
    public static QualityProfile create(ConstraintSet constraints, int exactRows) {
        return new QualityProfile(Objects.requireNonNull(constraints, "constraints"), exactRows);
    }

    /**
     * Counts the rows of a block that follows the ones before.
     *
     * @param block the rows
     * @throws IllegalArgumentException if a column has another type than in an earlier block, and no constraint says which
     *     is right; nothing is counted then
     */
    public void accept(Table block) {
        accept(block, nextRow);
    }

    /**
     * Counts the rows of a block from anywhere in the data, for parts that are read side by side.
     *
     * @param block the rows
     * @param firstRow number of the block's first row in the data, at least 1
     * @throws IllegalArgumentException if {@code firstRow} is below 1, or a column has another type than in an earlier
     *     block, and no constraint says which is right; nothing is counted then
     */
    public void accept(Table block, long firstRow) {
        if (firstRow < 1) {
            throw new IllegalArgumentException(
                    "quality profile: rows are numbered from 1 but the block starts at " + firstRow);
        }
        Map<String, Cells> cells = new LinkedHashMap<>();
        for (String name : block.columnNames()) {
            cells.put(name, Cells.of(block.column(name), type(block.column(name)), firstRow));
        }
        cells.forEach((name, column) ->
                columns.computeIfAbsent(name, key -> newFacts(column.type())).accept(column));
        counters.forEach(
                (constraint, counter) -> constraint.subject().map(cells::get).ifPresent(counter::accept));
        keys.forEach((key, sample) -> countDuplicates(block, firstRow, key));
        rows += block.rowCount();
        nextRow = Math.max(nextRow, firstRow + block.rowCount());
    }

    private FeatureType type(Column column) {
        Optional<FeatureType> wanted = constraints == null ? Optional.empty() : constraints.type(column.name());
        ColumnFacts facts = columns.get(column.name());
        if (wanted.isEmpty() && facts != null && facts.type() != column.type()) {
            throw mixed(column.name());
        }
        return wanted.orElse(column.type());
    }

    private static IllegalArgumentException mixed(String column) {
        return new IllegalArgumentException("quality profile: column '" + column
                + "' is numeric in one block and categorical in another; read all blocks with one schema");
    }

    private ColumnFacts newFacts(FeatureType type) {
        return new ColumnFacts(type, constraints == null ? new KeyCandidate(exactRows) : null);
    }

    private void countDuplicates(Table block, long firstRow, List<String> key) {
        List<String> over = key.isEmpty() ? block.columnNames() : key;
        if (!block.columnNames().containsAll(over)) {
            return;
        }
        BitSet incomplete = new BitSet();
        long[] hashes = Hashes.ofRows(block, over, incomplete);
        HashSample sample = duplicates(key);
        for (int row = 0; row < hashes.length; row++) {
            if (key.isEmpty() || !incomplete.get(row)) {
                sample.add(hashes[row], firstRow + row);
            }
        }
    }

    /**
     * Counts cells that the reader could not read as their column's type, and so has handed over as missing. They are
     * counted as cells of another type, and not as missing.
     *
     * @param column the column's name
     * @param cells how many, at least 0
     * @param examples some of them, with row numbers; the first ones are kept
     * @throws IllegalArgumentException if the count is negative
     */
    public void countNotOfType(String column, long cells, List<Example> examples) {
        if (cells < 0) {
            throw new IllegalArgumentException(
                    "quality profile: expected at least 0 cells of another type in '" + column + "' but got " + cells);
        }
        problems.computeIfAbsent(column, name -> new ReaderProblems()).add(cells, examples);
    }

    /**
     * Adds all that another profile has seen.
     *
     * @param other a profile of the same constraints and exact rows, not changed
     * @return this
     * @throws IllegalArgumentException if the constraints or exact rows differ, or a column has another type there
     */
    public QualityProfile combine(QualityProfile other) {
        if (!Objects.equals(constraints, other.constraints) || exactRows != other.exactRows) {
            throw new IllegalArgumentException("cannot combine quality profiles of different constraints or different"
                    + " exact rows: create both with the same");
        }
        other.columns.forEach((name, facts) -> {
            ColumnFacts known = columns.get(name);
            if (known != null && known.type() != facts.type()) {
                throw mixed(name);
            }
        });
        other.columns.forEach((name, facts) ->
                columns.computeIfAbsent(name, key -> newFacts(facts.type())).combine(facts));
        other.counters.forEach((constraint, counter) ->
                Objects.requireNonNull(counters.get(constraint)).combine(counter));
        other.keys.forEach((key, sample) -> duplicates(key).combine(sample));
        other.problems.forEach((column, found) -> countNotOfType(column, found.cells, found.rows.examples()));
        rows += other.rows;
        nextRow = Math.max(nextRow, other.nextRow);
        return this;
    }

    /** {@return the number of rows counted} */
    public long rows() {
        return rows;
    }

    /** {@return what is checked; empty for a profile of reference data} */
    public Optional<ConstraintSet> constraints() {
        return Optional.ofNullable(constraints);
    }

    /** The names of all columns that were seen, in order of first appearance. */
    List<String> columnNames() {
        return new ArrayList<>(columns.keySet());
    }

    Map<String, ColumnFacts> columns() {
        return Collections.unmodifiableMap(columns);
    }

    /** The facts of a column, empty if no block had it. */
    Optional<ColumnFacts> column(String name) {
        return Optional.ofNullable(columns.get(name));
    }

    @Nullable
    Counter counter(Constraint constraint) {
        return counters.get(constraint);
    }

    HashSample duplicates(List<String> key) {
        return Objects.requireNonNull(keys.get(key), "key");
    }

    /** Cells that the reader could not read as the column's type. */
    long unread(String column) {
        ReaderProblems found = problems.get(column);
        return found == null ? 0 : found.cells;
    }

    List<Example> unreadRows(String column) {
        ReaderProblems found = problems.get(column);
        return found == null ? List.of() : found.rows.examples();
    }

    /** What the reader could not read of a column. */
    private static final class ReaderProblems {
        private final FirstRows rows = new FirstRows();
        private long cells;

        void add(long more, List<Example> examples) {
            cells += more;
            rows.addAll(examples);
        }
    }
}
