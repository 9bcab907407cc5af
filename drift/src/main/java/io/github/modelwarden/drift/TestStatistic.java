package io.github.modelwarden.drift;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What a comparison of two samples measured.
 *
 * @param name the statistic: {@code psi}, {@code ks}, {@code chi_square}, {@code js_divergence},
 *     {@code wasserstein1_stddevs}
 * @param value the statistic's value, finite
 * @param pValue probability of a value at least this large without drift; empty for a plain distance
 * @param effect how large the change is on a scale that does not grow with the sample: the population stability index
 *     less its expected noise, the Kolmogorov–Smirnov distance, or Cramér's V for chi-square; the value itself for a
 *     plain distance
 * @param referenceCount number of reference rows compared
 * @param currentCount number of current rows compared
 */
public record TestStatistic(
        String name, double value, OptionalDouble pValue, double effect, long referenceCount, long currentCount) {

    public TestStatistic {
        Objects.requireNonNull(name, "name");
        if (!Double.isFinite(value) || !Double.isFinite(effect)) {
            throw new IllegalArgumentException(
                    name + ": expected finite numbers but got value " + value + " and effect " + effect);
        }
    }
}
