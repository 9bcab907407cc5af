package io.github.modelwarden.core.performance;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A metric of a {@link ConfusionMatrix}. Proportions, and F1 as a function of one, have Wilson's interval; balanced
 * accuracy is put together from those of recall and specificity; F-beta, the Matthews correlation and Cohen's kappa
 * have the delta method's, on counts with z²/4 rows added to each cell so that a mistake that has not happened yet
 * still counts as possible.
 */
public enum BinaryMetric implements PerformanceMetric {
    /** (tp + tn) / all. */
    ACCURACY("accuracy", "there is no labelled row"),
    /** Mean of recall and specificity, 0.5 for guessing. */
    BALANCED_ACCURACY("balanced_accuracy", "the labelled rows are all of one class"),
    /** tp / (tp + fp). */
    PRECISION("precision", "no labelled row is predicted positive"),
    /** tp / (tp + fn), the true positive rate. */
    RECALL("recall", "no labelled row is positive"),
    /** tn / (tn + fp), the true negative rate. */
    SPECIFICITY("specificity", "no labelled row is negative"),
    /** fp / (fp + tn). */
    FALSE_POSITIVE_RATE("false_positive_rate", "no labelled row is negative"),
    /** fn / (fn + tp). */
    FALSE_NEGATIVE_RATE("false_negative_rate", "no labelled row is positive"),
    /** tn / (tn + fn). */
    NEGATIVE_PREDICTIVE_VALUE("negative_predictive_value", "no labelled row is predicted negative"),
    /** Harmonic mean of precision and recall. */
    F1("f1", "no labelled row is positive or predicted positive"),
    /** F-beta with beta 2: recall counts more. */
    F2("f2", "no labelled row is positive or predicted positive"),
    /** F-beta with beta 0.5: precision counts more. */
    F_HALF("f0_5", "no labelled row is positive or predicted positive"),
    /** tp / (tp + fp + fn). */
    JACCARD("jaccard", "no labelled row is positive or predicted positive"),
    /** Correlation of actual and predicted class, −1 to 1, 0 for guessing. */
    MATTHEWS_CORRELATION("mcc", "the labelled rows are all of one class or all predicted alike"),
    /** Agreement beyond that of guessing with the same rates, at most 1, 0 for guessing. */
    COHEN_KAPPA("cohen_kappa", "the labelled rows are all of one class and all predicted so"),
    /** Share of rows predicted positive. */
    POSITIVE_RATE("positive_rate", "there is no labelled row"),
    /** Share of rows that are actually positive. */
    BASE_RATE("base_rate", "there is no labelled row");

    private final String word;
    private final String undefined;

    BinaryMetric(String word, String undefined) {
        this.word = word;
        this.undefined = undefined;
    }

    /** Rows that count among rows. */
    private record Share(long hits, long rows) {}

    @Override
    public String word() {
        return word;
    }

    @Override
    public String whenUndefined() {
        return undefined;
    }

    /**
     * Computes the metric.
     *
     * @param matrix counts of hits and misses
     * @return the value; empty where it is undefined, never 0 or NaN
     */
    public OptionalDouble of(ConfusionMatrix matrix) {
        Share share = share(matrix);
        if (share != null) {
            return ratio((double) share.hits, (double) share.rows);
        }
        return switch (this) {
            case F1 -> fBeta(matrix, 1);
            case F2 -> fBeta(matrix, 2);
            case F_HALF -> fBeta(matrix, 0.5);
            case BALANCED_ACCURACY -> balancedAccuracy(matrix);
            case MATTHEWS_CORRELATION -> defined(MatrixDelta.matthews(MatrixDelta.exact(cells(matrix))));
            default -> defined(MatrixDelta.kappa(MatrixDelta.exact(cells(matrix))));
        };
    }

    /**
     * Computes the metric with its interval. At 95 % and 200 rows the intervals cover the true value in at least 93 %
     * of samples also for rare positives and for few mistakes.
     *
     * @param matrix counts of hits and misses
     * @param confidence the confidence level, above 0 and below 1
     * @return the estimate; empty where the metric is undefined
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Optional<Estimate> estimate(ConfusionMatrix matrix, double confidence) {
        Estimate.requireConfidence(confidence);
        Share share = share(matrix);
        if (share != null) {
            return Estimate.ofProportion(share.hits, share.rows, confidence);
        }
        return switch (this) {
            case F1 -> f1Estimate(matrix, confidence);
            case F2 -> fBetaEstimate(matrix, 2, confidence);
            case F_HALF -> fBetaEstimate(matrix, 0.5, confidence);
            case BALANCED_ACCURACY -> balancedAccuracyEstimate(matrix, confidence);
            case MATTHEWS_CORRELATION -> delta(of(matrix), matrix, MatrixDelta::matthews, confidence);
            default -> delta(of(matrix), matrix, MatrixDelta::kappa, confidence);
        };
    }

    /** The metric as a proportion, null if it is none. */
    private @Nullable Share share(ConfusionMatrix m) {
        return switch (this) {
            case ACCURACY -> new Share(m.truePositives() + m.trueNegatives(), m.total());
            case PRECISION -> new Share(m.truePositives(), m.predictedPositives());
            case RECALL -> new Share(m.truePositives(), m.actualPositives());
            case SPECIFICITY -> new Share(m.trueNegatives(), m.actualNegatives());
            case FALSE_POSITIVE_RATE -> new Share(m.falsePositives(), m.actualNegatives());
            case FALSE_NEGATIVE_RATE -> new Share(m.falseNegatives(), m.actualPositives());
            case NEGATIVE_PREDICTIVE_VALUE -> new Share(m.trueNegatives(), m.predictedNegatives());
            case JACCARD -> new Share(m.truePositives(), m.total() - m.trueNegatives());
            case POSITIVE_RATE -> new Share(m.predictedPositives(), m.total());
            case BASE_RATE -> new Share(m.actualPositives(), m.total());
            default -> null;
        };
    }

    static OptionalDouble fBeta(ConfusionMatrix m, double beta) {
        ClassRatio ratio = ClassRatio.fBeta(beta);
        return ratio(
                ratio.hit() * m.truePositives(),
                ratio.actual() * m.actualPositives() + ratio.predicted() * m.predictedPositives());
    }

    static Optional<Estimate> fBetaEstimate(ConfusionMatrix matrix, double beta, double confidence) {
        Estimate.requireConfidence(confidence);
        BitSet onlyPositive = BitSet.valueOf(new long[] {0b10});
        ClassRatio.Mean positive = new ClassRatio.Mean(onlyPositive, onlyPositive, 0, false);
        OptionalDouble value = fBeta(matrix, beta);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        ClassRatio ratio = ClassRatio.fBeta(beta);
        Span span = MatrixDelta.interval(cells(matrix), counts -> ratio.mean(counts, positive), confidence);
        long rows = matrix.total() - matrix.trueNegatives();
        return Optional.of(span.within(0, 1).estimate(value.getAsDouble(), confidence, IntervalMethod.DELTA, rows));
    }

    /** F1 = 2j/(1 + j) for the share j of hits among the rows that are positive or predicted so. */
    private static Optional<Estimate> f1Estimate(ConfusionMatrix matrix, double confidence) {
        return JACCARD.estimate(matrix, confidence)
                .map(j -> j.rescaled(
                        fBeta(matrix, 1).orElseThrow(),
                        harmonic(j.lower().orElseThrow()),
                        harmonic(j.upper().orElseThrow())));
    }

    private static double harmonic(double jaccard) {
        return 2 * jaccard / (1 + jaccard);
    }

    private static OptionalDouble balancedAccuracy(ConfusionMatrix m) {
        OptionalDouble recall = m.recall();
        OptionalDouble specificity = m.specificity();
        return recall.isEmpty() || specificity.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of((recall.getAsDouble() + specificity.getAsDouble()) / 2);
    }

    private static Optional<Estimate> balancedAccuracyEstimate(ConfusionMatrix matrix, double confidence) {
        Optional<Estimate> recall = RECALL.estimate(matrix, confidence);
        Optional<Estimate> specificity = SPECIFICITY.estimate(matrix, confidence);
        if (recall.isEmpty() || specificity.isEmpty()) {
            return Optional.empty();
        }
        Span span = Mover.sum(new double[] {0.5, 0.5}, List.of(recall.get(), specificity.get()));
        return Optional.of(span.within(0, 1)
                .estimate(balancedAccuracy(matrix).orElseThrow(), confidence, IntervalMethod.MOVER, matrix.total()));
    }

    private static Optional<Estimate> delta(
            OptionalDouble value,
            ConfusionMatrix matrix,
            Function<double[][], MatrixDelta.Gradient> metric,
            double confidence) {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Span span = MatrixDelta.interval(cells(matrix), metric, confidence).within(-1, 1);
        return Optional.of(span.estimate(value.getAsDouble(), confidence, IntervalMethod.DELTA, matrix.total()));
    }

    private static long[][] cells(ConfusionMatrix m) {
        return new long[][] {{m.trueNegatives(), m.falsePositives()}, {m.falseNegatives(), m.truePositives()}};
    }

    private static OptionalDouble ratio(double part, double whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(part / whole);
    }

    private static OptionalDouble defined(MatrixDelta.Gradient gradient) {
        return Double.isFinite(gradient.value()) ? OptionalDouble.of(gradient.value()) : OptionalDouble.empty();
    }
}
