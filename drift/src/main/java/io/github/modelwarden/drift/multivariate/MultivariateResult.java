package io.github.modelwarden.drift.multivariate;

import io.github.modelwarden.drift.TestStatistic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * What a comparison of two tables measured.
 *
 * @param statistic value, p-value and effect, with the numbers of rows that were used
 * @param expectedValue the value to expect without drift
 * @param referenceRows rows of the reference, those that were left out at random included
 * @param currentRows rows of the current table, those that were left out at random included
 * @param features the features that account for the difference, largest share first; empty if the test does not tell
 */
public record MultivariateResult(
        TestStatistic statistic,
        double expectedValue,
        long referenceRows,
        long currentRows,
        List<FeatureShare> features) {

    public MultivariateResult {
        Objects.requireNonNull(statistic, "statistic");
        features = List.copyOf(features);
    }

    /** Shares of non-negative weights, largest first and equal ones in order; none if all weights are 0. */
    static List<FeatureShare> shares(List<String> names, double[] weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        List<FeatureShare> shares = new ArrayList<>();
        if (total > 0) {
            for (int i = 0; i < weights.length; i++) {
                shares.add(new FeatureShare(names.get(i), Math.min(1, weights[i] / total)));
            }
        }
        shares.sort(Comparator.comparingDouble(FeatureShare::share).reversed());
        return shares;
    }
}
