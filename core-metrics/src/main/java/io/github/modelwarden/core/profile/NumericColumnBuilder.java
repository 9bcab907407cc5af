package io.github.modelwarden.core.profile;

import io.github.modelwarden.core.binning.NumericBinning;
import io.github.modelwarden.core.binning.RadixSort;
import io.github.modelwarden.core.binning.ValueCounts;
import io.github.modelwarden.core.data.Column;
import io.github.modelwarden.core.data.NumericColumn;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column whose bins are cut from its rows. Few rows are held and bins cut from their values. More rows go into a
 * {@link ValueHistogram}, and bins are cut from its entries, to equal frequency over all rows. If an entry holds much more than the share
 * of a cell without being one value, another pass over the rows refines it.
 */
final class NumericColumnBuilder implements ColumnBuilder {

    private static final int CHUNK = 1024;

    /** An entry with more than so many shares of a cell is too coarse. */
    private static final int CROWDED = 4;

    private final String name;
    private final BaselineOptions options;

    private double[] held = new double[0];
    private double[] heldScores = new double[0];
    private int rows;

    private @Nullable ValueHistogram histogram;
    private NumberSketches sketches;
    private long missing;
    private long missingScored;
    private double missingScoreSum;

    private boolean ended;
    private List<ValueEntry> entries = List.of();
    private @Nullable Refinement refinement;

    NumericColumnBuilder(String name, BaselineOptions options) {
        this.name = name;
        this.options = options;
        this.sketches = NumberSketches.keeping(options.keptValues());
    }

    @Override
    public void accept(Column column, @Nullable NumericColumn scores) {
        NumericColumn numbers = (NumericColumn) column;
        if (ended) {
            refine(numbers, scores);
        } else if (histogram == null && rows + (long) numbers.size() <= options.heldRows()) {
            hold(numbers, scores);
        } else {
            ValueHistogram target = histogram;
            if (target == null) {
                target = new ValueHistogram(options.exactLimit(), options.intervalLimit());
                histogram = target;
                NumericColumn before = heldColumn();
                NumericColumn scoresBefore = heldScoreColumn();
                held = new double[0];
                heldScores = new double[0];
                stream(before, scoresBefore, target);
            }
            stream(numbers, scores, target);
        }
    }

    private void hold(NumericColumn numbers, @Nullable NumericColumn scores) {
        int after = rows + numbers.size();
        if (after > held.length) {
            int room = Math.min(options.heldRows(), Math.max(after, 2 * rows));
            held = Arrays.copyOf(held, room);
            heldScores = scores == null ? heldScores : Arrays.copyOf(heldScores, room);
        }
        for (int row = 0; row < numbers.size(); row++) {
            held[rows + row] = numbers.value(row);
        }
        for (int row = 0; scores != null && row < scores.size(); row++) {
            heldScores[rows + row] = scores.value(row);
        }
        rows = after;
    }

    private NumericColumn heldColumn() {
        return NumericColumn.adopt(name, Arrays.copyOf(held, rows));
    }

    private @Nullable NumericColumn heldScoreColumn() {
        return heldScores.length == 0 ? null : NumericColumn.adopt(name, Arrays.copyOf(heldScores, rows));
    }

    private void stream(NumericColumn numbers, @Nullable NumericColumn scores, ValueHistogram target) {
        double[] present = new double[CHUNK];
        int size = 0;
        for (int row = 0; row < numbers.size(); row++) {
            double value = numbers.value(row) + 0.0;
            double score = scores == null ? Double.NaN : scores.value(row);
            if (Double.isNaN(value)) {
                missing++;
                missingScored += Double.isNaN(score) ? 0 : 1;
                missingScoreSum += Double.isNaN(score) ? 0 : score;
                continue;
            }
            target.accept(value, score);
            present[size++] = value;
            if (size == CHUNK) {
                sketches.accept(present, size);
                size = 0;
            }
        }
        sketches.accept(present, size);
    }

    private void refine(NumericColumn numbers, @Nullable NumericColumn scores) {
        Refinement target = refinement;
        if (target == null) {
            return;
        }
        for (int row = 0; row < numbers.size(); row++) {
            double value = numbers.value(row) + 0.0;
            if (!Double.isNaN(value)) {
                target.accept(value, scores == null ? Double.NaN : scores.value(row));
            }
        }
    }

    @Override
    public boolean needsAnotherPass() {
        if (histogram == null || (ended && refinement == null)) {
            ended = true;
            return false;
        }
        ended = true;
        entries = refinement == null ? histogram.entries(sketches.moments.max()) : refinement.refine(entries, name);
        double tooMany = (double) CROWDED * sketches.moments.count() / options.cells();
        boolean[] crowded = new boolean[entries.size()];
        boolean any = false;
        for (int i = 0; i < crowded.length; i++) {
            ValueEntry entry = entries.get(i);
            crowded[i] = !entry.single() && entry.count() > tooMany;
            any |= crowded[i];
        }
        refinement = any ? new Refinement(entries, crowded, options.exactLimit(), options.intervalLimit()) : null;
        return any;
    }

    @Override
    public FeatureProfile build() {
        return histogram == null ? profileOfHeld() : profileOfEntries();
    }

    private FeatureProfile profileOfHeld() {
        NumericColumn scores = heldScoreColumn();
        double[] values = Arrays.copyOf(held, rows);
        held = new double[0];
        heldScores = new double[0];
        rows = 0;
        if (scores == null) {
            // in order: bins are cut from sorted values, and kept ones need not be sorted again
            sortWithMissingLast(values);
        }
        NumericColumn column = NumericColumn.adopt(name, values);
        double[] present = column.present();
        NumericBinning binning = present.length == 0
                ? binningOfNothing(column.size())
                : NumericBinning.equalFrequency(present, options.bins(), options.cells());
        FeatureProfile profile = FeatureProfile.create(name, binning).keepingValues(options.keptValues());
        profile.accept(column, scores);
        return profile;
    }

    private static void sortWithMissingLast(double[] values) {
        double[] present =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        RadixSort.sort(present);
        System.arraycopy(present, 0, values, 0, present.length);
        Arrays.fill(values, present.length, values.length, Double.NaN);
    }

    private NumericBinning binningOfNothing(long missingValues) {
        if (options.valuesRequired()) {
            throw new IllegalArgumentException(
                    "baseline of '" + name + "': expected at least one reference value but all " + missingValues
                            + " are missing; take the feature out of the schema or supply data");
        }
        return NumericBinning.of(new double[0], new double[] {0});
    }

    private FeatureProfile profileOfEntries() {
        NumericBinning binning = entries.isEmpty()
                ? binningOfNothing(missing)
                : NumericBinning.equalFrequency(valueCounts(), options.bins(), options.cells());
        long[] cells = new long[binning.cells()];
        double[] deviations = new double[binning.cells()];
        ScoreSums scores = new ScoreSums(binning.size());
        for (ValueEntry entry : entries) {
            int cell = binning.cell(entry.upper());
            cells[cell] += entry.count();
            deviations[cell] += entry.deviation(binning.cellAnchor(cell));
            scores.accept(binning.binOfCell(cell), entry.scoreSum(), entry.scored());
        }
        scores.accept(binning.size() - 1, missingScoreSum, missingScored);
        return new FeatureProfile(
                name, new NumericSummary(binning, cells, deviations, missing, sketches.copy()), scores);
    }

    private ValueCounts valueCounts() {
        double min = sketches.moments.min();
        double before = Math.nextDown(min);
        double[] values = new double[entries.size()];
        double[] means = new double[entries.size()];
        long[] counts = new long[entries.size()];
        for (int i = 0; i < values.length; i++) {
            ValueEntry entry = entries.get(i);
            values[i] = entry.upper();
            means[i] = entry.mean(before);
            counts[i] = entry.count();
            before = entry.upper();
        }
        return ValueCounts.of(values, means, counts, min);
    }
}
