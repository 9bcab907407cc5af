package io.github.modelwarden.core.performance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** How often 95 % intervals cover the true value, over seeded samples. */
class CoverageTest {

    private static final int SAMPLES = 1000;
    private static final int TRUTH = 150_000;

    /** Covered and all intervals by name. */
    static final class Tally {
        private final Map<String, long[]> counts = new TreeMap<>();

        void add(String name, double truth, Optional<Estimate> estimate) {
            estimate.filter(e -> e.lower().isPresent()).ifPresent(e -> {
                long[] count = counts.computeIfAbsent(name, key -> new long[2]);
                boolean covered = e.lower().getAsDouble() <= truth + 1e-12
                        && truth - 1e-12 <= e.upper().getAsDouble();
                count[0] += covered ? 1 : 0;
                count[1]++;
            });
        }

        Map<String, Double> shares() {
            Map<String, Double> shares = new TreeMap<>();
            counts.forEach((name, count) -> shares.put(name, (double) count[0] / count[1]));
            return shares;
        }

        void assertAtLeast(double least) {
            assertThat(shares())
                    .allSatisfy((name, share) ->
                            assertThat(share).as("coverage of %s", name).isGreaterThanOrEqualTo(least));
        }
    }

    /** A classifier by the shares of tp, fp, fn and tn. */
    static Tally matrices(int samples, int rows) {
        Tally tally = new Tally();
        double[][] cells = {
            {0.28, 0.02, 0.02, 0.68},
            {0.03, 0.03, 0.02, 0.92},
            {0.3, 0.15, 0.1, 0.45},
            {0.09, 0.21, 0.21, 0.49},
            {0.015, 0.01, 0.01, 0.965}
        };
        String[] names = {"good", "rare", "fair", "guessing", "very rare"};
        for (int scenario = 0; scenario < cells.length; scenario++) {
            ConfusionMatrix truth = matrix(cells[scenario], 1_000_000);
            for (int sample = 0; sample < samples; sample++) {
                ConfusionMatrix matrix = drawn(cells[scenario], rows, new Random(sample));
                for (BinaryMetric metric : BinaryMetric.values()) {
                    tally.add(
                            names[scenario] + " " + metric.word(),
                            metric.of(truth).orElseThrow(),
                            metric.estimate(matrix, 0.95));
                }
            }
        }
        return tally;
    }

    private static ConfusionMatrix matrix(double[] cells, long rows) {
        long[] counts = new long[4];
        for (int i = 0; i < 4; i++) {
            counts[i] = Math.round(cells[i] * rows);
        }
        return new ConfusionMatrix(counts[0], counts[1], counts[2], counts[3]);
    }

    private static ConfusionMatrix drawn(double[] cells, int rows, Random random) {
        long[] counts = new long[4];
        for (int row = 0; row < rows; row++) {
            double u = random.nextDouble();
            int cell = 0;
            while (cell < 3 && u >= cells[cell]) {
                u -= cells[cell++];
            }
            counts[cell]++;
        }
        return new ConfusionMatrix(counts[0], counts[1], counts[2], counts[3]);
    }

    /** Logistic scores, calibrated or twice as sure as they should be. */
    static Tally scores(int samples, int rows, boolean histogram) {
        Tally tally = new Tally();
        for (double sure : new double[] {1, 2}) {
            String name = sure == 1 ? "calibrated " : "too sure ";
            BinaryScores all = scored(TRUTH, sure, false, new Random(99));
            Map<ScoreMetric, Double> truth = new EnumMap<>(ScoreMetric.class);
            for (ScoreMetric metric : ScoreMetric.values()) {
                boolean none = sure == 1 && (metric == ScoreMetric.ECE || metric == ScoreMetric.MCE);
                truth.put(metric, none ? 0 : all.value(metric).orElseThrow());
            }
            for (int sample = 0; sample < samples; sample++) {
                BinaryScores scores = scored(rows, sure, histogram, new Random(sample));
                truth.forEach((metric, value) -> tally.add(name + metric.word(), value, scores.estimate(metric, 0.95)));
            }
        }
        return tally;
    }

    private static BinaryScores scored(int rows, double sure, boolean histogram, Random random) {
        BinaryScores scores = histogram ? BinaryScores.withHistogram(100) : BinaryScores.create();
        for (int row = 0; row < rows; row++) {
            double logit = 1.5 * random.nextGaussian() - 0.5;
            boolean positive = random.nextDouble() < 1 / (1 + Math.exp(-logit));
            scores.accept(1 / (1 + Math.exp(-sure * logit)), positive);
        }
        return scores;
    }

    /** Two normal classes at a distance. */
    static Tally areas(int samples, int positives, int negatives) {
        Tally tally = new Tally();
        double[] areas = {0.638163, 0.760250, 0.921350, 0.983053};
        double[] distances = {0.5, 1, 2, 3};
        for (int i = 0; i < distances.length; i++) {
            for (int sample = 0; sample < samples; sample++) {
                Random random = new Random(sample);
                double[] scores = new double[positives + negatives];
                boolean[] positive = new boolean[positives + negatives];
                for (int row = 0; row < scores.length; row++) {
                    positive[row] = row < positives;
                    scores[row] = random.nextGaussian() + (positive[row] ? distances[i] : 0);
                }
                tally.add("area " + areas[i], areas[i], DeLong.estimate(scores, positive, 0.95));
                double area = RocAuc.of(scores, positive).orElseThrow();
                tally.add(
                        "area by size " + areas[i],
                        areas[i],
                        Optional.of(RocAuc.hanleyMcNeil(area, positives, negatives, 0.95)));
            }
        }
        return tally;
    }

    /** Errors that are normal, or have the heavier tails of Student's t with 5 degrees of freedom. */
    static Tally errors(int samples, int rows, boolean heavy) {
        Tally tally = new Tally();
        RegressionErrors truth = predicted(TRUTH, heavy, new Random(99));
        for (int sample = 0; sample < samples; sample++) {
            RegressionErrors errors = predicted(rows, heavy, new Random(sample));
            for (RegressionMetric metric : RegressionMetric.values()) {
                if (metric != RegressionMetric.MAX_ERROR && metric != RegressionMetric.MAPE) {
                    tally.add(metric.word(), truth.value(metric).orElseThrow(), errors.estimate(metric, 0.95));
                }
            }
            tally.add("pinball", truth.pinballLoss(0.9, 0.5).orElseThrow().value(), errors.pinballLoss(0.9, 0.95));
        }
        return tally;
    }

    private static RegressionErrors predicted(int rows, boolean heavy, Random random) {
        RegressionErrors errors = RegressionErrors.create();
        for (int row = 0; row < rows; row++) {
            double label = 50 + 3 * random.nextGaussian();
            double error = random.nextGaussian();
            if (heavy) {
                double squares = 0;
                for (int i = 0; i < 5; i++) {
                    double normal = random.nextGaussian();
                    squares += normal * normal;
                }
                error /= Math.sqrt(squares / 5);
            }
            errors.accept(label, label + 0.3 + error);
        }
        return errors;
    }

    /** Ten classes of unequal size with a share of hits, the misses spread evenly. */
    static Tally classes(int samples, int rows, double hits) {
        Tally tally = new Tally();
        double[] prior = {0.3, 0.2, 0.12, 0.1, 0.08, 0.06, 0.05, 0.04, 0.03, 0.02};
        MulticlassMatrix truth = MulticlassMatrix.create();
        for (int i = 0; i < 10; i++) {
            for (int j = 0; j < 10; j++) {
                double share = prior[i] * (i == j ? hits : (1 - hits) / 9);
                truth.accept("c" + i, "c" + j, Math.round(1e9 * share));
            }
        }
        for (int sample = 0; sample < samples; sample++) {
            Random random = new Random(sample);
            MulticlassMatrix matrix = MulticlassMatrix.create(truth.labels());
            for (int row = 0; row < rows; row++) {
                double u = random.nextDouble();
                int actual = 0;
                while (actual < 9 && u >= prior[actual]) {
                    u -= prior[actual++];
                }
                boolean hit = random.nextDouble() < hits;
                int predicted = hit ? actual : (actual + 1 + random.nextInt(9)) % 10;
                matrix.accept("c" + actual, "c" + predicted);
            }
            for (MulticlassMetric metric : MulticlassMetric.values()) {
                tally.add(metric.word(), truth.value(metric).orElseThrow(), matrix.estimate(metric, 0.95));
            }
        }
        return tally;
    }

    /** Two groups that a model treats differently. */
    static Tally groups(int samples, int rows) {
        Tally tally = new Tally();
        double[] privileged = {0.2, 0.1, 0.1, 0.6};
        double[] unprivileged = {0.1, 0.15, 0.15, 0.6};
        GroupFairness truth = new GroupFairness(matrix(privileged, 1_000_000), matrix(unprivileged, 1_000_000));
        for (int sample = 0; sample < samples; sample++) {
            Random random = new Random(sample);
            GroupFairness fairness =
                    new GroupFairness(drawn(privileged, rows, random), drawn(unprivileged, rows / 3, random));
            for (FairnessMetric metric : FairnessMetric.values()) {
                tally.add(metric.word(), truth.value(metric).orElseThrow(), fairness.estimate(metric, 0.95));
            }
        }
        return tally;
    }

    @Test
    void metricsOfAConfusionMatrix() {
        // Wilson's interval covers a share of 2 % of 200 rows in 93.0 %, less what chance does to 1000 samples
        matrices(SAMPLES, 200).assertAtLeast(0.92);
    }

    @Test
    void metricsOfScores() {
        scores(SAMPLES / 2, 200, false).assertAtLeast(0.925);
        scores(SAMPLES / 2, 200, true).assertAtLeast(0.925);
    }

    @Test
    void areasUnderTheCurve() {
        areas(SAMPLES, 60, 140).assertAtLeast(0.925);
        areas(SAMPLES, 20, 180).assertAtLeast(0.89);
    }

    @Test
    void errorsOfRegression() {
        errors(SAMPLES, 200, false).assertAtLeast(0.93);
        errors(SAMPLES, 200, true).assertAtLeast(0.9);
    }

    @Test
    void metricsOfTenClasses() {
        classes(SAMPLES, 300, 0.7).assertAtLeast(0.925);
        classes(SAMPLES, 300, 0.95).assertAtLeast(0.925);
    }

    @Test
    void differencesOfGroups() {
        groups(SAMPLES, 300).assertAtLeast(0.935);
    }
}
