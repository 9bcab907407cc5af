package io.github.modelwarden.core.boosting;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Gradient-boosted trees over binned features. Each round fits a tree of limited depth to the first and second
 * derivatives of the loss and adds it, shrunk by the learning rate:
 * {@code leaf = −rate·ΣG/(ΣH + λ)}. Missing values go to the side that lowers the loss more; where a node had none, to
 * its larger side. Time is proportional to rounds × depth × rows × columns.
 *
 * <p>Deterministic: the same rows, settings and seed give the same model. Immutable.
 *
 * @see <a href="https://doi.org/10.1214/aos/1013203451">Friedman 2001, doi:10.1214/aos/1013203451</a>
 * @see <a href="https://doi.org/10.1145/2939672.2939785">Chen and Guestrin 2016, doi:10.1145/2939672.2939785</a>
 */
public final class GradientBoosting {

    private static final int MAX_DEPTH = 16;

    private final Loss loss;
    private final Shape shape;
    private final Pace pace;

    /** What a tree may look like. */
    private record Shape(int depth, int minimumRowsPerLeaf, double l2) {}

    /** How trees add up. */
    private record Pace(int rounds, double learningRate, double rowShare, long seed) {}

    private GradientBoosting(Loss loss, Shape shape, Pace pace) {
        this.loss = loss;
        this.shape = shape;
        this.pace = pace;
    }

    /**
     * 100 rounds of trees of depth 5 with at least 20 rows a leaf, learning rate 0.1, L2 penalty 1, all rows in every
     * round.
     *
     * @param loss what to minimise
     * @return the learner
     */
    public static GradientBoosting withDefaults(Loss loss) {
        return new GradientBoosting(loss, new Shape(5, 20, 1), new Pace(100, 0.1, 1, 0));
    }

    /**
     * Sets the number of trees.
     *
     * @param rounds at least 1
     * @return a changed copy
     * @throws IllegalArgumentException if out of range
     */
    public GradientBoosting withRounds(int rounds) {
        require(rounds >= 1, "at least 1 round", rounds);
        return new GradientBoosting(loss, shape, new Pace(rounds, pace.learningRate, pace.rowShare, pace.seed));
    }

    /**
     * Sets how much of each tree counts.
     *
     * @param learningRate in (0, 1]
     * @return a changed copy
     * @throws IllegalArgumentException if out of range
     */
    public GradientBoosting withLearningRate(double learningRate) {
        require(learningRate > 0 && learningRate <= 1, "a learning rate above 0 and at most 1", learningRate);
        return new GradientBoosting(loss, shape, new Pace(pace.rounds, learningRate, pace.rowShare, pace.seed));
    }

    /**
     * Sets how many splits may lie between a tree's root and a leaf.
     *
     * @param depth 1 to 16
     * @return a changed copy
     * @throws IllegalArgumentException if out of range
     */
    public GradientBoosting withDepth(int depth) {
        require(depth >= 1 && depth <= MAX_DEPTH, "a depth from 1 to " + MAX_DEPTH, depth);
        return new GradientBoosting(loss, new Shape(depth, shape.minimumRowsPerLeaf, shape.l2), pace);
    }

    /**
     * Sets the smallest leaf.
     *
     * @param rows at least 1
     * @return a changed copy
     * @throws IllegalArgumentException if out of range
     */
    public GradientBoosting withMinimumRowsPerLeaf(int rows) {
        require(rows >= 1, "at least 1 row a leaf", rows);
        return new GradientBoosting(loss, new Shape(shape.depth, rows, shape.l2), pace);
    }

    /**
     * Sets the penalty λ on large leaves.
     *
     * @param l2 at least 0
     * @return a changed copy
     * @throws IllegalArgumentException if out of range
     */
    public GradientBoosting withL2(double l2) {
        require(l2 >= 0 && Double.isFinite(l2), "a finite L2 penalty of at least 0", l2);
        return new GradientBoosting(loss, new Shape(shape.depth, shape.minimumRowsPerLeaf, l2), pace);
    }

    /**
     * Grows each tree on a random share of the rows, drawn anew in every round.
     *
     * @param rowShare in (0, 1]
     * @param seed seed of the draw
     * @return a changed copy
     * @throws IllegalArgumentException if out of range
     */
    public GradientBoosting withRowShare(double rowShare, long seed) {
        require(rowShare > 0 && rowShare <= 1, "a share of rows above 0 and at most 1", rowShare);
        return new GradientBoosting(loss, shape, new Pace(pace.rounds, pace.learningRate, rowShare, seed));
    }

    /**
     * Fits a model to all rows.
     *
     * @param features the features
     * @param target one finite number a row, 0 or 1 for the logistic loss; not changed
     * @return the model
     * @throws IllegalArgumentException if the target does not fit the features or the loss, or there are no rows
     */
    public BoostedTrees fit(FeatureMatrix features, double[] target) {
        return fit(
                BinnedFeatures.of(features),
                target,
                IntStream.range(0, features.rowCount()).toArray());
    }

    /**
     * Fits a model to some of the rows.
     *
     * @param features the binned features
     * @param target one finite number a row, 0 or 1 for the logistic loss; not changed
     * @param rows the rows to fit to, each at most once; not changed
     * @return the model
     * @throws IllegalArgumentException if the target does not fit the features or the loss, or there are no rows
     */
    public BoostedTrees fit(BinnedFeatures features, double[] target, int[] rows) {
        requireTarget(features, target, rows);
        double base = loss.base(target, rows);
        double[] raw = new double[target.length];
        for (int row : rows) {
            raw[row] = base;
        }
        Loss.Derivatives derivatives = new Loss.Derivatives(target.length);
        TreeGrower grower = new TreeGrower(features, this, rows.length);
        List<Tree> trees = new ArrayList<>(pace.rounds);
        int sampled = (int) Math.max(1, Math.round(pace.rowShare * rows.length));
        int[] order = rows.clone();
        SplittableRandom random = new SplittableRandom(pace.seed);
        for (int round = 0; round < pace.rounds; round++) {
            loss.differentiate(target, raw, rows, derivatives);
            if (sampled < rows.length) {
                moveSampleToFront(order, sampled, random);
            }
            Tree tree = grower.grow(order, sampled, derivatives, raw);
            for (int i = sampled; i < order.length; i++) {
                raw[order[i]] += tree.value(features, order[i]);
            }
            if (tree.isConstant() && sampled == rows.length) {
                break; // nothing left to learn: every later round would look the same
            }
            trees.add(tree);
        }
        return new BoostedTrees(loss, features.names(), base, trees, grower.importances());
    }

    int depth() {
        return shape.depth;
    }

    int minimumRowsPerLeaf() {
        return shape.minimumRowsPerLeaf;
    }

    double l2() {
        return shape.l2;
    }

    double learningRate() {
        return pace.learningRate;
    }

    private static void moveSampleToFront(int[] order, int sampled, SplittableRandom random) {
        for (int i = 0; i < sampled; i++) {
            int other = i + random.nextInt(order.length - i);
            int row = order[i];
            order[i] = order[other];
            order[other] = row;
        }
    }

    private static void requireTarget(BinnedFeatures features, double[] target, int[] rows) {
        if (target.length != features.rowCount() || rows.length == 0) {
            throw new IllegalArgumentException("boosting: expected at least one row and a target for each but got "
                    + rows.length + " rows of " + features.rowCount() + " and " + target.length + " targets");
        }
        for (int row : rows) {
            if (!Double.isFinite(target[row])) {
                throw new IllegalArgumentException("boosting, row " + row + ": expected a finite target but got "
                        + target[row] + "; leave such rows out");
            }
        }
    }

    private static void require(boolean holds, String wanted, double got) {
        if (!holds) {
            throw new IllegalArgumentException("boosting: expected " + wanted + " but got " + got);
        }
    }
}
