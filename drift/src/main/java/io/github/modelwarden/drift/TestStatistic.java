package io.github.modelwarden.drift;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What a comparison of two samples measured.
 *
 * @param name the statistic. Over bins: {@code psi}, {@code chi_square}, {@code chi_square_gof}, {@code g_test},
 *     {@code g_test_gof}, {@code js_divergence}, {@code js_distance}, {@code kl_divergence}, {@code hellinger},
 *     {@code total_variation}, {@code l_infinity}, {@code two_proportion_z}, {@code fisher_exact}. Over values:
 *     {@code ks}, {@code kuiper}, {@code cramer_von_mises}, {@code anderson_darling}, {@code mann_whitney},
 *     {@code welch_t}, {@code student_t}, {@code mean_shift_t}, {@code wasserstein1}, {@code wasserstein1_stddevs},
 *     {@code energy_distance}, {@code epps_singleton}. Over all features together: {@code mmd2},
 *     {@code domain_classifier_auc}, {@code pca_reconstruction_error}
 * @param value the statistic's value, finite
 * @param pValue probability of a value at least this large without drift; empty for a plain distance
 * @param effect how large the change is on a scale that does not grow with the sample: the population stability index
 *     less its expected noise, the Kolmogorov–Smirnov distance, or Cramér's V for chi-square; the value itself for a
 *     plain distance; each statistic says what it is
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
