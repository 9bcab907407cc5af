package io.github.modelwarden.drift.report;

import io.github.modelwarden.drift.correction.Correction;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The drift of a model's inputs and output against its baseline.
 *
 * @param alpha false-alarm budget of the whole report: the probability that unchanged data has even one feature called
 *     drifted
 * @param correction how the budget is shared among the features
 * @param minimumEffect smallest population stability index beyond its noise that is called drift
 * @param features every feature in schema order, then the model's score and class
 * @param joint tests of all features together, which share the budget; empty unless they were asked for
 */
public record DriftReport(
        double alpha,
        Correction correction,
        double minimumEffect,
        List<FeatureDrift> features,
        List<JointDrift> joint) {

    public DriftReport {
        features = List.copyOf(features);
        joint = List.copyOf(joint);
    }

    /**
     * The verdict for the model: drifted if any feature, or all together, drifted; inconclusive if none did and none could
     * be judged, or the data of any feature was wrong or not there; stable otherwise.
     *
     * @return drifted, stable or inconclusive
     */
    public String verdict() {
        if (features.stream().anyMatch(FeatureDrift::drifted) || joint.stream().anyMatch(JointDrift::drifted)) {
            return "drifted";
        }
        boolean nothingJudged = features.stream().allMatch(FeatureDrift::inconclusive)
                && joint.stream().allMatch(JointDrift::inconclusive);
        return nothingJudged || features.stream().anyMatch(FeatureDrift::unusable) ? "inconclusive" : "stable";
    }

    /** {@return the names of the drifted features} */
    public List<String> driftedFeatures() {
        return features.stream()
                .filter(FeatureDrift::drifted)
                .map(FeatureDrift::feature)
                .toList();
    }

    /**
     * The features in the order in which they deserve attention: drifted ones first, then stable, then inconclusive; among
     * these by their estimated effect on the model's mean score where the reference has scores, and by the effect of the
     * deciding statistic otherwise.
     *
     * @return all features, the most important first
     */
    public List<FeatureDrift> ranked() {
        return features.stream()
                .sorted(Comparator.comparingInt(
                                (FeatureDrift feature) -> feature.inconclusive() ? 2 : feature.drifted() ? 0 : 1)
                        .thenComparing(Comparator.comparingDouble(DriftReport::outputEffect)
                                .reversed())
                        .thenComparing(
                                Comparator.comparingDouble(DriftReport::effect).reversed()))
                .toList();
    }

    private static double outputEffect(FeatureDrift feature) {
        return Math.abs(feature.evidence().outputEffect().orElse(0));
    }

    private static double effect(FeatureDrift feature) {
        return feature.deciding().map(test -> test.effect()).orElse(0.0);
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
