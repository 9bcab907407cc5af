package io.github.modelwarden.conformance;

import io.github.modelwarden.drift.TestStatistic;
import io.github.modelwarden.drift.statistic.Alternative;
import io.github.modelwarden.drift.statistic.KolmogorovSmirnov;
import io.github.modelwarden.drift.statistic.LInfinity;
import io.github.modelwarden.drift.statistic.NullDistribution;
import io.github.modelwarden.drift.stream.WindowedKolmogorovSmirnov;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers to the cases of the two-sample Kolmogorov–Smirnov test, also over windows of a stream. */
final class KolmogorovSmirnovAnswers {

    private KolmogorovSmirnovAnswers() {}

    static Map<String, Answerer> answerers() {
        return Map.of(
                "ks_2samp", KolmogorovSmirnovAnswers::twoSamples,
                "ks_statistic", KolmogorovSmirnovAnswers::distance,
                "ks_statistic_robust", KolmogorovSmirnovAnswers::robust,
                "ks_2samp_windowed", KolmogorovSmirnovAnswers::windows);
    }

    private static Map<String, @Nullable Object> twoSamples(ReferenceCase asked) throws IOException {
        double[] reference = asked.inputs().numbers("reference");
        double[] current = asked.inputs().numbers("current");
        KolmogorovSmirnov test = KolmogorovSmirnov.withDefaults().withNullDistribution(method(asked.params()));
        Values values = Alternatives.answer(
                asked, alternative -> test.withAlternative(alternative).test(reference, current));
        return values.put("distance", values.asMap().get("statistic")).asMap();
    }

    /** Exact, asymptotic, or the choice by size that is also SciPy's. */
    static NullDistribution method(Convention params) {
        if (params.says("method", "auto") || !params.has("method")) {
            return NullDistribution.AUTO;
        }
        if (params.says("method", "exact")) {
            return NullDistribution.EXACT;
        }
        if (params.says("method", "asymp")) {
            return NullDistribution.ASYMPTOTIC;
        }
        throw new Unanswerable("the method '" + params.text("method") + "' is neither exact nor asymptotic");
    }

    private static Map<String, @Nullable Object> distance(ReferenceCase asked) throws IOException {
        Convention params = asked.params();
        if (params.has("alpha") || params.has("c_alpha") || params.says("formula", "max(0")) {
            return robust(asked);
        }
        TestStatistic ks = KolmogorovSmirnov.withDefaults()
                .test(asked.inputs().numbers("reference"), asked.inputs().numbers("current"));
        return new Values()
                .putDistance(asked, "ks", ks.value())
                .put("p_value", ks.pValue())
                .asMap();
    }

    /** The distance less the margin that {@link LInfinity} takes off for the noise of two samples. */
    private static Map<String, @Nullable Object> robust(ReferenceCase asked) throws IOException {
        TestStatistic ks = KolmogorovSmirnov.withDefaults()
                .withAlternative(Alternative.TWO_SIDED)
                .test(asked.inputs().numbers("reference"), asked.inputs().numbers("current"));
        double noise = Math.sqrt(1.0 / ks.referenceCount() + 1.0 / ks.currentCount());
        double robust = Math.max(0, ks.value() - BinnedDistanceAnswers.noiseFactor(asked.params()) * noise);
        return new Values().putDistance(asked, "ks", robust).asMap();
    }

    private static Map<String, @Nullable Object> windows(ReferenceCase asked) throws IOException {
        if (!asked.params().has("window")) {
            throw new Unanswerable("the case does not state the window");
        }
        int window = asked.params().whole(0, "window");
        double[] stream = StreamAnswers.stream(asked);
        boolean first = !asked.params().has("reference") || asked.params().says("reference", "first " + window);
        if (!first || method(asked.params()) == NullDistribution.EXACT) {
            throw new Unanswerable(
                    "the API compares windows with the first one of the stream, by the asymptotic p-value");
        }
        List<List<Object>> rows = new WindowedKolmogorovSmirnov(window)
                .test(stream).stream()
                        .map(test -> List.<Object>of(
                                test.start(),
                                test.result().value(),
                                test.result().pValue().orElseThrow()))
                        .toList();
        return new Values().put("windows_start_D_p", rows).asMap();
    }
}
