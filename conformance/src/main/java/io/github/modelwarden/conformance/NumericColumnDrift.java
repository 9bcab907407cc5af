package io.github.modelwarden.conformance;

import io.github.modelwarden.core.binning.BinEdges;
import io.github.modelwarden.core.profile.Moments;
import io.github.modelwarden.drift.SampleTest;
import io.github.modelwarden.drift.TestStatistic;
import io.github.modelwarden.drift.statistic.AndersonDarling;
import io.github.modelwarden.drift.statistic.CramerVonMises;
import io.github.modelwarden.drift.statistic.EnergyDistance;
import io.github.modelwarden.drift.statistic.Hellinger;
import io.github.modelwarden.drift.statistic.KolmogorovSmirnov;
import io.github.modelwarden.drift.statistic.KullbackLeibler;
import io.github.modelwarden.drift.statistic.MannWhitney;
import io.github.modelwarden.drift.statistic.NullDistribution;
import io.github.modelwarden.drift.statistic.TotalVariation;
import io.github.modelwarden.drift.statistic.WassersteinOne;
import io.github.modelwarden.drift.statistic.WelchT;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything about one numeric column: binned distances, tests, distances between the values, and summaries. */
final class NumericColumnDrift {

    /** Relative to a standard error of the mean; cases are told to six digits. */
    private static final double ROUNDING = 1e-7;

    private final ReferenceCase asked;
    private final Convention params;
    private final double[] reference;
    private final double[] current;
    private final int missingReference;
    private final int missingCurrent;
    private final boolean integers;

    NumericColumnDrift(ReferenceCase asked) throws IOException {
        this.asked = asked;
        this.params = asked.params();
        CaseInputs inputs = asked.inputs();
        double[] allReference = inputs.numbers("reference");
        double[] allCurrent = inputs.numbers("current");
        this.reference = present(allReference);
        this.current = present(allCurrent);
        this.missingReference = allReference.length - reference.length;
        this.missingCurrent = allCurrent.length - current.length;
        this.integers = !inputs.isDataSet() && inputs.isIntegers("reference") && inputs.isIntegers("current");
        if (reference.length == 0 || current.length == 0) {
            throw new IllegalArgumentException("expected values on both sides but got " + reference.length
                    + " reference and " + current.length + " current ones");
        }
    }

    /**
     * Declines values that are so large beside their spread that a sum of them in doubles decides about the digits of the
     * mean that a test rests on.
     */
    private static void requireSummable(double[] values) {
        Moments moments = Moments.create();
        for (double value : values) {
            moments.accept(value);
        }
        double rounding = Math.ulp(moments.mean() * values.length);
        double spread = moments.standardDeviation() * Math.sqrt(values.length);
        if (spread > 0 && rounding / spread > ROUNDING) {
            throw new Unanswerable(
                    "the values are so large beside their spread that their sum loses the digits in question."
                            + " The peer adds them up, so that its mean and its standard deviation are off; Modelwarden adds up"
                            + " distances from the first value and loses nothing");
        }
    }

    private static double[] present(double[] values) {
        return Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
    }

    Map<String, @Nullable Object> values() {
        if (reference.length < 2 || current.length < 2) {
            throw new Unanswerable("a sample of one value: the API compares at least two values a side");
        }
        if (asked.wants("welch_t") || asked.wants("summary")) {
            requireSummable(reference);
            requireSummable(current);
        }
        Values values = new Values();
        putBinned(values);
        putTests(values);
        put(values, "wasserstein", WassersteinOne.withDefaults());
        putStandardised(values);
        put(values, "energy", EnergyDistance.withDefaults());
        putMeans(values);
        values.put("missing", Map.of("reference", missingReference, "current", missingCurrent));
        values.put("summary", Map.of("reference", summary(reference), "current", summary(current)));
        return values.asMap();
    }

    private void putBinned(Values values) {
        String words = params.has("psi_bins") ? params.text("psi_bins") : "10 quantile bins";
        NumericBins bins = NumericBins.of(words, reference, current, integers);
        BinnedSides sides = new BinnedSides(bins.counts(reference), bins.counts(current));
        double divergence = ColumnDriftAnswers.jensenShannon(sides) / ColumnDriftAnswers.base(params.text("js"));
        values.put("psi", ColumnDriftAnswers.stabilityIndex(params, sides))
                .put("psi_edges", bins.edges().edges())
                .put("reference_proportions", shares(sides.reference(), reference.length))
                .put("current_proportions", shares(sides.current(), current.length))
                .put("js_divergence", divergence)
                .put("js_distance", Math.sqrt(divergence))
                .put("hellinger", Hellinger.withDefaults().statistic(sides.reference(), sides.current()))
                .put("tvd", TotalVariation.withDefaults().statistic(sides.reference(), sides.current()))
                .put("kl", kullbackLeibler(sides));
    }

    private static double[] shares(double[] counts, int total) {
        return Arrays.stream(counts).map(count -> count / total).toArray();
    }

    private double kullbackLeibler(BinnedSides sides) {
        KullbackLeibler kl = KullbackLeibler.withDefaults()
                .withZeroRule(
                        params.has("kl") && !params.says("kl", "floor")
                                ? ZeroRules.of(params)
                                : ZeroRules.of("floor "
                                        + Convention.numberIn(epsilon()).orElse(1e-4)));
        return (params.says("kl", "kl(ref") ? kl.withReferenceFirst() : kl)
                .statistic(sides.reference(), sides.current());
    }

    /** The floor of the divergence, or that of the index where it states none. */
    private String epsilon() {
        String words = params.text("kl");
        int floor = words.indexOf("floor");
        return floor >= 0 ? words.substring(floor) : params.text("psi_epsilon");
    }

    private void putTests(Values values) {
        putWithP(values, "ks_statistic", "ks_p", KolmogorovSmirnov.withDefaults());
        AndersonDarling anderson = params.says("anderson", "right")
                ? AndersonDarling.withDefaults().withVariant(AndersonDarling.Variant.RIGHT)
                : AndersonDarling.withDefaults();
        putWithP(values, "anderson_statistic", "anderson_p", anderson);
        NullDistribution cvm = params.says("cvm", "exact")
                ? NullDistribution.EXACT
                : params.says("cvm", "auto") ? NullDistribution.AUTO : NullDistribution.ASYMPTOTIC;
        putWithP(
                values,
                "cvm_statistic",
                "cvm_p",
                CramerVonMises.withDefaults().withMidranks().withNullDistribution(cvm));
        MannWhitney mannWhitney = MannWhitney.withDefaults()
                .withNullDistribution(
                        params.says("mwu", "exact")
                                ? NullDistribution.EXACT
                                : params.says("mwu", "auto") ? NullDistribution.AUTO : NullDistribution.ASYMPTOTIC);
        putWithP(
                values,
                "mwu_u",
                "mwu_p",
                params.says("mwu", "no continuity", "without continuity")
                        ? mannWhitney.withoutContinuityCorrection()
                        : mannWhitney);
        if (values.asMap().get("mwu_u") != null && values.asMap().get("mwu_p") == null) {
            // all values are equal: the correction alone is left of the numerator, over a deviation of 0
            values.put("mwu_p", 1.0);
        }
    }

    private void putWithP(Values values, String statistic, String pValue, SampleTest test) {
        TestStatistic result = Values.orUndefined(() -> test.test(reference, current));
        values.put(statistic, result == null ? null : (Double) result.value())
                .put(pValue, result == null ? null : Values.orNull(result.pValue()));
    }

    private void put(Values values, String key, SampleTest test) {
        values.put(key, Values.orUndefined(() -> test.test(reference, current).value()));
    }

    /**
     * The distance in standard deviations of the reference. Those of a constant are 0, and the distance is undefined; a
     * program that adds up the values first divides by the rounding of their sum instead, unless the sum is exact.
     */
    private void putStandardised(Values values) {
        if (asked.wants("wasserstein_norm")
                && SampleTestAnswers.isConstant(reference)
                && !addsUpExactly(reference[0], reference.length)) {
            throw new Unanswerable(
                    "the reference is constant. Its standard deviation is 0, so that the distance in standard"
                            + " deviations is undefined; the peer divides by what rounding leaves of 0 instead and gets a number"
                            + " around 1e14");
        }
        put(
                values,
                "wasserstein_norm",
                params.says("wasserstein_norm", "sample")
                        ? WassersteinOne.withDefaults().withReferenceDeviations()
                        : WassersteinOne.withDefaults().withReferencePopulationDeviations());
    }

    private static boolean addsUpExactly(double value, int count) {
        long mantissa = (Double.doubleToLongBits(Math.abs(value)) & ((1L << 52) - 1)) | (1L << 52);
        int bits = 53 - Long.numberOfTrailingZeros(mantissa);
        return value == 0 || bits + 32 - Integer.numberOfLeadingZeros(count) <= 53;
    }

    private void putMeans(Values values) {
        WelchT test = WelchT.withDefaults();
        TestStatistic result = Values.orUndefined(() -> test.test(reference, current));
        if (result != null) {
            values.put("welch_t", result.value())
                    .put("welch_df", test.degreesOfFreedom(reference, current))
                    .put("welch_p", result.pValue());
            return;
        }
        boolean constants = reference.length > 1 && current.length > 1;
        // two constants: their difference over a standard error of 0
        double statistic = constants ? (reference[0] - current[0]) / 0.0 : Double.NaN;
        values.put("welch_t", statistic)
                .put("welch_df", constants ? 1 : Double.NaN)
                .put("welch_p", Double.isNaN(statistic) ? Double.NaN : 0);
    }

    private static Map<String, Object> summary(double[] values) {
        Moments moments = Moments.create();
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        for (double value : values) {
            moments.accept(value);
        }
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("count", values.length);
        summary.put("mean", moments.mean());
        summary.put("std_ddof1", moments.standardDeviation());
        summary.put("min", moments.min());
        summary.put("p25", BinEdges.quantile(sorted, 0.25));
        summary.put("median", BinEdges.quantile(sorted, 0.5));
        summary.put("p75", BinEdges.quantile(sorted, 0.75));
        summary.put("max", moments.max());
        return summary;
    }
}
