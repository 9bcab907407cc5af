package io.github.modelwarden.core.boosting;

import java.util.Arrays;
import java.util.List;

/** A fitted model of boosted trees. Immutable and safe to share among threads. */
public final class BoostedTrees {

    private final Loss loss;
    private final List<String> names;
    private final double base;
    private final Tree[] trees;
    private final double[] gains;

    BoostedTrees(Loss loss, List<String> names, double base, List<Tree> trees, double[] gains) {
        this.loss = loss;
        this.names = names;
        this.base = base;
        this.trees = trees.toArray(Tree[]::new);
        this.gains = gains;
    }

    /** {@return the names of the columns that the model was fitted on, in order} */
    public List<String> names() {
        return names;
    }

    /** {@return the number of trees; fewer than the rounds asked for if there was nothing left to learn} */
    public int treeCount() {
        return trees.length;
    }

    /**
     * Predicts the target.
     *
     * @param features a matrix with the columns that the model was fitted on
     * @return one prediction a row: a mean for the squared loss, a probability for the logistic one
     * @throws IllegalArgumentException if the columns differ
     */
    public double[] predict(FeatureMatrix features) {
        FeatureMatrix.requireNames(features.names(), names);
        double[] predictions = new double[features.rowCount()];
        Arrays.fill(predictions, base);
        for (Tree tree : trees) {
            for (int row = 0; row < predictions.length; row++) {
                predictions[row] += tree.value(features, row);
            }
        }
        return finish(predictions);
    }

    /**
     * Predicts the target of some of the rows of the binned features that the model was fitted on, others than those it
     * was fitted to included.
     *
     * @param features the features given to {@link GradientBoosting#fit(BinnedFeatures, double[], int[])}
     * @param rows row indices; not changed
     * @return one prediction for each of the rows
     * @throws IllegalArgumentException if the columns differ
     */
    public double[] predict(BinnedFeatures features, int[] rows) {
        FeatureMatrix.requireNames(features.names(), names);
        double[] predictions = new double[rows.length];
        Arrays.fill(predictions, base);
        for (Tree tree : trees) {
            for (int i = 0; i < rows.length; i++) {
                predictions[i] += tree.value(features, rows[i]);
            }
        }
        return finish(predictions);
    }

    /**
     * How much each column contributed: its share of the total gain over all splits.
     *
     * @return one number a column, adding up to 1; all 0 if no tree has a split
     */
    public double[] importances() {
        double total = Arrays.stream(gains).sum();
        return total > 0 ? Arrays.stream(gains).map(gain -> gain / total).toArray() : new double[gains.length];
    }

    private double[] finish(double[] raw) {
        for (int i = 0; i < raw.length; i++) {
            raw[i] = loss.prediction(raw[i]);
        }
        return raw;
    }
}
