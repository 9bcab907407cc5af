package io.github.modelwarden.conformance;

import io.github.modelwarden.drift.stream.Adwin;
import io.github.modelwarden.drift.stream.ChangeDetector;
import io.github.modelwarden.drift.stream.Cusum;
import io.github.modelwarden.drift.stream.Ddm;
import io.github.modelwarden.drift.stream.DetectionMethod;
import io.github.modelwarden.drift.stream.Direction;
import io.github.modelwarden.drift.stream.Ecdd;
import io.github.modelwarden.drift.stream.Eddm;
import io.github.modelwarden.drift.stream.HddmA;
import io.github.modelwarden.drift.stream.HddmW;
import io.github.modelwarden.drift.stream.Kswin;
import io.github.modelwarden.drift.stream.PageHinkley;
import io.github.modelwarden.drift.stream.Signal;
import io.github.modelwarden.drift.stream.Target;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Answers to the cases of streaming detectors. Libraries give one name to different variants; which one is meant follows from
 * the case's words, and where it has none, from the library it comes from.
 */
final class DetectorAnswers {

    private static final int NEVER = 1_000_000;
    private static final Pattern STATE = Pattern.compile("state_after_(\\d+)");

    private DetectorAnswers() {}

    /** Chooses the method and its settings. */
    private interface Choice {
        DetectionMethod of(ReferenceCase asked, double[] stream);
    }

    static Map<String, Answerer> answerers() {
        return Map.of(
                "adwin", detector((asked, stream) -> adwin(asked)),
                "ddm", detector(DetectorAnswers::ddm),
                "eddm", detector((asked, stream) -> eddm(asked)),
                "hddm_a", detector((asked, stream) -> hddmA(asked)),
                "hddm_w", detector((asked, stream) -> hddmW(asked)),
                "page_hinkley", detector((asked, stream) -> pageHinkley(asked)),
                "cusum", detector(DetectorAnswers::cusum),
                "kswin", detector((asked, stream) -> kswin(asked.params())),
                "ecdd", detector((asked, stream) -> ecdd(asked.params())));
    }

    private static Answerer detector(Choice choice) {
        return asked -> {
            double[] stream = StreamAnswers.stream(asked);
            return run(asked, choice.of(asked, stream), stream);
        };
    }

    private static Map<String, @Nullable Object> run(ReferenceCase asked, DetectionMethod method, double[] stream)
            throws IOException {
        ChangeDetector detector = method.start();
        List<Integer> alarms = new ArrayList<>();
        List<Integer> warnings = new ArrayList<>();
        List<Integer> firstWarnings = new ArrayList<>();
        String[] states = new String[stream.length];
        boolean warned = false;
        for (int i = 0; i < stream.length; i++) {
            Signal signal = detector.accept(stream[i]);
            states[i] = signal == Signal.DRIFT ? "drift" : signal == Signal.WARNING ? "warning" : "none";
            if (signal == Signal.DRIFT) {
                alarms.add(i);
                warned = false;
            } else if (signal == Signal.WARNING) {
                warnings.add(i);
                if (!warned) {
                    firstWarnings.add(i);
                }
                warned = true;
            }
        }
        Values values = new Values()
                .put("drift_indices", alarms)
                .put("n_drifts", alarms.size())
                .put("drift_within", alarms)
                .put("warning_indices", warnings)
                .put("first_warning_indices", firstWarnings);
        putStates(values, asked, states);
        return values.asMap();
    }

    private static void putStates(Values values, ReferenceCase asked, String[] states) {
        for (String key : asked.keys()) {
            Matcher matcher = STATE.matcher(key);
            if (matcher.matches()) {
                int after = Integer.parseInt(matcher.group(1));
                values.put(key, after >= 1 && after <= states.length ? states[after - 1] : null);
            }
        }
    }

    static Adwin adwin(ReferenceCase asked) {
        Convention params = asked.params();
        Adwin method = Adwin.withDefaults().withDelta(params.number(0.002, "delta"));
        int clock = params.says("clock", "never") ? NEVER : params.whole(method.clock(), "clock", "new_sample_thresh");
        method = method.withClock(clock)
                .withMaximumBuckets(params.whole(method.maximumBuckets(), "max_buckets"))
                .withMinimumPart(params.whole(method.minimumPart(), "min_window_length", "subwindow_size_thresh"))
                .withGracePeriod(params.whole(method.gracePeriod(), "grace_period", "window_size_thresh"));
        boolean moa = isMoa(asked);
        boolean old = List.of("063ca61d", "eb171699").stream()
                .anyMatch(commit ->
                        params.says("variant", commit) || asked.source().mentions("@" + commit));
        if (isOneOf(asked, "frouros")) {
            return method.withCuts(Adwin.Cuts.WITHOUT_NEWEST_OF_SIZE)
                    .withMinimumPart(params.whole(10, "min_window_length", "min_window_size"));
        }
        if (old || isOneOf(asked, "scikit-multiflow")) {
            method = method.withCuts(Adwin.Cuts.WITHOUT_NEWEST_OF_SIZE);
        }
        boolean kept = params.says("variant", "not reset", "without reset")
                || !params.flag(!moa, "reset_after_detection", "reset");
        method = kept ? method.withoutReset() : method;
        return moa ? method.withDirection(Direction.INCREASE) : method;
    }

    private static boolean isMoa(ReferenceCase asked) {
        return asked.params().says("defaults", "moa")
                || asked.params().says("variant", "moa")
                || isOneOf(asked, "capymoa", "moa");
    }

    private static boolean isOneOf(ReferenceCase asked, String... libraries) {
        return Arrays.asList(libraries).contains(asked.source().library());
    }

    private static Ddm ddm(ReferenceCase asked, double[] stream) {
        Convention params = asked.params();
        boolean menelaus = isOneOf(asked, "menelaus");
        int start = params.whole(30, "warm_start", "n_threshold", "min_num_instances", "min_instances");
        if (menelaus && stream.length > 0 && Arrays.stream(stream).allMatch(value -> value == 0)) {
            throw new Unanswerable("the peer calls a stream without an error a drift, because its rate equals its own"
                    + " minimum: a mistake that is not repeated");
        }
        Ddm method = Ddm.withDefaults()
                .withWarmStart(menelaus ? Math.max(1, start - 1) : start)
                .withLevels(
                        params.number(2, "warning", "warning_level", "warning_scale", "warning_threshold"),
                        params.number(
                                3, "drift", "drift_level", "drift_scale", "drift_threshold", "out_control_level"));
        boolean rates = Arrays.stream(stream).allMatch(value -> value >= 0 && value <= 1);
        return rates ? method : method.withRealValues();
    }

    private static Eddm eddm(ReferenceCase asked) {
        Convention params = asked.params();
        Eddm method = Eddm.withDefaults()
                .withRatios(
                        params.number(0.95, "alpha", "warning", "warning_level"),
                        params.number(0.9, "beta", "drift", "drift_level"));
        int start = params.whole(30, "warm_start", "min_num_instances", "n_threshold");
        boolean multiflow = isOneOf(asked, "scikit-multiflow");
        boolean old = params.says("variant", "063ca61d") || asked.source().mentions("@063ca61d");
        if (isMoa(asked) || old || multiflow) {
            return method.withDeviation(Eddm.Deviation.POPULATION)
                    .withWarmStart(Math.max(1, multiflow ? start - 2 : start - 1));
        }
        if (isOneOf(asked, "frouros")) {
            int errors = Math.max(1, start - 1);
            return method.withDeviation(Eddm.Deviation.POPULATION)
                    .withWarmStart(errors)
                    .withMinimumErrors(errors);
        }
        return method.withWarmStart(start).withMinimumErrors(start);
    }

    private static Direction direction(Convention params, Direction otherwise) {
        if (params.has("two_sided") || params.has("two_sided_test")) {
            return params.flag(false, "two_sided", "two_sided_test") ? Direction.BOTH : Direction.INCREASE;
        }
        String word = params.text(params.has("direction") ? "direction" : params.has("mode") ? "mode" : "test_type");
        return switch (word) {
            case "positive", "up", "increase", "one-sided", "one_sided" -> Direction.INCREASE;
            case "negative", "down", "decrease" -> Direction.DECREASE;
            case "both", "two-sided", "two_sided" -> Direction.BOTH;
            default -> otherwise;
        };
    }

    /** CapyMOA looks for changes to both sides unless told otherwise. */
    private static Direction hoeffding(ReferenceCase asked) {
        return direction(asked.params(), isOneOf(asked, "capymoa") ? Direction.BOTH : Direction.INCREASE);
    }

    private static HddmA hddmA(ReferenceCase asked) {
        Convention params = asked.params();
        return HddmA.withDefaults()
                .withConfidences(params.number(0.001, "drift_confidence"), params.number(0.005, "warning_confidence"))
                .withDirection(hoeffding(asked));
    }

    private static HddmW hddmW(ReferenceCase asked) {
        Convention params = asked.params();
        return HddmW.withDefaults()
                .withConfidences(params.number(0.001, "drift_confidence"), params.number(0.005, "warning_confidence"))
                .withWeight(params.number(0.05, "lambda_", "lambda", "lambda_val"))
                .withDirection(hoeffding(asked))
                .withFirstValue(isMoa(asked) ? HddmW.FirstValue.FULL : HddmW.FirstValue.FADED);
    }

    private static PageHinkley pageHinkley(ReferenceCase asked) {
        Convention params = asked.params();
        boolean menelaus = isOneOf(asked, "menelaus");
        boolean minimum = menelaus || params.has("mode") || params.says("variant", "minimum", "0.13");
        boolean bare = isMoa(asked) || isOneOf(asked, "frouros") || params.says("variant", "unclamped", "bare");
        int start = params.whole(30, "min_instances", "burn_in", "min_num_instances");
        return PageHinkley.withDefaults()
                .withVariant(
                        minimum
                                ? PageHinkley.Variant.MINIMUM
                                : bare ? PageHinkley.Variant.UNCLAMPED : PageHinkley.Variant.CLAMPED)
                .withDelta(params.number(menelaus ? 0.01 : 0.005, "delta"))
                .withThreshold(params.number(menelaus ? 20 : 50, "threshold", "lambda", "lambda_"))
                .withForgetting(params.number(menelaus ? 1 : 0.9999, "alpha", "forgetting"))
                .withMinimumValues(Math.max(1, params.has("burn_in") ? start + 1 : start))
                .withDirection(direction(params, Direction.INCREASE));
    }

    private static Cusum cusum(ReferenceCase asked, double[] stream) {
        Convention params = asked.params();
        boolean menelaus = isOneOf(asked, "menelaus");
        int start = params.whole(30, "min_instances", "burn_in", "min_num_instances");
        Cusum method = Cusum.withDefaults()
                .withDelta(params.number(0.005, "delta"))
                .withThreshold(params.number(menelaus ? 5 : 50, "threshold", "lambda", "lambda_"))
                .withMinimumValues(Math.max(1, params.has("burn_in") || menelaus ? start + 1 : start))
                .withDirection(direction(params, menelaus ? Direction.BOTH : Direction.INCREASE));
        if (params.has("target")) {
            return method.withTarget(
                    new Target(params.number(0, "target"), params.number(1, "sd_hat", "standard_deviation", "sd")));
        }
        return menelaus && stream.length >= start ? method.withTarget(learned(stream, start)) : method;
    }

    /** Mean and standard deviation of the first values, with which the peer standardises the others. */
    private static Target learned(double[] stream, int count) {
        double[] first = Arrays.copyOf(stream, count);
        double mean = Arrays.stream(first).average().orElse(Double.NaN);
        double squares = Arrays.stream(first).map(v -> (v - mean) * (v - mean)).sum();
        return new Target(mean, Math.sqrt(squares / count));
    }

    private static Kswin kswin(Convention params) {
        Kswin method = Kswin.withDefaults()
                .withAlpha(params.number(0.005, "alpha"))
                .withWindow(params.whole(100, "window", "window_size"), params.whole(30, "stat_size"))
                .withSeed(params.whole(42, "seed"));
        return params.flag(true, "reset_after_detection", "reset") ? method : method.withoutReset();
    }

    private static Ecdd ecdd(Convention params) {
        return Ecdd.withDefaults()
                .withAverageRunLength(params.whole(400, "average_run_length", "arl", "arl0"))
                .withMinimumValues(params.whole(30, "min_instances", "warm_start", "min_num_instances"));
    }
}
