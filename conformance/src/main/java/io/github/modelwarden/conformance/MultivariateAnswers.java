package io.github.modelwarden.conformance;

import io.github.modelwarden.drift.TestStatistic;
import io.github.modelwarden.drift.multivariate.MaximumMeanDiscrepancy;
import io.github.modelwarden.drift.statistic.PermutationPValue;
import java.io.IOException;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Answers to the cases of kernels, the maximum mean discrepancy, and p-values from permutations. */
final class MultivariateAnswers {

    private static final int LEAST_PERMUTATIONS = 19;
    private static final int PERMUTATIONS = 999;

    private MultivariateAnswers() {}

    static Map<String, Answerer> answerers() {
        return Map.of(
                "mmd2_unbiased", MultivariateAnswers::discrepancy,
                "mmd_permutation", MultivariateAnswers::discrepancy,
                "rbf_kernel", MultivariateAnswers::kernel,
                "permutation_p_value", MultivariateAnswers::permutations);
    }

    private static Map<String, @Nullable Object> discrepancy(ReferenceCase asked) throws IOException {
        Convention params = asked.params();
        if (params.has("kernel") && !params.says("kernel", "rbf", "gauss")) {
            throw new Unanswerable("the kernel '" + params.text("kernel") + "' is not in the API");
        }
        double[][] reference = asked.inputs().rows("reference");
        double[][] current = asked.inputs().rows("current");
        MaximumMeanDiscrepancy test = MaximumMeanDiscrepancy.withDefaults();
        OptionalDouble sigma = params.number("sigma");
        test = sigma.isPresent() ? test.withSigma(sigma.getAsDouble()) : test;
        Values values = new Values().putDistance(asked, "mmd2", test.statistic(reference, current));
        if (asked.wants("p_value") || asked.wants("permutation_p_value")) {
            int permutations = Math.max(LEAST_PERMUTATIONS, params.whole(PERMUTATIONS, "permutations"));
            TestStatistic result = test.withPermutations(permutations).test(reference, current);
            values.putPValue(asked, Values.orNull(result.pValue())).put("permutation_p_value", result.pValue());
        }
        return values.asMap();
    }

    private static Map<String, @Nullable Object> kernel(ReferenceCase asked) throws IOException {
        double sigma = asked.params().number(1, "sigma");
        return new Values()
                .put(
                        "kernel",
                        MaximumMeanDiscrepancy.rbfKernel(
                                asked.inputs().rows("x"), asked.inputs().rows("y"), sigma))
                .asMap();
    }

    private static Map<String, @Nullable Object> permutations(ReferenceCase asked) throws IOException {
        Convention params = asked.params();
        boolean[] extreme = extreme(asked.inputs());
        int hits = 0;
        for (boolean one : extreme) {
            hits += one ? 1 : 0;
        }
        int drawn = params.whole(extreme.length, "num_permutations", "permutations");
        double pValue;
        if (params.says("method", "share", "estimate", "mean")) {
            pValue = PermutationPValue.share(hits, extreme.length);
        } else if (params.says("method", "conservative", "+ 1", "+1")) {
            pValue = PermutationPValue.conservative(hits, drawn);
        } else if (params.says("method", "exact")) {
            pValue = PermutationPValue.drawnWithReplacement(hits, extreme.length, different(asked));
        } else {
            throw new Unanswerable(
                    params.says("method", "approx")
                            ? "the peer's approximation multiplies the integral by the width of its interval, which it contains"
                                    + " already: a mistake that is not repeated"
                            : "the method '" + params.text("method") + "' is none of share, conservative and exact");
        }
        return new Values().putPValue(asked, pValue).asMap();
    }

    private static long different(ReferenceCase asked) throws IOException {
        String name = "total_num_permutations";
        double total =
                asked.params().number(asked.inputs().at(name).asDouble(0), name, "total_permutations", "different");
        if (!(total >= 1)) {
            throw new Unanswerable("the case does not state how many different permutations there are");
        }
        return (long) total;
    }

    private static boolean[] extreme(CaseInputs inputs) throws IOException {
        JsonNode flags = inputs.at("extreme");
        if (flags.isArray()) {
            boolean[] extreme = new boolean[flags.size()];
            for (int i = 0; i < extreme.length; i++) {
                extreme[i] = flags.get(i).asBoolean();
            }
            return extreme;
        }
        double observed = inputs.at(inputs.has("observed_statistic") ? "observed_statistic" : "observed")
                .asDouble();
        double[] permuted = inputs.numbers(inputs.has("permuted_statistic") ? "permuted_statistic" : "permuted");
        boolean[] extreme = new boolean[permuted.length];
        for (int i = 0; i < extreme.length; i++) {
            extreme[i] = permuted[i] >= observed;
        }
        return extreme;
    }
}
