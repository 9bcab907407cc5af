package io.github.modelwarden.conformance;

import io.github.modelwarden.drift.TestStatistic;
import io.github.modelwarden.drift.statistic.GoodnessOfFit;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers to the cases of goodness-of-fit tests, which take the reference for the truth. */
final class FitAnswers {

    private FitAnswers() {}

    static Map<String, Answerer> answerers() {
        return Map.of(
                "chi_square_gof", asked -> fit(asked, GoodnessOfFit.chiSquare()),
                "g_test_gof", asked -> fit(asked, GoodnessOfFit.likelihoodRatio()));
    }

    private static CategoryMasses masses(ReferenceCase asked) throws IOException {
        CaseInputs inputs = asked.inputs();
        if (inputs.has("current_counts") && inputs.has("reference_counts")) {
            return CategoryMasses.of(inputs.at("reference_counts"), inputs.at("current_counts"));
        }
        if (inputs.has("current_counts")) {
            CategoryMasses current = CategoryMasses.of(inputs.at("current_counts"), inputs.at("current_counts"));
            double[] uniform = new double[current.current().length];
            Arrays.fill(uniform, 1);
            return new CategoryMasses(current.names(), uniform, current.current());
        }
        return CategoryMasses.count(inputs.cells("reference"), inputs.cells("current"));
    }

    private static boolean dropsUnseen(Convention params) {
        return params.says("form", "not in expected dropped", "unseen dropped", "dropped; ")
                || params.says("unseen", "drop");
    }

    private static boolean merges(Convention params) {
        return params.says("form", "merged");
    }

    private static Map<String, @Nullable Object> fit(ReferenceCase asked, GoodnessOfFit kind) throws IOException {
        CategoryMasses masses = masses(asked);
        Convention params = asked.params();
        if (hasUnseen(masses) && !dropsUnseen(params)) {
            return infinite(asked);
        }
        GoodnessOfFit test = kind.withEstimatedParameters(params.whole(0, "ddof", "estimated_parameters"));
        test = dropsUnseen(params) ? test.withUnseenBinsDropped() : test;
        test = merges(params) ? test.withSparseBinsMerged() : test;
        return answer(
                asked,
                test.test(masses.reference(), masses.current()),
                test.degreesOfFreedom(masses.reference(), masses.current()));
    }

    static boolean hasUnseen(CategoryMasses masses) {
        for (int i = 0; i < masses.reference().length; i++) {
            if (masses.reference()[i] == 0 && masses.current()[i] > 0) {
                return true;
            }
        }
        return false;
    }

    /** Rows where none are expected: the API refuses them, and the formula divides by 0. */
    private static Map<String, @Nullable Object> infinite(ReferenceCase asked) {
        if (asked.asksForARefusal()) {
            throw new IllegalArgumentException("the current data has categories that the reference does not have");
        }
        return new Values()
                .put("statistic", Double.POSITIVE_INFINITY)
                .putPValue(asked, 0.0)
                .asMap();
    }

    /** Without a degree of freedom there is no p-value; where bins were merged away, no statistic either. */
    private static Map<String, @Nullable Object> answer(ReferenceCase asked, TestStatistic result, int degrees) {
        boolean nothingToTest = degrees < 1;
        return new Values()
                .put("statistic", nothingToTest && merges(asked.params()) ? (Double) Double.NaN : result.value())
                .put("df", degrees)
                .putPValue(asked, nothingToTest ? (Double) Double.NaN : Values.orNull(result.pValue()))
                .asMap();
    }
}
