package io.github.modelwarden.core.performance;

import io.github.modelwarden.core.profile.Moments;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A binary classifier's scores against the truth: ranking, calibration and loss. Two kinds:
 *
 * <ul>
 *   <li>{@link #create()} keeps every score (8 bytes a row) and is exact; any score but NaN is allowed, though log
 *       loss, Brier and calibration are undefined as soon as one lies outside of 0 to 1.
 *   <li>{@link #withHistogram(int)} counts scores from 0 to 1 in equal bins, in memory that does not grow. Log loss,
 *       Brier and expected calibration error stay exact. What depends on the order takes scores of one bin as tied: the
 *       area under the ROC curve is off by at most {@link #rocAucErrorBound()}, which its interval includes.
 * </ul>
 *
 * <p>Mergeable: combination is commutative and associative up to rounding, with an empty accumulator as identity.
 * Metrics that are undefined are empty, never 0 or NaN. Not thread-safe.
 */
public final class BinaryScores {

    /** Number of bins of {@link ScoreMetric#ECE} and {@link ScoreMetric#MCE}. */
    public static final int CALIBRATION_BINS = 10;

    private static final int MAX_BINS = 1_000_000;

    private final int bins;
    private final ScoreSample positives;
    private final ScoreSample negatives;
    private final Moments logLoss = Moments.create();
    private final Moments squaredError = Moments.create();
    private long outside;
    private @Nullable RankedScores ranked;

    private BinaryScores(int bins) {
        this.bins = bins;
        positives = ScoreSample.create(bins);
        negatives = ScoreSample.create(bins);
    }

    /** {@return an empty accumulator that keeps every score} */
    public static BinaryScores create() {
        return new BinaryScores(0);
    }

    /**
     * An empty accumulator in constant memory.
     *
     * @param bins equal bins over 0 to 1, a multiple of 10 up to 1 000 000; 1 000 are enough for most uses
     * @return the accumulator
     * @throws IllegalArgumentException if the number of bins is not as said
     */
    public static BinaryScores withHistogram(int bins) {
        requireBins(bins);
        return new BinaryScores(bins);
    }

    /** Takes over the scores of two labels, one of which has turned out to be the positive one. */
    static BinaryScores of(LabelScores positive, LabelScores negative, int bins) {
        BinaryScores scores = new BinaryScores(bins);
        scores.add(positive, true);
        scores.add(negative, false);
        return scores;
    }

    private void add(LabelScores scores, boolean positive) {
        (positive ? positives : negatives).combine(scores.sample());
        logLoss.combine(scores.loss(positive));
        squaredError.combine(scores.squaredError(positive));
    }

    static void requireBins(int bins) {
        if (bins < CALIBRATION_BINS || bins > MAX_BINS || bins % CALIBRATION_BINS != 0) {
            throw new IllegalArgumentException("score histogram: expected a multiple of " + CALIBRATION_BINS
                    + " bins, at most " + MAX_BINS + ", but got " + bins);
        }
    }

    /**
     * Adds a labelled row.
     *
     * @param score the score, higher meaning more positive
     * @param positive whether the row is actually positive
     * @throws IllegalArgumentException if the score is NaN, or outside of 0 to 1 for a histogram; nothing is added then
     */
    public void accept(double score, boolean positive) {
        boolean probability = score >= 0 && score <= 1;
        if (Double.isNaN(score) || (bins > 0 && !probability)) {
            throw new IllegalArgumentException(
                    "binary scores: expected a " + (bins > 0 ? "score from 0 to 1" : "score") + " but got " + score);
        }
        (positive ? positives : negatives).accept(score);
        ranked = null;
        if (probability) {
            logLoss.accept(LabelScores.loss(positive ? score : 1 - score));
            double error = (positive ? 1 : 0) - score;
            squaredError.accept(error * error);
        } else {
            outside++;
        }
    }

    /**
     * Adds all that another has seen.
     *
     * @param other scores of the same kind, not changed
     * @return this
     * @throws IllegalArgumentException if the other is of another kind or number of bins
     */
    public BinaryScores combine(BinaryScores other) {
        if (bins != other.bins) {
            throw new IllegalArgumentException(
                    "cannot combine scores " + kind() + " with scores " + other.kind() + "; create both alike");
        }
        positives.combine(other.positives);
        negatives.combine(other.negatives);
        logLoss.combine(other.logLoss);
        squaredError.combine(other.squaredError);
        outside += other.outside;
        ranked = null;
        return this;
    }

    private String kind() {
        return bins == 0 ? "kept one by one" : "in " + bins + " bins";
    }

    /** {@return the number of labelled rows} */
    public long total() {
        return positives() + negatives();
    }

    /** {@return the number of rows that are actually positive} */
    public long positives() {
        return positives.count();
    }

    /** {@return the number of rows that are actually negative} */
    public long negatives() {
        return negatives.count();
    }

    private RankedScores ranked() {
        RankedScores order = ranked;
        if (order == null) {
            order = RankedScores.of(positives, negatives);
            ranked = order;
        }
        return order;
    }

    /**
     * Computes a metric.
     *
     * @param metric the metric
     * @return the value; empty where it is undefined
     */
    public OptionalDouble value(ScoreMetric metric) {
        boolean defined = switch (metric) {
            case ROC_AUC, GINI, KS -> positives() > 0 && negatives() > 0;
            case AVERAGE_PRECISION, PR_AUC_TRAPEZOID -> positives() > 0;
            case LOG_LOSS, BRIER, ECE, MCE -> total() > 0 && outside == 0;
        };
        if (!defined) {
            return OptionalDouble.empty();
        }
        return switch (metric) {
            case ROC_AUC -> OptionalDouble.of(ranked().area());
            case GINI -> OptionalDouble.of(2 * ranked().area() - 1);
            case AVERAGE_PRECISION -> OptionalDouble.of(ranked().averagePrecision());
            case PR_AUC_TRAPEZOID -> OptionalDouble.of(ranked().precisionRecallArea());
            case KS -> OptionalDouble.of(excess(ranked().farthest()));
            case LOG_LOSS -> OptionalDouble.of(logLoss.mean());
            case BRIER -> OptionalDouble.of(squaredError.mean());
            case ECE -> expectedCalibrationError(CALIBRATION_BINS);
            case MCE -> calibration(CALIBRATION_BINS).largestError();
        };
    }

    private static double excess(ConfusionMatrix m) {
        return m.recall().orElseThrow() - m.falsePositiveRate().orElseThrow();
    }

    /**
     * Computes a metric with its interval. The area under the ROC curve and Gini have DeLong's on the log-odds scale
     * (see {@link DeLong#estimate}), the areas under the precision–recall curve that of a proportion of the positives
     * on the log-odds scale, log loss and Brier that of a mean. The bounds of the calibration errors and of KS are
     * conservative: they take into account that these values are biased upwards for few rows.
     *
     * @param metric the metric
     * @param confidence the confidence level, above 0 and below 1
     * @return the estimate; empty where the metric is undefined
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Optional<Estimate> estimate(ScoreMetric metric, double confidence) {
        Estimate.requireConfidence(confidence);
        OptionalDouble value = value(metric);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        return switch (metric) {
            case ROC_AUC -> Optional.of(ScoreIntervals.area(ranked(), bins > 0, confidence));
            case GINI -> Optional.of(ScoreIntervals.gini(ScoreIntervals.area(ranked(), bins > 0, confidence)));
            case AVERAGE_PRECISION, PR_AUC_TRAPEZOID ->
                Optional.of(ScoreIntervals.precisionRecall(ranked(), value.getAsDouble(), confidence));
            case KS -> Optional.of(ScoreIntervals.ks(ranked(), bins > 0, confidence));
            case LOG_LOSS -> Estimate.ofMean(logLoss, confidence).map(e -> e.within(0, Double.POSITIVE_INFINITY));
            case BRIER -> Estimate.ofMean(squaredError, confidence).map(e -> e.within(0, 1));
            case ECE -> calibration(CALIBRATION_BINS).expectedErrorEstimate(confidence);
            case MCE -> calibration(CALIBRATION_BINS).largestErrorEstimate(confidence);
        };
    }

    /**
     * How far the area under the ROC curve can be off because scores of one bin are taken as tied: half the share of
     * pairs of a positive and a negative that fall into the same bin. With 1 000 bins and scores spread evenly that is
     * about 0.0005.
     *
     * @return the bound; 0 if every score is kept; empty without one of the classes
     */
    public OptionalDouble rocAucErrorBound() {
        return positives() == 0 || negatives() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(bins == 0 ? 0 : ranked().tiedShare());
    }

    /**
     * The expected calibration error over another number of bins than 10.
     *
     * @param calibrationBins equal bins {@code [0, 1/n), …, [1 − 1/n, 1]}; must divide the bins of a histogram
     * @return the error, 0 to 1; empty without rows or with a score outside of 0 to 1
     * @throws IllegalArgumentException if the number of bins is not as said
     */
    public OptionalDouble expectedCalibrationError(int calibrationBins) {
        requireCalibrationBins(calibrationBins);
        return outside > 0
                ? OptionalDouble.empty()
                : calibration(calibrationBins).expectedError();
    }

    private CalibrationBins calibration(int calibrationBins) {
        return filled(CalibrationBins.lowerClosed(calibrationBins));
    }

    private CalibrationBins filled(CalibrationBins empty) {
        positives.calibrate(empty, true);
        negatives.calibrate(empty, false);
        return empty;
    }

    private void requireCalibrationBins(int wanted) {
        if (wanted < 1 || (bins > 0 && bins % wanted != 0)) {
            throw new IllegalArgumentException("calibration: expected at least 1 bin"
                    + (bins > 0 ? ", a divisor of the histogram's " + bins + "," : "") + " but got " + wanted);
        }
    }

    /**
     * The reliability curve: what happened to the rows of each range of scores. Of kept scores a range includes its
     * upper edge, as in scikit-learn; of a histogram its lower edge, and quantiles are moved to the next edge of the
     * histogram.
     *
     * @param strategy how the scores are cut into ranges
     * @param curveBins the number of ranges; with {@link ReliabilityStrategy#UNIFORM} it must divide the bins of a
     *     histogram
     * @return the ranges that have rows, in ascending order; empty with a score outside of 0 to 1
     * @throws IllegalArgumentException if the number of ranges is not as said
     */
    public List<ReliabilityBin> reliabilityCurve(ReliabilityStrategy strategy, int curveBins) {
        boolean uniform = strategy == ReliabilityStrategy.UNIFORM;
        if (uniform || curveBins < 1) {
            requireCalibrationBins(curveBins);
        }
        if (outside > 0 || total() == 0) {
            return List.of();
        }
        if (bins > 0 && uniform) {
            return calibration(curveBins).filled();
        }
        double[] edges =
                uniform ? CalibrationBins.uniform(curveBins) : ScoreQuantiles.edges(positives, negatives, curveBins);
        return filled(CalibrationBins.upperClosed(edges)).filled();
    }

    /**
     * The ROC curve, from the threshold above all scores down.
     *
     * @param dropIntermediate whether to leave out points on a straight line between their neighbours
     * @return the points; empty without one of the classes
     */
    public List<RocPoint> rocCurve(boolean dropIntermediate) {
        return positives() == 0 || negatives() == 0 ? List.of() : ranked().rocCurve(dropIntermediate);
    }

    /** {@return the precision–recall curve in ascending order of the threshold; empty without positives} */
    public List<PrecisionRecallPoint> precisionRecallCurve() {
        return positives() == 0 ? List.of() : ranked().precisionRecallCurve();
    }

    /**
     * The confusion matrix of predicting positive from a threshold on.
     *
     * @param threshold the threshold; for a histogram one of the lower edges of its bins, or beyond all scores
     * @return the matrix
     * @throws IllegalArgumentException if the threshold is NaN, or between the edges of a histogram
     */
    public ConfusionMatrix matrix(double threshold) {
        boolean edge = bins == 0 || (threshold != 1 && Math.abs(threshold * bins - Math.rint(threshold * bins)) < 1e-9);
        if (Double.isNaN(threshold) || !edge) {
            throw new IllegalArgumentException("confusion matrix: expected a threshold"
                    + (bins > 0 ? " below 1 that is a multiple of 1/" + bins : "") + " but got " + threshold);
        }
        return ranked().matrix(bins == 0 ? threshold : Math.rint(threshold * bins) / bins);
    }
}
