package io.github.modelwarden.spring;

import io.github.modelwarden.drift.correction.Correction;
import io.github.modelwarden.drift.report.ModelDriftTest;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How drift verdicts are reached.
 *
 * @param alpha false-alarm budget of one report over all features. A service looks again and again, so its default is far
 *     below the 0.05 of a single look
 * @param correction how the budget is shared among the features: {@code benjamini-hochberg}, {@code holm} or
 *     {@code none}
 * @param minimumEffect smallest change worth a verdict: population stability index beyond its expected noise
 * @param minimumRows smallest number of rows worth a verdict
 */
@ConfigurationProperties("modelwarden.drift")
public record DriftProperties(
        @DefaultValue("0.001") double alpha,
        @DefaultValue("holm") Correction correction,
        @DefaultValue("0.02") double minimumEffect,
        @DefaultValue("500") long minimumRows) {

    /** {@return the drift test these properties describe} */
    public ModelDriftTest toTest() {
        return ModelDriftTest.withDefaults()
                .withAlpha(alpha)
                .withCorrection(correction)
                .withMinimumEffect(minimumEffect)
                .withMinimumRows(minimumRows);
    }
}
