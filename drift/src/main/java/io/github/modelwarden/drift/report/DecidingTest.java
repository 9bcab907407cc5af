package io.github.modelwarden.drift.report;

import io.github.modelwarden.core.data.FeatureType;
import io.github.modelwarden.drift.TestStatistic;
import io.github.modelwarden.drift.statistic.FisherExact;
import io.github.modelwarden.drift.statistic.PopulationStabilityIndex;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * The test that decides: the population stability index over groups of bins, with a p-value that holds at small samples and
 * small levels.
 *
 * <p>For categories it is the p-value of Pearson's statistic with matched moments ({@link
 * PopulationStabilityIndex#withMatchedMoments}), the law under which the two samples can be exchanged. Bins of a number are
 * cut at quantiles of the reference, so that its counts do not vary and the samples cannot quite be exchanged: where the
 * reference is the smaller sample, that law alone raises up to twice the stated false alarms. There the counts c of m
 * current rows follow a Dirichlet-multinomial law around the reference shares p, with variance {@code m·p·(1 − p)·(1 +
 * m/n)}, and {@code Σ (c − m·p)² / (m·p·(1 + m/n))} is chi-square distributed. With ties this second law is the one that
 * fails, so the larger of the two p-values counts.
 *
 * <p>These laws are for groups that hold enough rows. Whether the rest, where there is one, is as large as before is decided
 * by {@link FisherExact} (with more than two billion rows by matched moments), so that a new category or missing values are found though there were none of them. The two
 * questions share the level, {@value #FILLED} of it for the groups: {@code p = min(p_groups/0.8, p_rest/0.2)}. With a single
 * group beside the rest that is the only question.
 */
final class DecidingTest {

    private static final double FILLED = 0.8;

    private static final PopulationStabilityIndex PSI =
            PopulationStabilityIndex.withDefaults().withMatchedMoments();

    private DecidingTest() {}

    /**
     * Compares two samples.
     *
     * @param type of the feature
     * @param groups at least two groups, one of them with enough rows
     * @return the index over all groups with its p-value and effect
     */
    static TestStatistic of(FeatureType type, SparseBins groups) {
        long[] reference = groups.reference();
        long[] current = groups.current();
        TestStatistic psi = PSI.test(reference, current);
        return new TestStatistic(
                psi.name(),
                psi.value(),
                OptionalDouble.of(pValue(type, groups.filled(), reference, current)),
                psi.effect(),
                psi.referenceCount(),
                psi.currentCount());
    }

    private static double pValue(FeatureType type, int filled, long[] reference, long[] current) {
        if (filled == reference.length) {
            return filled(type, reference, current);
        }
        double rest = rest(reference, current);
        if (filled < 2) {
            return rest;
        }
        double groups = filled(type, Arrays.copyOf(reference, filled), Arrays.copyOf(current, filled));
        return Math.min(1, Math.min(groups / FILLED, rest / (1 - FILLED)));
    }

    private static double filled(FeatureType type, long[] reference, long[] current) {
        if (Arrays.stream(reference).sum() == 0 || Arrays.stream(current).sum() == 0) {
            // nothing is left to compare: that a whole side fell into the rest is for the other question to tell
            return 1;
        }
        double exchanged = PSI.test(reference, current).pValue().orElse(1);
        return type == FeatureType.CATEGORICAL ? exchanged : Math.max(exchanged, quantileBins(reference, current));
    }

    /** The last group against all others. */
    private static double rest(long[] reference, long[] current) {
        int last = reference.length - 1;
        long[] then = {reference[last], Arrays.stream(reference, 0, last).sum()};
        long[] now = {current[last], Arrays.stream(current, 0, last).sum()};
        boolean countable = Arrays.stream(then).sum() + Arrays.stream(now).sum() <= Integer.MAX_VALUE;
        TestStatistic test = countable ? FisherExact.withDefaults().test(then, now) : PSI.test(then, now);
        return test.pValue().orElse(1);
    }

    /** The p-value for bins cut at quantiles of the reference; 0 if a group has no reference row, which such bins never do. */
    static double quantileBins(long[] reference, long[] current) {
        double n = Arrays.stream(reference).sum();
        double m = Arrays.stream(current).sum();
        double statistic = 0;
        for (int i = 0; i < reference.length; i++) {
            double expected = m * reference[i] / n;
            if (expected == 0) {
                return 0;
            }
            double difference = current[i] - expected;
            statistic += difference * difference / (expected * (1 + m / n));
        }
        return ChiSquaredDistribution.of(reference.length - 1.0).survivalProbability(statistic);
    }
}
