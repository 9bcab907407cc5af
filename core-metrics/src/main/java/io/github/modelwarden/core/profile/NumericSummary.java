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

    /** Counts by where values lie in respect to the reference range. */
    long outside(boolean below) {
        long sum = 0;
        for (int cell = 0; cell < cells.length; cell++) {
            boolean outside = below
                    ? cell < cells.length - 1 && binning.cellAnchor(cell) < binning.min()
                    : cell == cells.length - 1
                            ? binning.cellAnchor(cell) >= binning.max()
                            : binning.cellAnchor(cell) > binning.max();
            sum += outside ? cells[cell] : 0;
        }
        return sum;
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
