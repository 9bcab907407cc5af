package io.github.modelwarden.core.performance;

import io.github.modelwarden.core.rendering.NameList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which columns of a table hold labels, predictions and scores, and how they are to be read. Immutable. */
public final class PerformanceColumns {

    private final String label;
    private final Optional<String> prediction;
    private final Map<String, String> scores;
    private final Reading reading;

    /** How the columns are read. */
    private record Reading(
            Optional<ModelKind> kind, Optional<String> positive, double threshold, double confidence, int bins) {}

    private PerformanceColumns(String label, Optional<String> prediction, Map<String, String> scores, Reading reading) {
        this.label = label;
        this.prediction = prediction;
        this.scores = scores;
        this.reading = reading;
    }

    /**
     * Labels alone; a prediction or a score column has to be added. The kind of model is found out (see {@link
     * PerformanceReport}), scores from 0.5 on are positive, confidence is 95 %, and every score is kept.
     *
     * @param label name of the label column
     * @return the columns
     */
    public static PerformanceColumns label(String label) {
        return new PerformanceColumns(
                label,
                Optional.empty(),
                Map.of(),
                new Reading(Optional.empty(), Optional.empty(), 0.5, Estimate.USUAL_CONFIDENCE, 0));
    }

    /**
     * Sets the column of predicted classes or numbers.
     *
     * @param name its name
     * @return columns with that setting
     */
    public PerformanceColumns withPrediction(String name) {
        return new PerformanceColumns(label, Optional.of(name), scores, reading);
    }

    /**
     * Sets the score columns: one for the positive class of a binary classifier, or one a class. In the second case
     * each is named after its class, after a prefix that all have in common: {@code p_cat} and {@code p_dog}, or {@code
     * p0} to {@code p9}.
     *
     * @param names their names
     * @return columns with that setting
     * @throws IllegalArgumentException if there is no name, or one is there twice
     */
    public PerformanceColumns withScores(String... names) {
        if (names.length == 0) {
            throw new IllegalArgumentException("performance: expected at least one score column but got none");
        }
        return names.length == 1
                ? new PerformanceColumns(label, prediction, Map.of("", names[0]), reading)
                : withScoresByClass(ScoreColumns.byClass(List.of(names)));
    }

    /**
     * Sets one score column a class.
     *
     * @param columns names of columns by class; copied
     * @return columns with that setting
     * @throws IllegalArgumentException if there are fewer than two
     */
    public PerformanceColumns withScoresByClass(Map<String, String> columns) {
        if (columns.size() < 2) {
            throw new IllegalArgumentException(
                    "performance: expected a score column for each of two or more classes but got " + columns);
        }
        return new PerformanceColumns(
                label, prediction, Collections.unmodifiableMap(new LinkedHashMap<>(columns)), reading);
    }

    /**
     * Sets the kind of model instead of finding it out.
     *
     * @param kind what the model predicts
     * @return columns with that setting
     */
    public PerformanceColumns withKind(ModelKind kind) {
        return with(
                new Reading(Optional.of(kind), reading.positive, reading.threshold, reading.confidence, reading.bins));
    }

    /**
     * Sets the positive class of a binary classifier.
     *
     * @param name the class, as the label column has it
     * @return columns with that setting
     */
    public PerformanceColumns withPositive(String name) {
        return with(new Reading(reading.kind, Optional.of(name), reading.threshold, reading.confidence, reading.bins));
    }

    /**
     * Sets the score from which on a row without prediction column counts as predicted positive.
     *
     * @param threshold a score, 0 to 1
     * @return columns with that setting
     * @throws IllegalArgumentException if it is out of range
     */
    public PerformanceColumns withThreshold(double threshold) {
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException("performance: expected a threshold from 0 to 1 but got " + threshold);
        }
        return with(new Reading(reading.kind, reading.positive, threshold, reading.confidence, reading.bins));
    }

    /**
     * Sets the confidence level of all intervals.
     *
     * @param confidence above 0 and below 1
     * @return columns with that setting
     * @throws IllegalArgumentException if it is out of range
     */
    public PerformanceColumns withConfidence(double confidence) {
        Estimate.requireConfidence(confidence);
        return with(new Reading(reading.kind, reading.positive, reading.threshold, confidence, reading.bins));
    }

    /**
     * Counts scores and errors in constant memory instead of keeping each.
     *
     * @param bins equal bins over 0 to 1, a multiple of 10 up to 1 000 000
     * @return columns with that setting
     * @throws IllegalArgumentException if the number of bins is not as said
     */
    public PerformanceColumns withHistogram(int bins) {
        BinaryScores.requireBins(bins);
        return with(new Reading(reading.kind, reading.positive, reading.threshold, reading.confidence, bins));
    }

    private PerformanceColumns with(Reading newReading) {
        return new PerformanceColumns(label, prediction, scores, newReading);
    }

    /** {@return the name of the label column} */
    public String label() {
        return label;
    }

    /** {@return the name of the prediction column} */
    public Optional<String> prediction() {
        return prediction;
    }

    /** {@return the names of the score columns} */
    public List<String> scores() {
        return List.copyOf(scores.values());
    }

    /** {@return the confidence level of all intervals} */
    public double confidence() {
        return reading.confidence;
    }

    /** {@return the score from which on a row without prediction column counts as predicted positive} */
    public double threshold() {
        return reading.threshold;
    }

    Optional<ModelKind> kind() {
        return reading.kind;
    }

    Optional<String> positive() {
        return reading.positive;
    }

    int bins() {
        return reading.bins;
    }

    /** {@return the classes that have a score column of their own, in their order; empty for a single score column} */
    List<String> scoredClasses() {
        return scores.size() < 2 ? List.of() : LabelOrder.sorted(scores.keySet());
    }

    String scoreColumn(String scoredClass) {
        String column = scores.get(scoredClass);
        if (column == null) {
            throw new IllegalArgumentException("performance: expected a score column for class '" + scoredClass
                    + "' but the classes with one are " + NameList.of(scores.keySet()));
        }
        return column;
    }

    Optional<String> singleScore() {
        return Optional.ofNullable(scores.get(""));
    }
}
