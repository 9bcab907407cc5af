package io.github.modelwarden.drift.report;

import io.github.modelwarden.core.data.FeatureType;
import io.github.modelwarden.drift.TestStatistic;
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
 */
final class DecidingTest {

    private static final PopulationStabilityIndex PSI =
            PopulationStabilityIndex.withDefaults().withMatchedMoments();

    private DecidingTest() {}

    /**
     * Compares two samples.
     *
     * @param type of the feature
     * @param groups at least two groups of bins
     * @return the index with its p-value and effect
     */
    static TestStatistic of(FeatureType type, SparseBins groups) {
        long[] reference = groups.reference();
        long[] current = groups.current();
        TestStatistic psi = PSI.test(reference, current);
        if (type == FeatureType.CATEGORICAL || psi.pValue().isEmpty()) {
            return psi;
        }
        double pValue = Math.max(psi.pValue().getAsDouble(), quantileBins(reference, current));
        return new TestStatistic(
                psi.name(),
                psi.value(),
                OptionalDouble.of(pValue),
                psi.effect(),
                psi.referenceCount(),
                psi.currentCount());
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
