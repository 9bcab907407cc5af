package io.github.modelwarden.conformance;

import io.github.modelwarden.drift.TestStatistic;
import io.github.modelwarden.drift.statistic.ChiSquareHomogeneity;
import io.github.modelwarden.drift.statistic.JensenShannon;
import io.github.modelwarden.drift.statistic.KolmogorovSmirnov;
import io.github.modelwarden.drift.statistic.PopulationStabilityIndex;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Answers to the cases of drift statistics. */
final class DriftAnswers {

    private static final double LN_2 = Math.log(2);

    private final CaseData data;

    DriftAnswers(CaseData data) {
        this.data = data;
    }

    /** {@return the statistics answered here, by name} */
    Map<String, Answerer> answerers() {
        return Map.ofEntries(
                Map.entry("ks_2samp", this::kolmogorovSmirnov),
                Map.entry("ks_statistic", this::kolmogorovSmirnov),
                Map.entry("drift_numeric", this::numericColumn),
                Map.entry("drift_categorical", this::categoricalColumn),
                Map.entry("chi_square_contingency", this::chiSquareTable),
                Map.entry("js_divergence", this::jensenShannon),
                Map.entry("js_distance", this::jensenShannon),
                Map.entry("psi", this::populationStabilityIndex),
                Map.entry("psi_chi2_threshold", this::populationStabilityThreshold));
    }

    Map<String, Object> kolmogorovSmirnov(ReferenceCase asked) throws IOException {
        if (!List.of("", "two-sided").contains(asked.param("alternative"))
                || asked.params().path("alternatives").size() > 1) {
            throw new Unanswerable("only the two-sided Kolmogorov-Smirnov test is in the API");
        }
        TestStatistic ks = ks(asked);
        Map<String, Object> values = new HashMap<>();
        values.put("statistic", ks.value());
        values.put("distance", ks.value());
        values.put("p_value", ks.pValue().orElseThrow());
        return values;
    }

    private TestStatistic ks(ReferenceCase asked) throws IOException {
        return KolmogorovSmirnov.withDefaults()
                .test(CaseData.numbers(data.side(asked, "reference")), CaseData.numbers(data.side(asked, "current")));
    }

    /** The shares of a report on one numeric column: its binned parts use other bins than ours and stay out. */
    Map<String, Object> numericColumn(ReferenceCase asked) throws IOException {
        TestStatistic ks = ks(asked);
        Map<String, Object> values = new HashMap<>();
        values.put("ks_statistic", ks.value());
        values.put("ks_p", ks.pValue().orElseThrow());
        return values;
    }

    Map<String, Object> categoricalColumn(ReferenceCase asked) throws IOException {
        if (!asked.param("missing").contains("dropped")) {
            throw new Unanswerable("the case does not say that missing values are dropped");
        }
        long[][] counts = CaseData.counts(data.side(asked, "reference"), data.side(asked, "current"));
        Map<String, Object> values = new HashMap<>();
        putChiSquare(values, counts, "chi2_statistic", "chi2_p");
        if (counts[0].length > 1) {
            values.put(
                    "cramers_v",
                    ChiSquareHomogeneity.withDefaults()
                            .test(counts[0], counts[1])
                            .effect());
            values.put("js_distance", jensenShannonDistance(counts));
        }
        return values;
    }

    Map<String, Object> chiSquareTable(ReferenceCase asked) {
        JsonNode table = asked.inputs().path("table");
        if (table.size() != 2) {
            throw new Unanswerable("the API compares two samples, this table has " + table.size() + " rows");
        }
        if (!asked.asksOnlyFor("correction", List.of("false"))) {
            throw new Unanswerable("the API has no continuity correction");
        }
        long[][] counts = new long[2][];
        for (int side = 0; side < 2; side++) {
            double[] cells = table.get(side)
                    .valueStream()
                    .mapToDouble(JsonNode::asDouble)
                    .toArray();
            counts[side] = new long[cells.length];
            for (int i = 0; i < cells.length; i++) {
                if (cells[i] != Math.rint(cells[i])) {
                    throw new Unanswerable("the API counts rows, this table has fractions");
                }
                counts[side][i] = (long) cells[i];
            }
        }
        Map<String, Object> values = new HashMap<>();
        putChiSquare(values, counts, "statistic", "p_value");
        return values;
    }

    private static void putChiSquare(Map<String, Object> values, long[][] counts, String statistic, String pValue) {
        if (counts[0].length < 2) {
            throw new Unanswerable("a single category leaves nothing to test");
        }
        TestStatistic chiSquare = ChiSquareHomogeneity.withDefaults().test(counts[0], counts[1]);
        values.put(statistic, chiSquare.value());
        chiSquare.pValue().ifPresent(p -> values.put(pValue, p));
    }

    Map<String, Object> jensenShannon(ReferenceCase asked) throws IOException {
        JsonNode inputs = asked.inputs();
        if (!asked.asksOnlyFor("log_base", List.of("2"))) {
            throw new Unanswerable("the logarithm base is neither natural nor 2");
        }
        if (!asked.param("type").equals("categorical")) {
            throw new Unanswerable("the bins of the case are cut another way than Modelwarden's");
        }
        long[][] counts = inputs.has("reference_counts")
                ? CaseData.counts(inputs.path("reference_counts"), inputs.path("current_counts"))
                : CaseData.counts(data.side(asked, "reference"), data.side(asked, "current"));
        double divergence = JensenShannon.divergence(counts[0], counts[1]).value();
        boolean bits = asked.param("log_base").equals("2");
        double value = bits ? divergence / LN_2 : divergence;
        return Map.of("divergence", value, "distance", bits ? jensenShannonDistance(counts) : Math.sqrt(divergence));
    }

    private static double jensenShannonDistance(long[][] counts) {
        return Math.sqrt(JensenShannon.divergence(counts[0], counts[1]).value() / LN_2);
    }

    Map<String, Object> populationStabilityThreshold(ReferenceCase asked) {
        if (!asked.param("formula").equals("chi2.ppf(1-p, bins-1)*(1/N+1/M)")) {
            throw new Unanswerable("the threshold follows another formula");
        }
        JsonNode inputs = asked.inputs();
        return Map.of(
                "threshold",
                PopulationStabilityIndex.withDefaults()
                        .threshold(
                                inputs.path("bins").asInt(),
                                inputs.path("n_reference").asLong(),
                                inputs.path("n_current").asLong(),
                                inputs.path("p_value").asDouble()));
    }

    Map<String, Object> populationStabilityIndex(ReferenceCase asked) {
        JsonNode inputs = asked.inputs();
        if (!asked.param("zero_rule").equals("half count: (count + 0.5) / (n + bins / 2)")
                || !inputs.has("reference_counts")) {
            throw new Unanswerable("PSI depends on the rule for empty bins: the case asks for '"
                    + asked.param("zero_rule") + "', Modelwarden smooths by half counts");
        }
        return Map.of(
                "psi",
                PopulationStabilityIndex.withDefaults()
                        .statistic(longs(inputs.path("reference_counts")), longs(inputs.path("current_counts"))));
    }

    private static long[] longs(JsonNode node) {
        return node.valueStream().mapToLong(JsonNode::asLong).toArray();
    }
}
