package io.github.modelwarden.conformance;

import io.github.modelwarden.core.estimation.Calibration;
import io.github.modelwarden.core.estimation.Cbpe;
import io.github.modelwarden.core.estimation.ClassificationMetric;
import io.github.modelwarden.core.estimation.ClassificationPerformance;
import io.github.modelwarden.core.estimation.Estimate;
import io.github.modelwarden.core.estimation.MetricBand;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

        ClassificationPerformance realised(int[] range) {
            if (actual == null) {
                throw new Unanswerable("the data set has no labels");
            }
            return ClassificationPerformance.realised(
                    scores(range), predicted(range), Arrays.copyOfRange(actual, range[0], range[1]));
        }
    }

    private static Map<String, @Nullable Object> binary(ReferenceCase asked) throws IOException {
        CaseInputs inputs = asked.inputs();
        Scored reference = read(inputs, "reference", true);
        Scored current = withTargets(inputs, read(inputs, "current", !inputs.has("targets")));
        boolean none = asked.params().says("calibration", "none", "uncalibrated");
        Cbpe cbpe = none
                ? Cbpe.of(Calibration.none())
                : Cbpe.fit(reference.scores, java.util.Objects.requireNonNull(reference.actual));
        List<int[]> chunks = Chunks.of(asked.params(), current.size());
        List<ClassificationPerformance> known = Chunks.of(asked.params(), reference.size()).stream()
                .map(reference::realised)
                .toList();
        List<ClassificationPerformance> estimated = chunks.stream()
                .map(range -> cbpe.estimate(current.scores(range), current.predicted(range)))
                .toList();
        List<ClassificationPerformance> realised = current.actual == null
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

    /** What is told of a metric of a chunk. */
    private interface Part {
        @Nullable
        Object of(ClassificationMetric metric, ClassificationPerformance performance);
    }

    private static Map<String, Object> byMetric(List<ClassificationPerformance> chunks, Part part) {
        Map<String, Object> metrics = new LinkedHashMap<>();
        for (ClassificationMetric metric : ClassificationMetric.values()) {
            List<@Nullable Object> values = new ArrayList<>();
            chunks.forEach(chunk -> values.add(part.of(metric, chunk)));
            metrics.put(metric.word(), values);
        }
        return metrics;
    }

    private static @Nullable Object value(ClassificationMetric metric, ClassificationPerformance performance) {
        return performance.get(metric).map(Estimate::value).orElse(null);
    }

    private static @Nullable Object alert(
            List<ClassificationPerformance> known, ClassificationMetric metric, ClassificationPerformance performance) {
        MetricBand band = ClassificationPerformance.referenceBand(known, metric).orElse(null);
        Estimate value = performance.get(metric).orElse(null);
        return band == null || value == null ? null : (Object) !band.contains(value.value());
    }

    private static Map<String, Object> thresholds(List<ClassificationPerformance> known) {
        Map<String, Object> thresholds = new LinkedHashMap<>();
        for (ClassificationMetric metric : ClassificationMetric.values()) {
            ClassificationPerformance.referenceBand(known, metric)
                    .ifPresent(band -> thresholds.put(metric.word(), List.of(band.lower(), band.upper())));
        }
        return thresholds;
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
