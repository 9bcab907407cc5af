package io.github.modelwarden.core.performance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleToIntFunction;

/** Scores and labels summed up by bins of the score, to compare what was promised with what happened. */
final class CalibrationBins {

    private final double[] edges;
    private final DoubleToIntFunction bin;
    private final long[] counts;
    private final long[] positives;
    private final double[] scores;
    private final double[] squaredErrors;
    private long total;

    private CalibrationBins(double[] edges, DoubleToIntFunction bin) {
        this.edges = edges;
        this.bin = bin;
        counts = new long[edges.length - 1];
        positives = new long[edges.length - 1];
        scores = new double[edges.length - 1];
        squaredErrors = new double[edges.length - 1];
    }

    /** Bins {@code [i/n, (i+1)/n)}, the last one closed: those of the expected calibration error. */
    static CalibrationBins lowerClosed(int bins) {
        return new CalibrationBins(uniform(bins), score -> Math.min((int) (score * bins), bins - 1));
    }

    /** Bins {@code (edge, next edge]}, the first one closed below: those of a reliability curve. */
    static CalibrationBins upperClosed(double[] edges) {
        return new CalibrationBins(edges, score -> below(edges, score));
    }

    static double[] uniform(int bins) {
        double[] edges = new double[bins + 1];
        double step = 1.0 / bins;
        for (int i = 0; i < bins; i++) {
            edges[i] = i * step;
        }
        edges[bins] = 1;
        return edges;
    }

    /** The number of inner edges below a score. */
    private static int below(double[] edges, double score) {
        int low = 1;
        int high = edges.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (edges[middle] < score) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    void accept(double score, boolean positive) {
        accept(score, 1, score, positive);
    }

    /** Adds rows of one label. */
    void accept(double place, long rows, double meanScore, boolean positive) {
        int i = bin.applyAsInt(place);
        double error = (positive ? 1 : 0) - meanScore;
        counts[i] += rows;
        positives[i] += positive ? rows : 0;
        scores[i] += rows * meanScore;
        squaredErrors[i] += rows * error * error;
        total += rows;
    }

    List<ReliabilityBin> filled() {
        List<ReliabilityBin> filled = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                filled.add(new ReliabilityBin(edges[i], edges[i + 1], counts[i], positives[i], scores[i] / counts[i]));
            }
        }
        return filled;
    }

    /** The mean over rows of a bin's distance between mean label and mean score. */
    OptionalDouble expectedError() {
        return total == 0 ? OptionalDouble.empty() : OptionalDouble.of(sumOfGaps());
    }

    private double sumOfGaps() {
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += Math.abs(positives[i] - scores[i]);
        }
        return sum / total;
    }

    /** The largest distance between mean label and mean score of any bin. */
    OptionalDouble largestError() {
        return filled().stream()
                .mapToDouble(b -> Math.abs(b.positiveShare() - b.meanScore()))
                .max();
    }

    /**
     * Bounds for the expected error. A bin's share of it is {@code |Aᵢ|} with {@code Aᵢ = Σ(label − score)/n}, whose
     * standard error sᵢ is known. Upwards, {@code Σ|Aᵢ|} is at least a sum that is unbiased for the true error and has
     * the spread of the signed sum. Downwards, the error falls short by at most {@code Σ|Aᵢ − aᵢ|}, which has mean
     * {@code √(2/π)·Σsᵢ} and variance {@code (1 − 2/π)·Σsᵢ²} near enough; this also takes back the bias that makes a
     * perfectly calibrated model look wrong.
     */
    Optional<Estimate> expectedErrorEstimate(double confidence) {
        Estimate.requireConfidence(confidence);
        if (total == 0) {
            return Optional.empty();
        }
        double z = Quantiles.reach(confidence);
        double value = sumOfGaps();
        double deviations = 0;
        double variances = 0;
        for (int i = 0; i < counts.length; i++) {
            double share = (positives[i] - scores[i]) / total;
            double variance = Math.max(0, squaredErrors[i] / total - share * share) / total;
            deviations += Math.sqrt(variance);
            variances += variance;
        }
        double spread = Math.max(0, Arrays.stream(squaredErrors).sum() / total - value * value) / total;
        double below = Math.sqrt(2 / Math.PI) * deviations + z * Math.sqrt((1 - 2 / Math.PI) * variances);
        Span span = new Span(value - below, value + z * Math.sqrt(spread)).within(0, 1);
        return Optional.of(span.estimate(value, confidence, IntervalMethod.CONSERVATIVE, total));
    }

    /**
     * Bounds for the largest error: those that hold for the shares of all bins at once, each at an equal part of the
     * risk.
     */
    Optional<Estimate> largestErrorEstimate(double confidence) {
        Estimate.requireConfidence(confidence);
        List<ReliabilityBin> bins = filled();
        double each = 1 - (1 - confidence) / bins.size();
        double lower = 0;
        double upper = 0;
        for (ReliabilityBin b : bins) {
            Span share = Span.wilson(b.positives(), b.count(), each);
            lower = Math.max(lower, Math.max(share.lower() - b.meanScore(), b.meanScore() - share.upper()));
            upper = Math.max(upper, Math.max(share.upper() - b.meanScore(), b.meanScore() - share.lower()));
        }
        Span span = new Span(lower, upper);
        OptionalDouble value = largestError();
        return value.isEmpty()
                ? Optional.empty()
                : Optional.of(span.estimate(value.getAsDouble(), confidence, IntervalMethod.CONSERVATIVE, total));
    }
}
