package io.github.modelwarden.drift.multivariate;

import io.github.modelwarden.core.boosting.BinnedFeatures;
import io.github.modelwarden.core.boosting.BoostedTrees;
import io.github.modelwarden.core.boosting.GradientBoosting;
import io.github.modelwarden.core.boosting.Loss;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Rows of two tables dealt out to blocks, and a classifier that learns from some blocks and ranks the rows of
 * another.
 */
final class DomainBlocks {

    private static final GradientBoosting LEARNER =
            GradientBoosting.withDefaults(Loss.LOGISTIC).withRounds(60).withDepth(4);
    private static final int LARGEST_LEAST_LEAF = 20;
    private static final int LEAST_LEAF = 5;
    private static final int LEAVES = 20;

    private final BinnedFeatures features;
    private final double[] isCurrent;
    private final int reference;
    private final int blocks;

    /** Rows of each table are in random order, so that every fifth of them, say, is a random block. */
    DomainBlocks(PooledFeatures pooled, int blocks) {
        this.features = BinnedFeatures.of(pooled.matrix());
        this.reference = pooled.referenceCount();
        this.blocks = blocks;
        this.isCurrent = new double[pooled.matrix().rowCount()];
        for (int row = reference; row < isCurrent.length; row++) {
            isCurrent[row] = 1;
        }
    }

    BoostedTrees learnFrom(IntPredicate wanted) {
        int[] rows = rows(0, isCurrent.length, wanted);
        int leaf = Math.max(LEAST_LEAF, Math.min(LARGEST_LEAST_LEAF, rows.length / LEAVES));
        return LEARNER.withMinimumRowsPerLeaf(leaf).fit(features, isCurrent, rows);
    }

    RankSum rank(BoostedTrees model, int block) {
        return RankSum.of(
                model.predict(features, rows(0, reference, b -> b == block)),
                model.predict(features, rows(reference, isCurrent.length, b -> b == block)));
    }

    private int[] rows(int from, int to, IntPredicate wanted) {
        int[] rows = new int[to - from];
        int count = 0;
        for (int row = from; row < to; row++) {
            int withinTable = row < reference ? row : row - reference;
            if (wanted.test(withinTable % blocks)) {
                rows[count++] = row;
            }
        }
        return Arrays.copyOf(rows, count);
    }
}
