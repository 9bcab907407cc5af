package io.github.modelwarden.conformance;

import io.github.modelwarden.drift.stream.AdwinDetector;
import io.github.modelwarden.drift.stream.DetectorEvaluation;
import io.github.modelwarden.drift.stream.DetectorScore;
import io.github.modelwarden.drift.stream.PrequentialError;
import io.github.modelwarden.drift.stream.SlidingWindowMean;
import io.github.modelwarden.drift.stream.TrueChange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Answers to the cases of what is measured on streams, beside detectors. */
final class StreamAnswers {

    private static final int REPORTED_EVERY = 100;

    private StreamAnswers() {}

    static Map<String, Answerer> answerers() {
        return Map.of(
                "adwin_window_stats", StreamAnswers::window,
                "prequential_error", StreamAnswers::prequential,
                "sliding_window_mean", StreamAnswers::means,
                "detector_evaluation_delay", StreamAnswers::delays);
    }

    /** The values of a stream, which has no missing ones. */
    static double[] stream(ReferenceCase asked) throws IOException {
        CaseInputs inputs = asked.inputs();
        if (inputs.isDataSet()) {
            return inputs.numbers("column");
        }
        String name = inputs.has("stream") ? "stream" : "values";
        JsonNode list = inputs.at(name);
        if (!list.isArray()) {
            throw new IllegalArgumentException(name + ": expected the values of a stream");
        }
        return inputs.numbers(name);
    }

    private static Map<String, @Nullable Object> window(ReferenceCase asked) throws IOException {
        AdwinDetector detector = DetectorAnswers.adwin(asked).start();
        for (double value : stream(asked)) {
            detector.accept(value);
        }
        double squares = detector.sumOfSquaredDeviations();
        double width = detector.width();
        return new Values()
                .put("width", detector.width())
                .put("total", detector.total())
                .put("sum_sq_dev", squares)
                .put("variance", width == 0 ? 0 : squares / width)
                .put("mean", detector.estimate().orElse(0))
                .put("estimation", detector.estimate().orElse(0))
                .asMap();
    }

    private static Map<String, @Nullable Object> prequential(ReferenceCase asked) throws IOException {
        double[] losses = losses(asked);
        int window = asked.params().whole(Math.max(1, losses.length), "window");
        PrequentialError error = PrequentialError.create(asked.params().number(1, "fading_factor", "alpha"), window);
        Map<String, Object> cumulative = new LinkedHashMap<>();
        Map<String, Object> fading = new LinkedHashMap<>();
        Map<String, Object> sliding = new LinkedHashMap<>();
        for (int i = 0; i < losses.length; i++) {
            error.accept(losses[i]);
            if ((i + 1) % REPORTED_EVERY == 0 || isRound(i + 1) || i == losses.length - 1) {
                String key = Integer.toString(i);
                cumulative.put(key, error.cumulative().orElseThrow());
                fading.put(key, error.fading().orElseThrow());
                sliding.put(key, error.sliding().orElseThrow());
            }
        }
        return new Values()
                .put("error", error.fading())
                .put("cumulative", cumulative)
                .put("fading", fading)
                .put("sliding_" + window, sliding)
                .asMap();
    }

    private static boolean isRound(int count) {
        return count == 1 || count == 10 || count == 20 || count == 50;
    }

    private static double[] losses(ReferenceCase asked) throws IOException {
        if (!asked.inputs().has("y_true")) {
            return stream(asked);
        }
        List<@Nullable String> truth = asked.inputs().cells("y_true");
        List<@Nullable String> predicted = asked.inputs().cells("y_pred");
        requireSameLength(truth.size(), predicted.size());
        double[] losses = new double[truth.size()];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = String.valueOf(truth.get(i)).equals(String.valueOf(predicted.get(i))) ? 0 : 1;
        }
        return losses;
    }

    static void requireSameLength(int truth, int predicted) {
        if (truth != predicted) {
            throw new IllegalArgumentException("expected a prediction for each label but got " + truth + " labels and "
                    + predicted + " predictions");
        }
    }

    private static Map<String, @Nullable Object> means(ReferenceCase asked) throws IOException {
        double[] values = stream(asked);
        SlidingWindowMean mean =
                SlidingWindowMean.create(asked.params().whole(Math.max(1, values.length), "window", "size"));
        List<Double> means = new ArrayList<>();
        for (double value : values) {
            mean.accept(value);
            means.add(mean.mean().orElseThrow());
        }
        return new Values().put("means", means).asMap();
    }

    private static Map<String, @Nullable Object> delays(ReferenceCase asked) throws IOException {
        Convention params = asked.params();
        List<TrueChange> changes = new ArrayList<>();
        for (JsonNode change : asked.inputs().at("true_drifts")) {
            changes.add(
                    change.isArray()
                            ? new TrueChange(
                                    change.path(0).asLong(), change.path(1).asLong())
                            : TrueChange.at(change.asLong()));
        }
        double[] detections = asked.inputs().numbers("detections");
        long[] alarms = new long[detections.length];
        long length = 1;
        for (int i = 0; i < alarms.length; i++) {
            alarms[i] = (long) detections[i];
            length = Math.max(length, alarms[i] + 1);
        }
        for (TrueChange change : changes) {
            length = Math.max(length, change.end() + 1);
        }
        length = (long) params.number((double) length, "n_instances", "tot_n_instances", "length");
        return score(DetectorEvaluation.withMaximumDelay(params.whole(0, "max_delay"))
                .withMaximumEarliness(params.whole(0, "max_early_detection", "max_earliness"))
                .evaluate(changes, alarms, length));
    }

    private static Map<String, @Nullable Object> score(DetectorScore score) {
        return new Values()
                .put("mdt", score.meanDelay().orElse(Double.NaN))
                .put("ndt", score.normalizedDelay().orElse(Double.NaN))
                .put("fn", score.missed())
                .put("tp", score.detected())
                .put("fp", score.falseAlarms())
                .put("recall", score.recall().orElse(Double.NaN))
                .put("precision", score.precision().orElse(Double.NaN))
                .put("mdr", score.missedRate().orElse(Double.NaN))
                .put("far", score.falseAlarmRate())
                .asMap();
    }
}
