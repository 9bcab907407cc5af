package io.github.modelwarden.conformance;

import io.github.modelwarden.drift.statistic.EnergyDistance;
import io.github.modelwarden.drift.statistic.WassersteinOne;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers to the cases of distances between two samples of numbers, with weights or without. */
final class SampleDistanceAnswers {

    private SampleDistanceAnswers() {}

    static Map<String, Answerer> answerers() {
        return Map.of(
                "wasserstein", SampleDistanceAnswers::wasserstein,
                "wasserstein_norm", SampleDistanceAnswers::standardised,
                "energy_distance", SampleDistanceAnswers::energy);
    }

    private static boolean isWeighted(CaseInputs inputs) {
        return inputs.has("reference_weights") || inputs.has("current_weights");
    }

    private static double[] weights(CaseInputs inputs, String side) throws IOException {
        if (inputs.has(side + "_weights")) {
            return inputs.numbers(side + "_weights");
        }
        double[] ones = new double[inputs.numbers(side).length];
        java.util.Arrays.fill(ones, 1);
        return ones;
    }

    private static Map<String, @Nullable Object> wasserstein(ReferenceCase asked) throws IOException {
        CaseInputs inputs = asked.inputs();
        if (asked.params().says("norm", "std", "dev") || asked.params().says("form", "divided")) {
            return standardised(asked);
        }
        double[] reference = inputs.numbers("reference");
        double[] current = inputs.numbers("current");
        double distance = isWeighted(inputs)
                ? WassersteinOne.weighted(reference, weights(inputs, "reference"), current, weights(inputs, "current"))
                : WassersteinOne.withDefaults().test(reference, current).value();
        return new Values().putDistance(asked, "wasserstein", distance).asMap();
    }

    /** In standard deviations of the reference: of the population unless the case says of the sample. */
    private static Map<String, @Nullable Object> standardised(ReferenceCase asked) throws IOException {
        if (isWeighted(asked.inputs())) {
            throw new Unanswerable("the API has no weights for distances in standard deviations");
        }
        boolean sample = asked.params().number(0, "ddof") == 1
                || asked.params().says("norm", "sample")
                || asked.params().says("form", "sample");
        WassersteinOne test = sample
                ? WassersteinOne.withDefaults().withReferenceDeviations()
                : WassersteinOne.withDefaults().withReferencePopulationDeviations();
        double distance = test.test(
                        asked.inputs().numbers("reference"), asked.inputs().numbers("current"))
                .value();
        return new Values().putDistance(asked, "wasserstein_norm", distance).asMap();
    }

    private static Map<String, @Nullable Object> energy(ReferenceCase asked) throws IOException {
        CaseInputs inputs = asked.inputs();
        double[] reference = inputs.numbers("reference");
        double[] current = inputs.numbers("current");
        double root = isWeighted(inputs)
                ? EnergyDistance.weighted(reference, weights(inputs, "reference"), current, weights(inputs, "current"))
                : EnergyDistance.withDefaults().test(reference, current).value();
        boolean squared = asked.params().has("form") && !asked.params().says("form", "sqrt");
        return new Values()
                .putDistance(asked, "energy", squared ? root * root : root)
                .asMap();
    }
}
