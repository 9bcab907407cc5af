package io.github.modelwarden.core.profile;

import io.github.modelwarden.core.binning.NumericBinning;
import io.github.modelwarden.core.data.NumericColumn;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Counts of numbers by cell, and what does not depend on cells. Beside its count a cell has the sum of the distances of its
 * values to its anchor: exactly zero as long as every value lies on the anchor, and without cancellation otherwise.
 */
final class NumericSummary implements Summary {

    private static final int CHUNK = 1024;

    final NumberSketches sketches;
    private final NumericBinning binning;
    private final long[] cells;
    private final double[] deviations;
    private long missing;

    NumericSummary(NumericBinning binning, long[] cells, double[] deviations, long missing, NumberSketches sketches) {
        this.binning = binning;
        this.cells = cells;
        this.deviations = deviations;
        this.missing = missing;
        this.sketches = sketches;
    }

    static NumericSummary over(NumericBinning binning, long keptValues) {
        return new NumericSummary(
                binning, new long[binning.cells()], new double[binning.cells()], 0, NumberSketches.keeping(keptValues));
    }

    /** Counts a finite number or NaN and returns its bin. */
    int accept(double number) {
        double value = number + 0.0; // −0.0 becomes 0.0
        int cell = binning.cell(value);
        if (cell == cells.length) {
            missing++;
        } else {
            cells[cell]++;
            deviations[cell] += value - binning.cellAnchor(cell);
            sketches.accept(value);
        }
        return binning.binOfCell(cell);
    }

    /** Counts a column; the scores belong to the same rows. */
    void accept(NumericColumn column, @Nullable NumericColumn scores, ScoreSums sums) {
        double[] present = new double[CHUNK];
        for (int from = 0; from < column.size(); from += CHUNK) {
            int to = Math.min(column.size(), from + CHUNK);
            int size = 0;
            for (int row = from; row < to; row++) {
                double value = column.value(row);
                // −0.0 becomes 0.0; a missing value is written and then overwritten, which needs no branch
                present[size] = value + 0.0;
                size += Double.isNaN(value) ? 0 : 1;
            }
            missing += to - from - size;
            accept(present, size);
            if (scores != null) {
                for (int row = from; row < to; row++) {
                    sums.accept(binning.index(column.value(row)), scores.value(row));
                }
            }
        }
    }

    /** Counts numbers that are there, finite and not −0.0. */
    private void accept(double[] values, int size) {
        for (int i = 0; i < size; i++) {
            int cell = binning.cell(values[i]);
            cells[cell]++;
            deviations[cell] += values[i] - binning.cellAnchor(cell);
        }
        sketches.accept(values, size);
    }

    @Override
    public NumericBinning binning() {
        return binning;
    }

    @Override
    public long[] counts() {
        long[] counts = new long[binning.size()];
        for (int cell = 0; cell < cells.length; cell++) {
            counts[binning.binOfCell(cell)] += cells[cell];
        }
        counts[counts.length - 1] = missing;
        return counts;
    }

    @Override
    public long total() {
        return sketches.moments.count() + missing;
    }

    @Override
    public long missing() {
        return missing;
    }

    long[] cellCounts() {
        return cells.clone();
    }

    double[] deviations() {
        return deviations.clone();
    }

    double[] cellSums() {
        return IntStream.range(0, cells.length)
                .mapToDouble(cell -> cells[cell] * binning.cellAnchor(cell) + deviations[cell])
                .toArray();
    }

    boolean hasExactCells() {
        // all values of a cell lie on one side of its anchor, so distances cannot cancel; a single cell has no anchor
        return cells.length == 1
                ? cells[0] == 0
                : IntStream.range(0, cells.length).allMatch(i -> deviations[i] == 0);
    }

    /**
     * The value at a rank: within the cell that has the rank, and exact if all values of that cell are equal. NaN without
     * values, or without a sketch of all of them.
     */
    double quantile(double q) {
        double estimate = sketches.isComplete() ? sketches.quantiles().quantile(q) : Double.NaN;
        if (Double.isNaN(estimate)) {
            return estimate;
        }
        long rank = (long) (q * (sketches.moments.count() - 1));
        int cell = 0;
        for (long upTo = cells[0]; upTo <= rank; upTo += cells[cell]) {
            cell++;
        }
        if (cells.length > 1 && deviations[cell] == 0) {
            return binning.cellAnchor(cell);
        }
        double lower = cell == 0 ? Double.NEGATIVE_INFINITY : binning.cellAnchor(cell - 1);
        double upper = cell == cells.length - 1 ? Double.POSITIVE_INFINITY : binning.cellAnchor(cell);
        return Math.min(upper, Math.max(Math.nextUp(lower), estimate));
    }

    /** Whether a cell lies below (−1), within (0) or above (1) the reference range; the ends of the range are edges. */
    private int side(int cell) {
        boolean last = cell == cells.length - 1;
        if (!last && binning.cellAnchor(cell) < binning.min()) {
            return -1;
        }
        // the last cell is anchored at its lower edge
        boolean above = last ? binning.cellAnchor(cell) >= binning.max() : binning.cellAnchor(cell) > binning.max();
        return above ? 1 : 0;
    }

    /** {@return how many values lie on a side of the reference range} */
    long count(int side) {
        return IntStream.range(0, cells.length)
                .filter(cell -> side(cell) == side)
                .mapToLong(cell -> cells[cell])
                .sum();
    }

    /** {@return counts by bin without the values outside of the reference range} */
    long[] countsWithin() {
        long[] counts = new long[binning.size()];
        for (int cell = 0; cell < cells.length; cell++) {
            counts[binning.binOfCell(cell)] += side(cell) == 0 ? cells[cell] : 0;
        }
        counts[counts.length - 1] = missing;
        return counts;
    }

    @Override
    public void combine(Summary other) {
        NumericSummary that = (NumericSummary) other;
        for (int i = 0; i < cells.length; i++) {
            cells[i] += that.cells[i];
            deviations[i] += that.deviations[i];
        }
        missing += that.missing;
        sketches.combine(that.sketches);
    }

    @Override
    public NumericSummary copy() {
        return new NumericSummary(binning, cells.clone(), deviations.clone(), missing, sketches.copy());
    }

    @Override
    public NumericSummary empty() {
        return over(binning, sketches.kept.limit());
    }
}
