package io.github.modelwarden.conformance;

import io.github.modelwarden.core.performance.ConfusionMatrix;
import io.github.modelwarden.core.performance.ConfusionMatrix.Outcome;
import io.github.modelwarden.core.performance.FairnessMetric;
import io.github.modelwarden.core.performance.GroupFairness;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Answers to the cases of how two groups are treated. */
final class FairnessAnswers {

    private FairnessAnswers() {}

    static Map<String, Answerer> answerers() {
        return Map.of(
                "group_fairness", FairnessAnswers::groups,
                "disparate_impact_ratio", FairnessAnswers::outcomes,
                "statistical_parity_difference", FairnessAnswers::outcomes);
    }

    private static Map<String, @Nullable Object> groups(ReferenceCase asked) throws IOException {
        Convention params = asked.params();
        LabelledRows rows = LabelledRows.of(asked);
        String favorable = params.has("favorable") ? params.at("favorable").asString() : rows.positive(params);
        boolean[] truth = LabelledRows.flags(rows.truth(), favorable);
        boolean[] predicted = rows.predictedPositive(params, favorable);
        List<String> attribute = LabelledRows.labels(asked.inputs(), "attribute");
        StreamAnswers.requireSameLength(truth.length, attribute.size());
        if (!params.has("privileged")) {
            throw new Unanswerable("the case does not state the privileged group");
        }
        String group = params.at("privileged").asString();
        ConfusionMatrix privileged = ConfusionMatrix.EMPTY;
        ConfusionMatrix unprivileged = ConfusionMatrix.EMPTY;
        for (int i = 0; i < truth.length; i++) {
            Outcome outcome = Outcome.of(predicted[i], truth[i]);
            if (attribute.get(i).equals(group)) {
                privileged = privileged.plus(outcome);
            } else {
                unprivileged = unprivileged.plus(outcome);
            }
        }
        return values(params, privileged, unprivileged).asMap();
    }

    private static Map<String, @Nullable Object> outcomes(ReferenceCase asked) throws IOException {
        Values values = values(
                asked.params(), outcomes(asked, "privileged_outcomes"), outcomes(asked, "unprivileged_outcomes"));
        return values.put("dir", ratio(values, FairnessMetric.DISPARATE_IMPACT_RATIO))
                .put("spd", ratio(values, FairnessMetric.STATISTICAL_PARITY_DIFFERENCE))
                .asMap();
    }

    private static @Nullable Object ratio(Values values, FairnessMetric metric) {
        Object value = values.asMap().get(metric.word());
        return value == null ? (Object) Double.NaN : value;
    }

    private static ConfusionMatrix outcomes(ReferenceCase asked, String name) throws IOException {
        String favorable =
                asked.params().has("favorable") ? asked.params().at("favorable").asString() : "1";
        ConfusionMatrix matrix = ConfusionMatrix.EMPTY;
        for (String outcome : LabelledRows.labels(asked.inputs(), name)) {
            matrix = matrix.plus(Outcome.of(outcome.equals(favorable), false));
        }
        return matrix;
    }

    private static Values values(Convention params, ConfusionMatrix privileged, ConfusionMatrix unprivileged) {
        if (privileged.total() == 0 || unprivileged.total() == 0) {
            throw new IllegalArgumentException("expected rows of both groups but got " + privileged.total()
                    + " privileged and " + unprivileged.total() + " other ones");
        }
        boolean reversed = params.text("difference").startsWith("privileged");
        GroupFairness fairness = new GroupFairness(privileged, unprivileged);
        Values values = new Values()
                .put("positive_rate_privileged", privileged.positiveRate())
                .put("positive_rate_unprivileged", unprivileged.positiveRate());
        for (FairnessMetric metric : FairnessMetric.values()) {
            OptionalDouble value = fairness.value(metric);
            boolean difference = metric != FairnessMetric.DISPARATE_IMPACT_RATIO;
            values.put(
                    metric.word(),
                    reversed && difference && value.isPresent() ? OptionalDouble.of(-value.getAsDouble()) : value);
        }
        return values;
    }
}
