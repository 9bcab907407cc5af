package io.github.modelwarden.conformance;

import io.github.modelwarden.drift.TestStatistic;
import io.github.modelwarden.drift.statistic.GoodnessOfFit;
import io.github.modelwarden.drift.statistic.JensenShannon;
import io.github.modelwarden.drift.statistic.KolmogorovSmirnov;
import io.github.modelwarden.drift.statistic.TwoProportionZ;
import io.github.modelwarden.drift.statistic.WassersteinOne;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Answers to the cases of a report over columns. Where the case names no test for a column, it is Evidently's choice by type,
 * number of different values and number of rows.
 */
final class DatasetDriftAnswers {

    private static final int SMALL = 1000;
    private static final int FEW_VALUES = 5;
    private static final double DISTANCE_THRESHOLD = 0.1;
    private static final double LEVEL = 0.05;

    private DatasetDriftAnswers() {}

    static Map<String, Answerer> answerers() {
        return Map.of(
                "dataset_drift_report", DatasetDriftAnswers::report,
                "column_drift_error", DatasetDriftAnswers::refusal);
    }

    private record Score(double value, boolean isPValue) {

        boolean drifted(double threshold) {
            return isPValue ? value < threshold : value >= threshold;
        }
    }

    private record Cells(List<String> reference, List<String> current) {

        static Cells of(JsonNode reference, JsonNode current) {
            return new Cells(present(reference), present(current));
        }

        /** The values of a side without missing and infinite ones. */
        private static List<String> present(JsonNode side) {
            List<String> cells = new ArrayList<>();
            for (JsonNode value : side) {
                String text = value.asString("");
                if (!value.isNull() && !text.isEmpty() && !text.endsWith("Infinity") && !text.equals("NaN")) {
                    boolean whole = value.isNumber() && value.asDouble() == Math.rint(value.asDouble());
                    cells.add(whole ? Long.toString(value.asLong()) : text);
                }
            }
            return cells;
        }

        int different() {
            Set<String> values = new LinkedHashSet<>(reference);
            values.addAll(current);
            return values.size();
        }

        CategoryMasses masses() {
            return CategoryMasses.count(new ArrayList<>(reference), new ArrayList<>(current));
        }

        double[][] numbers() {
            return new double[][] {
                CaseInputs.numbers("reference", new ArrayList<>(reference)),
                CaseInputs.numbers("current", new ArrayList<>(current))
            };
        }

        boolean isNumeric() {
            try {
                return numbers().length == 2;
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
    }

    private static Map<String, @Nullable Object> report(ReferenceCase asked) throws IOException {
        JsonNode reference = asked.inputs().at("reference");
        JsonNode current = asked.inputs().at("current");
        if (!reference.isObject() || !current.isObject()) {
            throw new IllegalArgumentException("expected columns by name on both sides");
        }
        Map<String, Object> drift = new LinkedHashMap<>();
        Map<String, Object> scores = new LinkedHashMap<>();
        int drifted = 0;
        for (String column : reference.propertyNames()) {
            Cells cells = Cells.of(reference.path(column), current.path(column));
            requireValues(column, cells);
            Score score = score(asked.params().at("tests").path(column).asString(chosen(cells)), cells);
            double threshold = asked.params().number(score.isPValue ? LEVEL : DISTANCE_THRESHOLD, "threshold");
            drift.put(column, score.drifted(threshold));
            scores.put(column, score.value());
            drifted += score.drifted(threshold) ? 1 : 0;
        }
        double share = (double) drifted / drift.size();
        return new Values()
                .put("number_of_columns", drift.size())
                .put("number_of_drifted_columns", drifted)
                .put("share_of_drifted_columns", share)
                .put("dataset_drift", share >= asked.params().number(0.5, "dataset_drift_share"))
                .put("drift", drift)
                .put("score", scores)
                .asMap();
    }

    private static void requireValues(String column, Cells cells) {
        if (cells.reference().isEmpty() || cells.current().isEmpty()) {
            throw new IllegalArgumentException("column '" + column + "': expected values on both sides but got "
                    + cells.reference().size() + " reference and "
                    + cells.current().size() + " current ones that are there and finite");
        }
    }

    private static String chosen(Cells cells) {
        int different = cells.different();
        boolean numeric = cells.isNumeric();
        if (cells.reference().size() > SMALL) {
            return numeric && different > FEW_VALUES ? "wasserstein" : "jensenshannon";
        }
        return numeric && different > FEW_VALUES ? "ks" : different <= 2 ? "z" : "chi_square_gof";
    }

    private static Score score(String test, Cells cells) {
        CategoryMasses masses = cells.masses();
        return switch (test) {
            case "z" ->
                new Score(
                        TableAnswers.pValue(
                                TwoProportionZ.withDefaults().test(masses.referenceCounts(), masses.currentCounts())),
                        true);
            case "chi_square_gof", "chisquare" -> new Score(fit(masses), true);
            case "ks" ->
                new Score(pValue(KolmogorovSmirnov.withDefaults().test(cells.numbers()[0], cells.numbers()[1])), true);
            case "jensenshannon" ->
                new Score(
                        Math.sqrt(JensenShannon.withDefaults().statistic(masses.reference(), masses.current())), false);
            case "wasserstein" ->
                new Score(
                        WassersteinOne.withDefaults()
                                .withReferencePopulationDeviations()
                                .test(cells.numbers()[0], cells.numbers()[1])
                                .value(),
                        false);
            default ->
                throw new Unanswerable("the report's test '" + test + "' is not one of z, chi_square_gof, ks,"
                        + " jensenshannon and wasserstein");
        };
    }

    private static double pValue(TestStatistic result) {
        return result.pValue().orElse(1);
    }

    /** The p-value of the fit; 0 with a category that the reference does not have, whose share there is 0. */
    private static double fit(CategoryMasses masses) {
        return FitAnswers.hasUnseen(masses)
                ? 0
                : pValue(GoodnessOfFit.chiSquare().test(masses.reference(), masses.current()));
    }

    /** Whether a column can be compared at all; the answer to one that can is that there is no error. */
    private static Map<String, @Nullable Object> refusal(ReferenceCase asked) throws IOException {
        JsonNode reference = side(asked, "reference");
        JsonNode current = side(asked, "current");
        Cells cells = Cells.of(reference, current);
        requireValues(
                asked.params().text("column").isEmpty() ? "col" : asked.params().text("column"), cells);
        if (asked.params().says("column_type", "num")) {
            cells.numbers();
        }
        return new Values().put("error", false).asMap();
    }

    private static JsonNode side(ReferenceCase asked, String name) throws IOException {
        JsonNode side = asked.inputs().at(name);
        if (side.isObject()) {
            String column = asked.inputs().has("column")
                    ? asked.inputs().text("column")
                    : asked.params().at("column").asString("");
            side = side.path(column);
        }
        if (!side.isArray()) {
            throw new IllegalArgumentException(
                    name + ": expected the values of the column but the " + name + " data does not have them");
        }
        return side;
    }
}
