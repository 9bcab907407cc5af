package io.github.modelwarden.service.monitoring;

import io.github.modelwarden.core.performance.ConfusionMatrix;
import io.github.modelwarden.core.performance.RocAuc;
import io.github.modelwarden.service.feedback.GroundTruth;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * The predictions of one model version in a window, by the time of prediction, and the ground truth that has arrived for
 * them: a late label counts for the window its prediction was made in. Thread-safe.
 */
final class PerformanceWindow {

    private static final int SLICES = 60;
    private static final int MAX_SCORES = 2_000;

    private final String version;
    private final Duration length;
    private final long sliceMillis;
    private final TreeMap<Long, Slice> slices = new TreeMap<>();

    PerformanceWindow(String version, Duration length) {
        this.version = version;
        this.length = length;
        this.sliceMillis = Math.max(1, length.toMillis() / SLICES);
    }

    private static final class Slice {
        private long predictions;
        private ConfusionMatrix matrix = ConfusionMatrix.EMPTY;
        private double[] scores = new double[64];
        private boolean[] positive = new boolean[64];
        private int kept;

        void accept(GroundTruth truth) {
            matrix = matrix.plus(truth.outcome());
            if (kept == MAX_SCORES) {
                return;
            }
            if (kept == scores.length) {
                scores = Arrays.copyOf(scores, 2 * kept);
                positive = Arrays.copyOf(positive, 2 * kept);
            }
            scores[kept] = truth.score();
            positive[kept++] = truth.positive();
        }
    }

    String version() {
        return version;
    }

    synchronized void predicted(Instant at) {
        slice(at).predictions++;
    }

    synchronized void received(GroundTruth truth) {
        slice(truth.predictedAt()).accept(truth);
    }

    private Slice slice(Instant at) {
        return slices.computeIfAbsent(at.toEpochMilli() / sliceMillis, start -> new Slice());
    }

    synchronized PerformanceEvaluation content(Instant now) {
        Instant from = now.minus(length);
        slices.headMap(Math.floorDiv(from.toEpochMilli(), sliceMillis), true).clear();
        ConfusionMatrix matrix = ConfusionMatrix.EMPTY;
        long predictions = 0;
        int kept = 0;
        for (Slice slice : slices.values()) {
            matrix = matrix.combine(slice.matrix);
            predictions += slice.predictions;
            kept += slice.kept;
        }
        double[] scores = new double[kept];
        boolean[] positive = new boolean[kept];
        int n = 0;
        for (Slice slice : slices.values()) {
            System.arraycopy(slice.scores, 0, scores, n, slice.kept);
            System.arraycopy(slice.positive, 0, positive, n, slice.kept);
            n += slice.kept;
        }
        OptionalDouble auc = RocAuc.of(scores, positive);
        return new PerformanceEvaluation(from, now, version, matrix, auc, predictions);
    }
}
