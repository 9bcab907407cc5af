package io.github.modelwarden.drift.report;

import io.github.modelwarden.drift.correction.Correction;
import java.util.List;
import java.util.Optional;

/**
 * The drift of a model's inputs and output against its baseline.
 *
 * @param alpha false-alarm budget of the whole report: the probability that unchanged data has even one feature called
 *     drifted
 * @param correction how the budget is shared among the features
 * @param features every feature in schema order, then the model's score and class
 */
public record DriftReport(double alpha, Correction correction, List<FeatureDrift> features) {

    public DriftReport {
        features = List.copyOf(features);
    }

    /**
     * The verdict for the model: drifted if any feature drifted; inconclusive if none did and none could be judged;
     * stable otherwise.
     *
     * @return drifted, stable or inconclusive
     */
    public String verdict() {
        if (features.stream().anyMatch(FeatureDrift::drifted)) {
            return "drifted";
        }
        return features.stream().allMatch(FeatureDrift::inconclusive) ? "inconclusive" : "stable";
    }

    /** {@return the names of the drifted features} */
    public List<String> driftedFeatures() {
        return features.stream()
                .filter(FeatureDrift::drifted)
                .map(FeatureDrift::feature)
                .toList();
    }

    /**
     * Finds a feature.
     *
     * @param name its name
     * @return its drift, empty if the report does not have it
     */
    public Optional<FeatureDrift> feature(String name) {
        return features.stream()
                .filter(feature -> feature.feature().equals(name))
                .findFirst();
    }
}
