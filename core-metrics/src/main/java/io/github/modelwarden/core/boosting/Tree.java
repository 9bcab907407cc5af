package io.github.modelwarden.core.boosting;

import java.util.Arrays;

/** A regression tree in flat arrays; node 0 is the root. Grown node by node, then read only. */
final class Tree {

    private static final int LEAF = -1;

    private int size;
    private int[] columns;
    private byte[] lastLeftBins;
    private double[] thresholds;
    private boolean[] missingLeft;
    private int[] left;
    private int[] right;
    private double[] values;

    Tree(int capacity) {
        columns = new int[capacity];
        lastLeftBins = new byte[capacity];
        thresholds = new double[capacity];
        missingLeft = new boolean[capacity];
        left = new int[capacity];
        right = new int[capacity];
        values = new double[capacity];
    }

    int addLeaf(double value) {
        int node = add();
        columns[node] = LEAF;
        values[node] = value;
        return node;
    }

    int addSplit(Split split, double threshold) {
        int node = add();
        columns[node] = split.column();
        lastLeftBins[node] = (byte) split.lastLeftBin();
        thresholds[node] = threshold;
        missingLeft[node] = split.missingLeft();
        return node;
    }

    void link(int node, int leftChild, int rightChild) {
        left[node] = leftChild;
        right[node] = rightChild;
    }

    /** Tells whether the tree is a single leaf. */
    boolean isConstant() {
        return size == 1;
    }

    /** The value of the leaf that a row of values falls into. */
    double value(FeatureMatrix matrix, int row) {
        int node = 0;
        while (columns[node] != LEAF) {
            double value = matrix.value(row, columns[node]);
            // NaN is on neither side of a threshold
            boolean goesLeft = value <= thresholds[node] || (missingLeft[node] && Double.isNaN(value));
            node = goesLeft ? left[node] : right[node];
        }
        return values[node];
    }

    /** The value of the leaf that a row of bins falls into; the bins must be those that the tree was grown on. */
    double value(BinnedFeatures features, int row) {
        int node = 0;
        while (columns[node] != LEAF) {
            int bin = features.bins(columns[node])[row];
            boolean goesLeft = bin == BinnedFeatures.MISSING ? missingLeft[node] : bin <= lastLeftBins[node];
            node = goesLeft ? left[node] : right[node];
        }
        return values[node];
    }

    private int add() {
        if (size == columns.length) {
            int capacity = 2 * size;
            columns = Arrays.copyOf(columns, capacity);
            lastLeftBins = Arrays.copyOf(lastLeftBins, capacity);
            thresholds = Arrays.copyOf(thresholds, capacity);
            missingLeft = Arrays.copyOf(missingLeft, capacity);
            left = Arrays.copyOf(left, capacity);
            right = Arrays.copyOf(right, capacity);
            values = Arrays.copyOf(values, capacity);
        }
        return size++;
    }
}
