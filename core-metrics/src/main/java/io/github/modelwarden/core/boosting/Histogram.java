package io.github.modelwarden.core.boosting;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Sums of gradients, Hessians and rows of one node, by column and bin. */
final class Histogram {

    /** Numbers a cell: gradient, Hessian, rows, and one unused so that a shift finds the cell. */
    static final int STRIDE = 4;

    private static final int WIDTH = BinnedFeatures.MAX_BINS * STRIDE;

    private final BinnedFeatures features;
    private final double[] cells;

    Histogram(BinnedFeatures features) {
        this.features = features;
        this.cells = new double[features.columnCount() * WIDTH];
    }

    /** Counts the rows {@code order[from..to)}; their derivatives stand at the same positions. */
    void count(int[] order, int from, int to, Loss.Derivatives ordered) {
        Arrays.fill(cells, 0);
        double[] gradients = ordered.gradients;
        double[] hessians = ordered.hessians;
        for (int column = 0; column < features.columnCount(); column++) {
            byte[] bins = features.bins(column);
            int base = column * WIDTH;
            for (int i = from; i < to; i++) {
                int cell = base + bins[order[i]] * STRIDE;
                cells[cell] += gradients[i];
                cells[cell + 1] += hessians[i];
                cells[cell + 2]++;
            }
        }
    }

    /** Takes one part of the rows away, which leaves the other. */
    void subtract(Histogram part) {
        for (int i = 0; i < cells.length; i++) {
            cells[i] -= part.cells[i];
        }
    }

    /** The split that lowers the loss most; null if none is allowed or helps. */
    @Nullable
    Split best(GradientBoosting settings) {
        SplitSearch search = new SplitSearch(settings, cells, features.binCount(0));
        for (int column = 0; column < features.columnCount(); column++) {
            search.column(column, column * WIDTH, features.binCount(column));
        }
        return search.best();
    }
}
