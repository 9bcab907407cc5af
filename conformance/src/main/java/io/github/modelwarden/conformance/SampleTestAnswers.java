package io.github.modelwarden.conformance;

import io.github.modelwarden.drift.TestStatistic;
import io.github.modelwarden.drift.statistic.Alternative;
import io.github.modelwarden.drift.statistic.AndersonDarling;
import io.github.modelwarden.drift.statistic.AndersonDarling.Variant;
import io.github.modelwarden.drift.statistic.CramerVonMises;
import io.github.modelwarden.drift.statistic.EppsSingleton;
import io.github.modelwarden.drift.statistic.Kuiper;
import io.github.modelwarden.drift.statistic.MannWhitney;
import io.github.modelwarden.drift.statistic.WelchT;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Answers to the cases of tests on two samples of numbers, apart from Kolmogorov–Smirnov. */
final class SampleTestAnswers {

    private SampleTestAnswers() {}

    static Map<String, Answerer> answerers() {
        return Map.ofEntries(
                Map.entry("mann_whitney_u", SampleTestAnswers::mannWhitney),
                Map.entry("t_test_2samp", SampleTestAnswers::tTest),
                Map.entry("welch_t_2samp", SampleTestAnswers::tTest),
                Map.entry("anderson_darling_2samp", SampleTestAnswers::andersonDarling),
                Map.entry("anderson_darling_ksamp", SampleTestAnswers::andersonDarling),
                Map.entry("cramer_von_mises_2samp", SampleTestAnswers::cramerVonMises),
                Map.entry("cramervonmises_2samp", SampleTestAnswers::cramerVonMises),
                Map.entry("epps_singleton_2samp", SampleTestAnswers::eppsSingleton),
                Map.entry("kuiper_2samp", SampleTestAnswers::kuiper));
    }

    private static double[] reference(ReferenceCase asked) throws IOException {
        return asked.inputs().numbers("reference");
    }

    private static double[] current(ReferenceCase asked) throws IOException {
        return asked.inputs().numbers("current");
    }

    private static Map<String, @Nullable Object> mannWhitney(ReferenceCase asked) throws IOException {
        double[] reference = reference(asked);
        double[] current = current(asked);
        boolean continuity = asked.params().flag(true, "use_continuity", "continuity");
        MannWhitney test =
                MannWhitney.withDefaults().withNullDistribution(KolmogorovSmirnovAnswers.method(asked.params()));
        MannWhitney corrected = continuity ? test : test.withoutContinuityCorrection();
        Values values = Alternatives.answer(
                asked, alternative -> corrected.withAlternative(alternative).test(reference, current));
        TestStatistic result = corrected.test(reference, current);
        return values.put("u_statistic", result.value())
                .put("u_current", (double) result.referenceCount() * result.currentCount() - result.value())
                .asMap();
    }

    private static Map<String, @Nullable Object> tTest(ReferenceCase asked) throws IOException {
        double[] reference = reference(asked);
        double[] current = current(asked);
        boolean equal = asked.params().flag(false, "equal_var", "equal_variances");
        WelchT test = equal ? WelchT.withDefaults().withEqualVariances() : WelchT.withDefaults();
        if (isConstant(reference) && isConstant(current) && reference.length > 1 && current.length > 1) {
            return constants(asked, reference[0] - current[0]);
        }
        double degrees = test.degreesOfFreedom(reference, current);
        Values values = Alternatives.answer(
                asked, alternative -> test.withAlternative(alternative).test(reference, current));
        return values.put("t_statistic", values.asMap().get("statistic"))
                .put("df", degrees)
                .asMap();
    }

    static boolean isConstant(double[] values) {
        return Arrays.stream(values).filter(v -> !Double.isNaN(v)).distinct().count() == 1;
    }

    /** Two constants, which the API refuses: the difference over a standard error of 0. */
    private static Map<String, @Nullable Object> constants(ReferenceCase asked, double difference) {
        if (Alternatives.of(asked.params()).get(0) != Alternative.TWO_SIDED) {
            throw new IllegalArgumentException("both samples are constant");
        }
        double statistic = difference / 0.0;
        return new Values()
                .put("statistic", statistic)
                .put("t_statistic", statistic)
                .put("df", 1.0)
                .putPValue(asked, difference == 0 ? Double.NaN : 0)
                .asMap();
    }

    private static Map<String, @Nullable Object> andersonDarling(ReferenceCase asked) throws IOException {
        AndersonDarling test = AndersonDarling.withDefaults().withVariant(variant(asked.params()));
        TestStatistic result = asked.inputs().has("samples")
                ? test.test(samples(asked.inputs()))
                : test.test(reference(asked), current(asked));
        return new Values()
                .put("statistic", result.value())
                .putPValue(asked, Values.orNull(result.pValue()))
                .asMap();
    }

    private static double[][] samples(CaseInputs inputs) throws IOException {
        JsonNode samples = inputs.at("samples");
        if (!samples.isArray() || !samples.valueStream().allMatch(JsonNode::isArray)) {
            throw new IllegalArgumentException("samples: expected a list of samples");
        }
        return inputs.rows("samples");
    }

    private static Variant variant(Convention params) {
        if (params.says("variant", "right") || !params.flag(true, "midrank")) {
            return Variant.RIGHT;
        }
        if (params.says("variant", "continuous")) {
            return Variant.CONTINUOUS;
        }
        if (params.has("variant") && !params.says("variant", "midrank")) {
            throw new Unanswerable(
                    "the variant '" + params.text("variant") + "' is none of midrank, right, continuous");
        }
        return Variant.MIDRANK;
    }

    /** With midranks for ties, as in SciPy, from which all such cases come. */
    private static Map<String, @Nullable Object> cramerVonMises(ReferenceCase asked) throws IOException {
        TestStatistic result = CramerVonMises.withDefaults()
                .withMidranks()
                .withNullDistribution(KolmogorovSmirnovAnswers.method(asked.params()))
                .test(reference(asked), current(asked));
        return new Values()
                .put("statistic", result.value())
                .putPValue(asked, Values.orNull(result.pValue()))
                .asMap();
    }

    private static Map<String, @Nullable Object> eppsSingleton(ReferenceCase asked) throws IOException {
        JsonNode points = asked.params().at("t");
        EppsSingleton test = points.isArray()
                ? EppsSingleton.withDefaults()
                        .withPoints(points.valueStream()
                                .mapToDouble(JsonNode::asDouble)
                                .toArray())
                : EppsSingleton.withDefaults();
        TestStatistic result = test.test(reference(asked), current(asked));
        return new Values()
                .put("statistic", result.value())
                .putPValue(asked, Values.orNull(result.pValue()))
                .asMap();
    }

    private static Map<String, @Nullable Object> kuiper(ReferenceCase asked) throws IOException {
        if (asked.source().library().equals("frouros")) {
            throw new Unanswerable("the peer takes the Kolmogorov-Smirnov distance for Kuiper's statistic, which is the"
                    + " sum of the largest distances in both directions: a mistake that is not repeated");
        }
        TestStatistic result = Kuiper.withDefaults().test(reference(asked), current(asked));
        return new Values()
                .put("statistic", result.value())
                .putPValue(asked, Values.orNull(result.pValue()))
                .asMap();
    }
}
