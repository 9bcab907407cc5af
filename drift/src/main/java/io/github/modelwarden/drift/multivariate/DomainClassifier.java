package io.github.modelwarden.drift.multivariate;

import io.github.modelwarden.core.boosting.BoostedTrees;
import io.github.modelwarden.core.data.Table;
import io.github.modelwarden.drift.TestStatistic;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A classifier that tries to tell current rows from reference rows; what it cannot tell apart has not changed in any
 * way that it can see. Boosted trees are the classifier. The value is the area under the ROC curve on rows that the
 * classifier has not seen, the mean over {@value #BLOCKS} folds of each table: 0.5 without drift, up to 1. The effect
 * is {@code max(0, 2·AUC − 1)}.
 *
 * <p><b>p-value.</b> The folds of a cross-validation learn from each other's rows. Their areas therefore scatter about
 * twice as much, in variance, as a rank test of all rows supposes, and its false alarms at 0.05 rise to about 0.11. The
 * p-value therefore takes the folds as blocks in turn: the classifier learns from the blocks before and ranks the
 * rows of the next. Given what it learned, the rank sum of the next block follows the Mann–Whitney law whatever came
 * before, so the standardised rank sums z₂ … z₅ are independent under the null hypothesis, and {@code Σ w_k·z_k/√Σ
 * w_k²} is standard normal; the weights {@code w_k = √(k − 1)} favour later blocks, whose classifier has learned from
 * more rows. One-sided: only a classifier that is right more often than wrong counts. No refits on permuted labels
 * are needed.
 *
 * <p>Numbers are used as they are, missing ones are a value of their own for the trees. Each table counts with at
 * most {@value #MOST_ROWS} rows, drawn at random. The features of the result are the shares of the gain over the
 * trees of all folds. Immutable.
 *
 * @see <a href="https://arxiv.org/abs/1610.06545">Lopez-Paz and Oquab 2017, Revisiting classifier two-sample
 *     tests</a>
 * @see <a href="https://arxiv.org/abs/1810.11953">Rabanser et al. 2019, Failing loudly</a>
 */
public final class DomainClassifier implements MultivariateTest {

    /** The statistic's name in results. */
    public static final String NAME = "domain_classifier_auc";

    static final int BLOCKS = 5;
    static final int MOST_ROWS = 10_000;

    private static final int MINIMUM = 50; // ten rows in every block
    private static final NormalDistribution STANDARD_NORMAL = NormalDistribution.of(0, 1);
    private static final DomainClassifier DEFAULT = new DomainClassifier(MOST_ROWS, 20260101);

    private final int mostRows;
    private final long seed;

    private DomainClassifier(int mostRows, long seed) {
        this.mostRows = mostRows;
        this.seed = seed;
    }

    /** {@return the test with at most 10 000 rows of each table and a fixed seed} */
    public static DomainClassifier withDefaults() {
        return DEFAULT;
    }

    /**
     * Sets how many rows of each table are used.
     *
     * @param newMostRows at least 50
     * @return a changed copy
     * @throws IllegalArgumentException if fewer
     */
    public DomainClassifier withMostRows(int newMostRows) {
        if (newMostRows < MINIMUM) {
            throw new IllegalArgumentException(
                    NAME + ": expected at least " + MINIMUM + " rows of each table but got " + newMostRows);
        }
        return new DomainClassifier(newMostRows, seed);
    }

    /**
     * Sets the seed of the rows drawn and of the folds.
     *
     * @param newSeed any number
     * @return a changed copy
     */
    public DomainClassifier withSeed(long newSeed) {
        return new DomainClassifier(mostRows, newSeed);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int minimumRows() {
        return MINIMUM;
    }

    @Override
    public MultivariateResult test(Table reference, Table current) {
        PooledFeatures.requireRows(this, reference, current);
        SplittableRandom random = new SplittableRandom(seed);
        // rows are drawn in random order, so every fifth one makes a random block
        PooledFeatures pooled = PooledFeatures.of(
                reference,
                current,
                RowDraw.some(reference.rowCount(), mostRows, random),
                RowDraw.some(current.rowCount(), mostRows, random));
        double[] importances = new double[pooled.matrix().columnCount()];
        TestStatistic statistic = rank(pooled, importances);
        return new MultivariateResult(
                statistic,
                0.5,
                reference.rowCount(),
                current.rowCount(),
                MultivariateResult.shares(
                        pooled.encoder().features(), pooled.encoder().sumByFeature(importances)));
    }

    /** Learns from blocks and ranks others; adds the importances of the columns to the array. */
    private static TestStatistic rank(PooledFeatures pooled, double[] importances) {
        DomainBlocks blocks = new DomainBlocks(pooled, BLOCKS);
        double area = 0;
        double evidence = 0;
        double squares = 0;
        for (int k = 0; k < BLOCKS; k++) {
            int heldOut = k;
            BoostedTrees fromOthers = blocks.learnFrom(block -> block != heldOut);
            area += blocks.rank(fromOthers, k).area() / BLOCKS;
            add(fromOthers.importances(), importances);
            if (k > 0) {
                BoostedTrees fromEarlier = k == BLOCKS - 1 ? fromOthers : blocks.learnFrom(block -> block < heldOut);
                evidence += Math.sqrt(k) * blocks.rank(fromEarlier, k).zScore();
                squares += k;
            }
        }
        double pValue = STANDARD_NORMAL.survivalProbability(evidence / Math.sqrt(squares));
        return new TestStatistic(
                NAME,
                area,
                OptionalDouble.of(pValue),
                Math.max(0, 2 * area - 1),
                pooled.referenceCount(),
                pooled.currentCount());
    }

    private static void add(double[] values, double[] to) {
        for (int i = 0; i < values.length; i++) {
            to[i] += values[i];
        }
    }
}
