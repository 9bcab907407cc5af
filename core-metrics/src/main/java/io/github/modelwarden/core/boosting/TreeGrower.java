package io.github.modelwarden.core.boosting;

import org.jspecify.annotations.Nullable;

/**
 * Grows one tree after another on the same features. A histogram is counted for the smaller child of a node only; the
 * other's is what remains of the parent's. Not thread-safe.
 */
final class TreeGrower {

    private static final double SMALLEST_WEIGHT = 1e-12;

    private final BinnedFeatures features;
    private final GradientBoosting settings;
    private final double[] importances;
    private final int[] order;
    private final Loss.Derivatives ordered;
    private final int[] spareOrder;
    private final Loss.Derivatives spare;
    /** One a depth: that of the smaller child lives in its depth's, that of the larger one in its parent's. */
    private final Histogram[] histograms;

    TreeGrower(BinnedFeatures features, GradientBoosting settings, int rows) {
        this.features = features;
        this.settings = settings;
        this.importances = new double[features.columnCount()];
        this.order = new int[rows];
        this.ordered = new Loss.Derivatives(rows);
        this.spareOrder = new int[rows];
        this.spare = new Loss.Derivatives(rows);
        this.histograms = new Histogram[settings.depth()];
        for (int i = 0; i < histograms.length; i++) {
            histograms[i] = new Histogram(features);
        }
    }

    /** Total gain by column over the trees grown so far. */
    double[] importances() {
        return importances.clone();
    }

    /**
     * Grows a tree on the first {@code count} rows given and adds the values of its leaves to their raw predictions.
     */
    Tree grow(int[] rows, int count, Loss.Derivatives derivatives, double[] raw) {
        System.arraycopy(rows, 0, order, 0, count);
        for (int i = 0; i < count; i++) {
            ordered.gradients[i] = derivatives.gradients[rows[i]];
            ordered.hessians[i] = derivatives.hessians[rows[i]];
        }
        Tree tree = new Tree(1 << Math.min(settings.depth() + 1, 8));
        histograms[0].count(order, 0, count, ordered);
        grow(tree, new Range(0, count, 0), histograms[0], raw);
        return tree;
    }

    /** The rows of a node, as positions in the order, and its depth. */
    private record Range(int from, int to, int depth) {
        int rows() {
            return to - from;
        }
    }

    private int grow(Tree tree, Range range, Histogram histogram, double[] raw) {
        Split split = split(range, histogram);
        if (split == null) {
            return leaf(tree, range, raw);
        }
        importances[split.column()] += split.gain();
        int node = tree.addSplit(split, features.upperEdge(split.column(), split.lastLeftBin()));
        int middle = partition(range, split);
        Range left = new Range(range.from(), middle, range.depth() + 1);
        Range right = new Range(middle, range.to(), range.depth() + 1);
        if (left.depth() == settings.depth()) {
            tree.link(node, leaf(tree, left, raw), leaf(tree, right, raw));
        } else if (left.rows() <= right.rows()) {
            Histogram small = splitOff(left, histogram);
            int leftNode = grow(tree, left, small, raw);
            tree.link(node, leftNode, grow(tree, right, histogram, raw));
        } else {
            Histogram small = splitOff(right, histogram);
            int rightNode = grow(tree, right, small, raw);
            tree.link(node, grow(tree, left, histogram, raw), rightNode);
        }
        return node;
    }

    private @Nullable Split split(Range range, Histogram histogram) {
        return range.rows() < 2 * settings.minimumRowsPerLeaf() ? null : histogram.best(settings);
    }

    /** Counts the smaller child and leaves the larger one in the parent's histogram. */
    private Histogram splitOff(Range small, Histogram parent) {
        Histogram histogram = histograms[small.depth()];
        histogram.count(order, small.from(), small.to(), ordered);
        parent.subtract(histogram);
        return histogram;
    }

    private int leaf(Tree tree, Range range, double[] raw) {
        double gradient = 0;
        double hessian = 0;
        for (int i = range.from(); i < range.to(); i++) {
            gradient += ordered.gradients[i];
            hessian += ordered.hessians[i];
        }
        double value = -settings.learningRate() * gradient / Math.max(hessian + settings.l2(), SMALLEST_WEIGHT);
        for (int i = range.from(); i < range.to(); i++) {
            raw[order[i]] += value;
        }
        return tree.addLeaf(value);
    }

    /** Moves the rows that go left before the others, both in their order; returns where the others start. */
    private int partition(Range range, Split split) {
        byte[] bins = features.bins(split.column());
        int left = range.from();
        int right = 0;
        for (int i = range.from(); i < range.to(); i++) {
            if (split.goesLeft(bins[order[i]])) {
                order[left] = order[i];
                ordered.gradients[left] = ordered.gradients[i];
                ordered.hessians[left] = ordered.hessians[i];
                left++;
            } else {
                spareOrder[right] = order[i];
                spare.gradients[right] = ordered.gradients[i];
                spare.hessians[right] = ordered.hessians[i];
                right++;
            }
        }
        System.arraycopy(spareOrder, 0, order, left, right);
        System.arraycopy(spare.gradients, 0, ordered.gradients, left, right);
        System.arraycopy(spare.hessians, 0, ordered.hessians, left, right);
        return left;
    }
}
