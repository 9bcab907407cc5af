package io.github.modelwarden.conformance;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** TrustyAI's mean shift, which is declined. */
final class MeanShiftAnswers {

    private MeanShiftAnswers() {}

    static Map<String, Answerer> answerers() {
        return Map.of("mean_shift_t", MeanShiftAnswers::declined, "mean_shift_t_table", MeanShiftAnswers::declined);
    }

    private static Map<String, @Nullable Object> declined(ReferenceCase asked) {
        throw new Unanswerable(
                "TrustyAI's t of the mean shift divides the variances by n where an estimate divides by n - 1,"
                        + " and takes n1 + n2 - 2 degrees of freedom, which belong to the test with pooled variances that it is not."
                        + " Modelwarden does not repeat the mistake; it has Welch's t-test for the same question");
    }
}
