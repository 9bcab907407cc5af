package io.github.modelwarden.conformance;

import io.github.modelwarden.drift.TestStatistic;
import io.github.modelwarden.drift.statistic.Alternative;
import io.github.modelwarden.drift.statistic.ChiSquareHomogeneity;
import io.github.modelwarden.drift.statistic.FisherExact;
import io.github.modelwarden.drift.statistic.GTest;
import io.github.modelwarden.drift.statistic.TwoProportionZ;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Answers to the cases of tests on tables of counts: a row a sample, a column a category. */
final class TableAnswers {

    private static final String OTHER = "not the first category";

    private TableAnswers() {}

    static Map<String, Answerer> answerers() {
        return Map.of(
                "chi_square_contingency", TableAnswers::chiSquare,
                "g_test_contingency", TableAnswers::gTest,
                "fisher_exact_2x2", TableAnswers::fisher,
                "z_test_proportions", TableAnswers::proportions);
    }

    private static double[][] table(ReferenceCase asked) throws IOException {
        CaseInputs inputs = asked.inputs();
        if (inputs.has("table")) {
            return inputs.rows("table");
        }
        return (inputs.has("reference_counts")
                        ? CategoryMasses.of(inputs.at("reference_counts"), inputs.at("current_counts"))
                        : CategoryMasses.count(inputs.cells("reference"), inputs.cells("current")))
                .table();
    }

    private static Map<String, @Nullable Object> chiSquare(ReferenceCase asked) throws IOException {
        ChiSquareHomogeneity test = ChiSquareHomogeneity.withDefaults();
        if (asked.params().flag(false, "correction", "yates")) {
            test = test.withYatesCorrection();
        }
        double[][] table = table(asked);
        TestStatistic result = test.test(table);
        int degrees = test.degreesOfFreedom(table);
        return new Values()
                .put("statistic", result.value())
                .put("df", degrees)
                .put("dof", degrees)
                .put("cramers_v", result.effect())
                .putPValue(asked, Values.orNull(result.pValue()))
                .asMap();
    }

    private static Map<String, @Nullable Object> gTest(ReferenceCase asked) throws IOException {
        GTest test = GTest.withDefaults();
        if (asked.params().flag(false, "correction", "yates")) {
            test = test.withYatesCorrection();
        }
        double[][] table = table(asked);
        TestStatistic result = test.test(table);
        int degrees = ChiSquareHomogeneity.withDefaults().degreesOfFreedom(table);
        return new Values()
                .put("statistic", result.value())
                .put("df", degrees)
                .put("dof", degrees)
                .putPValue(asked, Values.orNull(result.pValue()))
                .asMap();
    }

    private static Map<String, @Nullable Object> fisher(ReferenceCase asked) throws IOException {
        long[][] counts = asked.inputs().has("table") ? square(table(asked)) : twoCategories(asked);
        Values values = Alternatives.answer(
                asked,
                alternative ->
                        FisherExact.withDefaults().withAlternative(alternative).test(counts[0], counts[1]));
        return values.put("odds_ratio", FisherExact.withDefaults().oddsRatio(counts[0], counts[1]))
                .asMap();
    }

    private static long[][] square(double[][] table) {
        if (table.length != 2 || table[0].length != 2 || table[1].length != 2) {
            throw new IllegalArgumentException("table: expected two rows of two counts");
        }
        return new long[][] {CategoryMasses.whole(table[0]), CategoryMasses.whole(table[1])};
    }

    /** Counts of lists. A missing or an infinite value is refused, as the case does not say that it may be left out. */
    private static long[][] twoCategories(ReferenceCase asked) throws IOException {
        List<@Nullable String> reference = asked.inputs().cells("reference");
        List<@Nullable String> current = asked.inputs().cells("current");
        List<@Nullable String> all = new ArrayList<>(reference);
        all.addAll(current);
        boolean missing = all.stream().anyMatch(cell -> cell == null || cell.endsWith("Infinity"));
        if (missing && !asked.params().says("missing", "drop", "ignore", "omit")) {
            throw new IllegalArgumentException(
                    "null value or infinite value in some rows, and the case does not say that they may be left out");
        }
        CategoryMasses masses = CategoryMasses.count(reference, current);
        if (masses.names().size() > 2) {
            throw new IllegalArgumentException("more than two categories: " + masses.names());
        }
        if (asked.asksForARefusal() && reference.size() != current.size()) {
            throw new Unanswerable("the peer refuses samples of different sizes, for which the test is made too");
        }
        return new long[][] {masses.referenceCounts(), masses.currentCounts()};
    }

    private static Map<String, @Nullable Object> proportions(ReferenceCase asked) throws IOException {
        if (!asked.params().flag(true, "pooled")) {
            throw new Unanswerable("the API pools the variance of the proportions");
        }
        CategoryMasses masses = proportionMasses(asked);
        long[] reference = masses.referenceCounts();
        long[] current = masses.currentCounts();
        Alternative alternative = Alternatives.of(asked.params()).get(0);
        TestStatistic result =
                TwoProportionZ.withDefaults().withAlternative(alternative).test(reference, current);
        return new Values()
                .put("statistic", result.value())
                .put("z", result.value())
                .putPValue(asked, pValue(result))
                .asMap();
    }

    private static CategoryMasses proportionMasses(ReferenceCase asked) throws IOException {
        CaseInputs inputs = asked.inputs();
        if (inputs.has("reference_counts")) {
            return CategoryMasses.of(inputs.at("reference_counts"), inputs.at("current_counts"));
        }
        if (inputs.has("table")) {
            double[][] table = table(asked);
            return new CategoryMasses(List.of("0", "1"), table[0], table[1]);
        }
        return proportions(inputs.cells("reference"), inputs.cells("current"), asked.params());
    }

    /** Rows of the first category among all rows; a missing value is one of the others unless it is to be left out. */
    private static CategoryMasses proportions(
            List<@Nullable String> reference, List<@Nullable String> current, Convention params) {
        if (params.says("missing", "drop", "ignore", "omit") || !hasMissing(reference, current)) {
            return CategoryMasses.count(reference, current);
        }
        CategoryMasses present = CategoryMasses.count(reference, current);
        if (present.names().isEmpty()) {
            throw new IllegalArgumentException("expected values but all are missing");
        }
        String first = present.names().get(0);
        return CategoryMasses.count(share(reference, first), share(current, first));
    }

    private static boolean hasMissing(List<@Nullable String> reference, List<@Nullable String> current) {
        return reference.stream().anyMatch(Objects::isNull) || current.stream().anyMatch(Objects::isNull);
    }

    private static List<@Nullable String> share(List<@Nullable String> cells, String first) {
        List<@Nullable String> shares = new ArrayList<>();
        cells.forEach(cell -> shares.add(first.equals(cell) ? first : OTHER));
        return shares;
    }

    /** Of equal constants the z is 0, whose p-value is 1; the API gives none, as nothing could differ. */
    static double pValue(TestStatistic proportions) {
        return proportions.pValue().orElse(1);
    }
}
