package io.github.modelwarden.core.boosting;

import org.jspecify.annotations.Nullable;

/**
 * Goes through the cuts of one node and keeps the best: {@code gain = ½·(G_L²/(H_L + λ) + G_R²/(H_R + λ) − G²/(H +
 * λ))}, equation 7 of Chen and Guestrin 2016, doi:10.1145/2939672.2939785. Of equal ones the first stays.
 */
final class SplitSearch {

    private static final double SMALLEST_GAIN = 1e-9;
    private static final double SMALLEST_WEIGHT = 1e-12;

    private final GradientBoosting settings;
    private final double[] cells;
    private double nodeGradient;
    private double nodeHessian;
    private double nodeRows;

    /** Sums over the bins left of the cut. */
    private double gradient;

    private double hessian;
    private double rows;

    private double bestGain = SMALLEST_GAIN;
    private @Nullable Split best;

    /**
     * A search over cells of {@link Histogram#STRIDE} numbers: gradient, Hessian, rows; the first column's bins add
     * up to the node.
     */
    SplitSearch(GradientBoosting settings, double[] cells, int binsOfFirstColumn) {
        this.settings = settings;
        this.cells = cells;
        for (int bin = 0; bin < binsOfFirstColumn; bin++) {
            int cell = bin * Histogram.STRIDE;
            nodeGradient += cells[cell];
            nodeHessian += cells[cell + 1];
            nodeRows += cells[cell + 2];
        }
    }

    /** Goes through the cuts of a column whose cells start at the one of the missing values. */
    void column(int column, int missing, int bins) {
        gradient = 0;
        hessian = 0;
        rows = 0;
        boolean someMissing = cells[missing + 2] > 0;
        for (int bin = 1; bin < bins; bin++) {
            int cell = missing + bin * Histogram.STRIDE;
            if (cells[cell + 2] > 0) { // else the same cut as one bin before
                add(cell);
                if (someMissing) {
                    offer(column, bin, false);
                    add(missing);
                    offer(column, bin, true);
                    remove(missing);
                } else {
                    // missing values that turn up later go with the majority
                    offer(column, bin, 2 * rows > nodeRows);
                }
            }
        }
    }

    /** The best cut of all columns; null if none is allowed or lowers the loss. */
    @Nullable
    Split best() {
        return best;
    }

    private void add(int cell) {
        gradient += cells[cell];
        hessian += cells[cell + 1];
        rows += cells[cell + 2];
    }

    private void remove(int cell) {
        gradient -= cells[cell];
        hessian -= cells[cell + 1];
        rows -= cells[cell + 2];
    }

    private void offer(int column, int bin, boolean missingLeft) {
        int least = settings.minimumRowsPerLeaf();
        if (rows < least || nodeRows - rows < least) {
            return;
        }
        double gain = (score(gradient, hessian)
                        + score(nodeGradient - gradient, nodeHessian - hessian)
                        - score(nodeGradient, nodeHessian))
                / 2;
        if (gain > bestGain) {
            bestGain = gain;
            best = new Split(column, bin, missingLeft, gain);
        }
    }

    private double score(double sumOfGradients, double sumOfHessians) {
        double weight = sumOfHessians + settings.l2();
        return weight > SMALLEST_WEIGHT ? sumOfGradients * sumOfGradients / weight : 0;
    }
}
