package io.github.modelwarden.core.performance;

import io.github.modelwarden.core.profile.Moments;
import io.github.modelwarden.core.rendering.NameList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The probabilities that a classifier gives to each of several classes against the truth. {@link #create} keeps every
 * probability (8 bytes a row and class) and is exact; {@link #withHistogram} counts them in bins, in memory that grows
 * with the square of the classes but not with the rows: loss and top-k accuracy stay exact, areas take scores of one
 * bin as tied.
 *
 * <p>Mergeable: combination is commutative and associative up to rounding. Not thread-safe.
 */
public final class MulticlassScores {

    /** How far from 1 the probabilities of a row may add up: rounding in a file leaves that much. */
    public static final double SUM_TOLERANCE = 0.01;

    private final List<String> labels;
    private final Map<String, Integer> places = new HashMap<>();
    private final int bins;
    /** By actual class, then by the class that the score is for. */
    private final ScoreSample[][] samples;

    private final long[] ranks;
    private final Moments logLoss = Moments.create();
    private final Moments squaredError = Moments.create();
    private final BinaryScores topLabel;

    private MulticlassScores(List<String> labels, int bins) {
        this.labels = List.copyOf(labels);
        this.bins = bins;
        int classes = labels.size();
        samples = new ScoreSample[classes][classes];
        ranks = new long[classes];
        topLabel = bins == 0 ? BinaryScores.create() : BinaryScores.withHistogram(bins);
        for (int i = 0; i < classes; i++) {
            if (places.put(labels.get(i), i) != null) {
                throw new IllegalArgumentException(
                        "multiclass scores: expected every class once but '" + labels.get(i) + "' is there twice");
            }
            for (int j = 0; j < classes; j++) {
                samples[i][j] = ScoreSample.create(bins);
            }
        }
        if (classes < 2) {
            throw new IllegalArgumentException(
                    "multiclass scores: expected at least 2 classes but got " + NameList.of(labels));
        }
    }

    /**
     * An empty accumulator that keeps every probability.
     *
     * @param labels the classes, in the order of the probabilities; at least two, each once
     * @return the accumulator
     * @throws IllegalArgumentException if the classes are not as said
     */
    public static MulticlassScores create(List<String> labels) {
        return new MulticlassScores(labels, 0);
    }

    /**
     * An empty accumulator whose memory does not grow with the rows.
     *
     * @param labels the classes, in the order of the probabilities; at least two, each once
     * @param bins equal bins over 0 to 1, a multiple of 10
     * @return the accumulator
     * @throws IllegalArgumentException if the classes or the bins are not as said
     */
    public static MulticlassScores withHistogram(List<String> labels, int bins) {
        BinaryScores.requireBins(bins);
        return new MulticlassScores(labels, bins);
    }

    /**
     * Adds a labelled row.
     *
     * @param actual the actual class
     * @param probabilities the probability of each class, in the order of the labels; not changed
     * @throws IllegalArgumentException if the class is unknown, a probability is outside of 0 to 1, or they do not add
     *     up to 1 within {@link #SUM_TOLERANCE}; nothing is added then
     */
    public void accept(String actual, double[] probabilities) {
        Integer place = places.get(actual);
        if (place == null) {
            throw new IllegalArgumentException("multiclass scores: expected one of the classes " + NameList.of(labels)
                    + " but got '" + actual + "'");
        }
        requireProbabilities(probabilities);
        double own = probabilities[place];
        double squares = 0;
        int rank = 0;
        int top = 0;
        for (int k = 0; k < probabilities.length; k++) {
            double error = probabilities[k] - (k == place ? 1 : 0);
            squares += error * error;
            rank += probabilities[k] > own || (probabilities[k] == own && k > place) ? 1 : 0;
            top = probabilities[k] > probabilities[top] ? k : top;
            samples[place][k].accept(probabilities[k]);
        }
        ranks[rank]++;
        squaredError.accept(squares);
        logLoss.accept(LabelScores.loss(own));
        topLabel.accept(probabilities[top], top == place);
    }

    private void requireProbabilities(double[] probabilities) {
        double sum = 0;
        for (double probability : probabilities) {
            sum += probability >= 0 && probability <= 1 ? probability : Double.NaN;
        }
        if (probabilities.length != labels.size() || !(Math.abs(sum - 1) <= SUM_TOLERANCE)) {
            throw new IllegalArgumentException("multiclass scores: expected " + labels.size()
                    + " probabilities from 0 to 1 that add up to 1, for " + NameList.of(labels) + ", but got "
                    + NameList.of(java.util.Arrays.stream(probabilities).boxed().toList()));
        }
    }

    /**
     * Adds all that another has seen.
     *
     * @param other scores of the same kind over the same classes in the same order, not changed
     * @return this
     * @throws IllegalArgumentException if kind or classes differ
     */
    public MulticlassScores combine(MulticlassScores other) {
        if (!labels.equals(other.labels) || bins != other.bins) {
            throw new IllegalArgumentException("cannot combine scores of the classes " + NameList.of(labels) + " ("
                    + bins + " bins) with those of " + NameList.of(other.labels) + " (" + other.bins
                    + " bins); create both alike");
        }
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] += other.ranks[i];
            for (int j = 0; j < ranks.length; j++) {
                samples[i][j].combine(other.samples[i][j]);
            }
        }
        logLoss.combine(other.logLoss);
        squaredError.combine(other.squaredError);
        topLabel.combine(other.topLabel);
        return this;
    }

    /** {@return the classes, in the order of the probabilities} */
    public List<String> labels() {
        return labels;
    }

    /** {@return the number of labelled rows} */
    public long total() {
        return logLoss.count();
    }

    /** {@return the largest probability of each row as a score for being right, a view that grows along} */
    public BinaryScores topLabel() {
        return topLabel;
    }

    /**
     * The share of rows whose actual class is among the k most probable ones. Of equally probable classes the later
     * ones come first, as in scikit-learn.
     *
     * @param k how many classes count, from 1 to all
     * @param confidence the confidence level, above 0 and below 1
     * @return the estimate, by Wilson's method; empty without rows
     * @throws IllegalArgumentException if a number is out of range
     */
    public Optional<Estimate> topKAccuracy(int k, double confidence) {
        if (k < 1 || k > ranks.length) {
            throw new IllegalArgumentException(
                    "top-k accuracy: expected k from 1 to the " + ranks.length + " classes but got " + k);
        }
        long hits = 0;
        for (int rank = 0; rank < k; rank++) {
            hits += ranks[rank];
        }
        return Estimate.ofProportion(hits, total(), confidence);
    }

    /**
     * The area under the ROC curve of one class against all others.
     *
     * @param label the class
     * @param confidence the confidence level, above 0 and below 1
     * @return the estimate; empty if no row or every row is of that class
     * @throws IllegalArgumentException if the class is unknown or the confidence out of range
     */
    public Optional<Estimate> rocAuc(String label, double confidence) {
        Estimate.requireConfidence(confidence);
        Integer k = places.get(label);
        if (k == null) {
            throw new IllegalArgumentException("multiclass scores: expected one of the classes " + NameList.of(labels)
                    + " but got '" + label + "'");
        }
        ScoreSample others = ScoreSample.create(bins);
        for (int i = 0; i < ranks.length; i++) {
            if (i != k) {
                others.combine(samples[i][k]);
            }
        }
        return rows(k) == 0 || others.count() == 0
                ? Optional.empty()
                : Optional.of(area(samples[k][k], others, confidence));
    }

    private Estimate area(ScoreSample positives, ScoreSample negatives, double confidence) {
        return ScoreIntervals.area(RankedScores.of(positives, negatives), bins > 0, confidence);
    }

    private long rows(int label) {
        return samples[label][label].count();
    }

    /**
     * Computes a metric.
     *
     * @param metric the metric
     * @return the value; empty where it is undefined
     */
    public OptionalDouble value(MulticlassScoreMetric metric) {
        return estimate(metric, 0.95)
                .map(estimate -> OptionalDouble.of(estimate.value()))
                .orElse(OptionalDouble.empty());
    }

    /**
     * Computes a metric with its interval. Averages of areas leave out classes without rows. Their bounds are the
     * averages of the single bounds, as if all areas erred the same way, which covers more than it says.
     *
     * @param metric the metric
     * @param confidence the confidence level, above 0 and below 1
     * @return the estimate; empty where the metric is undefined
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Optional<Estimate> estimate(MulticlassScoreMetric metric, double confidence) {
        Estimate.requireConfidence(confidence);
        return switch (metric) {
            case LOG_LOSS -> Estimate.ofMean(logLoss, confidence).map(e -> e.within(0, Double.POSITIVE_INFINITY));
            case BRIER -> Estimate.ofMean(squaredError, confidence).map(e -> e.within(0, 2));
            case ECE_TOP_LABEL -> topLabel.estimate(ScoreMetric.ECE, confidence);
            case ROC_AUC_OVR_MACRO -> oneVersusRest(false, confidence);
            case ROC_AUC_OVR_WEIGHTED -> oneVersusRest(true, confidence);
            case ROC_AUC_OVO_MACRO -> oneVersusOne(false, confidence);
            case ROC_AUC_OVO_WEIGHTED -> oneVersusOne(true, confidence);
        };
    }

    private Optional<Estimate> oneVersusRest(boolean weighted, double confidence) {
        List<Estimate> areas = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (int k = 0; k < ranks.length; k++) {
            Optional<Estimate> area = rocAuc(labels.get(k), confidence);
            if (area.isPresent()) {
                areas.add(area.get());
                weights.add(weighted ? (double) rows(k) : 1.0);
            }
        }
        return mean(areas, weights, confidence);
    }

    private Optional<Estimate> oneVersusOne(boolean weighted, double confidence) {
        List<Estimate> areas = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (int a = 0; a < ranks.length; a++) {
            for (int b = 0; b < ranks.length; b++) {
                if (a != b && rows(a) > 0 && rows(b) > 0) {
                    areas.add(area(samples[a][a], samples[b][a], confidence));
                    weights.add(weighted ? (double) (rows(a) + rows(b)) : 1.0);
                }
            }
        }
        return mean(areas, weights, confidence);
    }

    private Optional<Estimate> mean(List<Estimate> areas, List<Double> weights, double confidence) {
        double all = weights.stream().mapToDouble(Double::doubleValue).sum();
        double value = 0;
        double lower = 0;
        double upper = 0;
        boolean bounded = true;
        for (int i = 0; i < areas.size(); i++) {
            Estimate area = areas.get(i);
            double weight = weights.get(i) / all;
            bounded &= area.lower().isPresent();
            value += weight * area.value();
            lower += weight * area.lower().orElse(0);
            upper += weight * area.upper().orElse(1);
        }
        if (areas.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                bounded
                        ? new Span(lower, upper).estimate(value, confidence, IntervalMethod.CONSERVATIVE, total())
                        : Estimate.withoutBounds(value, confidence, total()));
    }
}
