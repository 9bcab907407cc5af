package io.github.modelwarden.conformance;

import io.github.modelwarden.core.estimation.Calibration;
import io.github.modelwarden.core.estimation.Cbpe;
import io.github.modelwarden.core.estimation.EstimatedPerformance;
import io.github.modelwarden.core.estimation.MetricBand;
import io.github.modelwarden.core.performance.BinaryMetric;
import io.github.modelwarden.core.performance.BinaryPerformance;
import io.github.modelwarden.core.performance.PerformanceMetric;
import io.github.modelwarden.core.performance.ScoreMetric;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers to the cases of performance estimated without labels, and compared with the realised one in chunks. */
final class EstimationAnswers {

    private EstimationAnswers() {}

    static Map<String, Answerer> answerers() {
        return Map.of("cbpe_binary", EstimationAnswers::binary);
    }

    /** Rows of a labelled or unlabelled data set. */
    private static final class Scored {

        private final double[] scores;
        private final boolean[] predicted;
        private final boolean @Nullable [] actual;

        Scored(double[] scores, boolean[] predicted, boolean @Nullable [] actual) {
            this.scores = scores;
            this.predicted = predicted;
            this.actual = actual;
        }

        int size() {
            return scores.length;
        }

        double[] scores(int[] range) {
            return Arrays.copyOfRange(scores, range[0], range[1]);
        }

        boolean[] predicted(int[] range) {
            return Arrays.copyOfRange(predicted, range[0], range[1]);
        }

        Chunk realised(int[] range) {
            if (actual == null) {
                throw new Unanswerable("the data set has no labels");
            }
            BinaryPerformance performance = BinaryPerformance.of(
                    scores(range), predicted(range), Arrays.copyOfRange(actual, range[0], range[1]));
            return metric -> metric instanceof BinaryMetric decided
                    ? performance.value(decided)
                    : performance.value((ScoreMetric) metric);
        }
    }

    private static Map<String, @Nullable Object> binary(ReferenceCase asked) throws IOException {
        CaseInputs inputs = asked.inputs();
        Scored reference = read(inputs, "reference", true);
        Scored current = withTargets(inputs, read(inputs, "current", !inputs.has("targets")));
        boolean none = asked.params().says("calibration", "none", "uncalibrated");
        Cbpe cbpe = none
                ? Cbpe.of(Calibration.none())
                : Cbpe.fit(reference.scores, Objects.requireNonNull(reference.actual));
        List<int[]> chunks = Chunks.of(asked.params(), current.size());
        List<Chunk> known = Chunks.of(asked.params(), reference.size()).stream()
                .map(reference::realised)
                .toList();
        List<Chunk> estimated =
                chunks.stream().map(range -> estimated(cbpe, current, range)).toList();
        List<Chunk> realised = current.actual == null
                ? List.of()
                : chunks.stream().map(current::realised).toList();
        return new Values()
                .put(
                        "chunks",
                        chunks.stream()
                                .map(range -> new int[] {range[0], range[1] - 1})
                                .toList())
                .put("estimated", byMetric(estimated, EstimationAnswers::value))
                .put("realized", byMetric(realised, EstimationAnswers::value))
                .put("estimated_alert", byMetric(estimated, (metric, p) -> alert(known, metric, p)))
                .put("realized_alert", byMetric(realised, (metric, p) -> alert(known, metric, p)))
                .put("thresholds", thresholds(known))
                .asMap();
    }

    private static Chunk estimated(Cbpe cbpe, Scored rows, int[] range) {
        EstimatedPerformance performance = cbpe.estimate(rows.scores(range), rows.predicted(range));
        return metric -> performance
                .get(metric)
                .map(estimate -> OptionalDouble.of(estimate.value()))
                .orElse(OptionalDouble.empty());
    }

    /** The metrics of a chunk, estimated or realised. */
    private interface Chunk {
        OptionalDouble value(PerformanceMetric metric);
    }

    /** What is told of a metric of a chunk. */
    private interface Part {
        @Nullable
        Object of(PerformanceMetric metric, Chunk chunk);
    }

    private static Map<String, Object> byMetric(List<Chunk> chunks, Part part) {
        Map<String, Object> metrics = new LinkedHashMap<>();
        for (PerformanceMetric metric : Cbpe.METRICS) {
            List<@Nullable Object> values = new ArrayList<>();
            chunks.forEach(chunk -> values.add(part.of(metric, chunk)));
            metrics.put(metric.word(), values);
        }
        return metrics;
    }

    private static @Nullable Object value(PerformanceMetric metric, Chunk chunk) {
        OptionalDouble value = chunk.value(metric);
        return value.isEmpty() ? null : (Object) value.getAsDouble();
    }

    private static @Nullable Object alert(List<Chunk> known, PerformanceMetric metric, Chunk chunk) {
        Optional<MetricBand> band = band(known, metric);
        OptionalDouble value = chunk.value(metric);
        return band.isEmpty() || value.isEmpty() ? null : (Object) !band.get().contains(value.getAsDouble());
    }

    private static Map<String, Object> thresholds(List<Chunk> known) {
        Map<String, Object> thresholds = new LinkedHashMap<>();
        for (PerformanceMetric metric : Cbpe.METRICS) {
            band(known, metric).ifPresent(band -> thresholds.put(metric.word(), List.of(band.lower(), band.upper())));
        }
        return thresholds;
    }

    private static Optional<MetricBand> band(List<Chunk> known, PerformanceMetric metric) {
        return MetricBand.ofReferenceChunks(
                        known.stream().map(chunk -> chunk.value(metric)).toList())
                .map(band -> band.clip(0, 1));
    }

    private static Scored read(CaseInputs inputs, String side, boolean labelled) throws IOException {
        String score = inputs.text("y_score");
        String prediction = inputs.text("y_pred");
        String truth = inputs.text("y_true");
        DataSet data = inputs.dataSet(side, labelled ? Set.of(score, prediction, truth) : Set.of(score, prediction));
        return new Scored(
                CaseInputs.numbers(score, new ArrayList<>(data.column(score))),
                flags(data.column(prediction)),
                labelled ? flags(data.column(truth)) : null);
    }

    private static boolean[] flags(List<String> cells) {
        boolean[] flags = new boolean[cells.size()];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = cells.get(i).equals("1") || cells.get(i).equals("1.0");
        }
        return flags;
    }

    /** Adds the labels of another file, joined by a column; every row must have one. */
    private static Scored withTargets(CaseInputs inputs, Scored current) throws IOException {
        if (!inputs.has("targets")) {
            return current;
        }
        String join = inputs.text("join");
        String truth = inputs.text("y_true");
        DataSet targets = inputs.dataSet("targets", Set.of(join, truth));
        boolean[] labels = flags(targets.column(truth));
        Map<String, Boolean> byKey = new HashMap<>();
        for (int i = 0; i < labels.length; i++) {
            byKey.put(targets.cell(join, i), labels[i]);
        }
        List<String> keys = inputs.dataSet("current", Set.of(join)).column(join);
        boolean[] actual = new boolean[keys.size()];
        for (int i = 0; i < actual.length; i++) {
            Boolean label = byKey.get(keys.get(i));
            if (label == null) {
                throw new Unanswerable("row " + i + " of the current data has no label");
            }
            actual[i] = label;
        }
        return new Scored(current.scores, current.predicted, actual);
    }
}
