package io.github.modelwarden.conformance;

import io.github.modelwarden.drift.TestStatistic;
import io.github.modelwarden.drift.statistic.ChiSquareHomogeneity;
import io.github.modelwarden.drift.statistic.GoodnessOfFit;
import io.github.modelwarden.drift.statistic.Hellinger;
import io.github.modelwarden.drift.statistic.JensenShannon;
import io.github.modelwarden.drift.statistic.LInfinity;
import io.github.modelwarden.drift.statistic.TotalVariation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers to the cases that ask for everything about a column, numeric or categorical. */
final class ColumnDriftAnswers {

    private static final String MISSING_CATEGORY = "(missing)";

    private ColumnDriftAnswers() {}

    static Map<String, Answerer> answerers() {
        return Map.of(
                "drift_numeric",
                asked -> new NumericColumnDrift(asked).values(),
                "drift_categorical",
                ColumnDriftAnswers::categorical);
    }

    private static Map<String, @Nullable Object> categorical(ReferenceCase asked) throws IOException {
        Convention params = asked.params();
        boolean dropped = !params.has("missing") || params.says("missing", "drop", "ignore", "omit");
        CategoryMasses masses = CategoryMasses.count(
                kept(asked.inputs().cells("reference"), dropped),
                kept(asked.inputs().cells("current"), dropped));
        BinnedSides sides = new BinnedSides(masses.reference(), masses.current());
        double divisor = base(params.text("js"));
        Values values = new Values()
                .put("psi", stabilityIndex(params, sides))
                .put("js_distance", Math.sqrt(jensenShannon(sides) / divisor))
                .put("js_divergence", jensenShannon(sides) / divisor)
                .put("hellinger", Hellinger.withDefaults().statistic(sides.reference(), sides.current()))
                .put("tvd", TotalVariation.withDefaults().statistic(sides.reference(), sides.current()))
                .put("l_infinity", LInfinity.withDefaults().statistic(sides.reference(), sides.current()))
                .put("counts", counts(masses));
        putContingency(values, masses, params);
        putFit(values, masses);
        return values.asMap();
    }

    private static List<@Nullable String> kept(List<@Nullable String> cells, boolean dropMissing) {
        List<@Nullable String> kept = new ArrayList<>();
        cells.forEach(cell -> kept.add(cell == null && !dropMissing ? MISSING_CATEGORY : cell));
        return kept;
    }

    /** The divisor of natural logarithms for the base that the words name: 2, or e without one. */
    static double base(String words) {
        return words.contains("base 2") || words.contains("log2") ? Math.log(2) : 1;
    }

    static double jensenShannon(BinnedSides sides) {
        return JensenShannon.withDefaults().statistic(sides.reference(), sides.current());
    }

    static double stabilityIndex(Convention params, BinnedSides sides) {
        return BinnedDistanceAnswers.stabilityIndex(sides, ZeroRules.of(params));
    }

    private static Map<String, Object> counts(CategoryMasses masses) {
        Map<String, Object> reference = new LinkedHashMap<>();
        Map<String, Object> current = new LinkedHashMap<>();
        for (int i = 0; i < masses.names().size(); i++) {
            reference.put(masses.names().get(i), masses.referenceCounts()[i]);
            current.put(masses.names().get(i), masses.currentCounts()[i]);
        }
        return Map.of("reference", reference, "current", current);
    }

    /** Undefined with a single category, which leaves nothing to test. */
    private static void putContingency(Values values, CategoryMasses masses, Convention params) {
        ChiSquareHomogeneity test = params.says("chi2", "with correction", "yates")
                ? ChiSquareHomogeneity.withDefaults().withYatesCorrection()
                : ChiSquareHomogeneity.withDefaults();
        int degrees = test.degreesOfFreedom(masses.table());
        TestStatistic result = test.test(masses.table());
        boolean defined = degrees > 0;
        values.put("chi2_statistic", defined ? (Double) result.value() : null)
                .put("chi2_df", defined ? (Integer) degrees : null)
                .put("chi2_p", defined ? Values.orNull(result.pValue()) : null)
                .put("cramers_v", defined ? (Double) result.effect() : null);
    }

    /** Undefined with a single category, or with one that the reference does not have. */
    private static void putFit(Values values, CategoryMasses masses) {
        TestStatistic result = FitAnswers.hasUnseen(masses) || masses.names().size() < 2
                ? null
                : GoodnessOfFit.chiSquare().test(masses.reference(), masses.current());
        values.put("gof_statistic", result == null ? null : (Double) result.value())
                .put("gof_p", result == null ? null : Values.orNull(result.pValue()));
    }
}
