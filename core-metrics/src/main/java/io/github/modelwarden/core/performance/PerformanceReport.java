package io.github.modelwarden.core.performance;

import io.github.modelwarden.core.data.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How good a model's predictions in a table were: every metric that label, prediction and score columns allow, with
 * intervals, and a reason in place of a metric that is undefined.
 *
 * <p>What the model predicts is found out from the rows unless it is {@linkplain PerformanceColumns#withKind set}: with a score column, or a label or prediction column of
 * text, it is a classifier; otherwise labels and predictions that are whole numbers of at most 10 values are classes
 * too (a note says so unless they are 0 and 1), and everything else is regression. A classifier is binary if at most
 * two classes occur among labels and predictions, and no more have a score column. Of two classes the positive one is
 * the one {@linkplain PerformanceColumns#withPositive named}; else the one called 1, true, yes, y, t, positive or pos,
 * or beside one called 0, −1, false, no, n, f, negative or neg; else, with a note, the one predicted for high scores;
 * else, with a note, the later in order.
 *
 * <p>Rows without a label count for the coverage only.
 *
 * @param source what the rows come from, such as the name of a file; empty if nobody said
 * @param kind what the model predicts
 * @param kindReason why it is taken for that, a part of a sentence; empty if the kind was set
 * @param rows what became of the rows
 * @param positive the positive class of a binary classifier; empty if no row is of it or for another kind of model
 * @param confidence the confidence level of all intervals
 * @param metrics the metrics; copied
 * @param classes the metrics of each of several classes; copied
 * @param matrix the confusion matrix of a classifier
 * @param reliability the reliability curve of the scores, of several classes that of the largest; empty without scores;
 *     copied
 * @param rocCurve the ROC curve of a binary classifier, thinned out to what can be drawn: steps of less than {@value
 *     #ROC_STEP} are left out; empty without scores or with labels of one class; copied
 * @param notes what a reader has to know, in sentences; copied
 */
public record PerformanceReport(
        Optional<String> source,
        ModelKind kind,
        Optional<String> kindReason,
        ReportedRows rows,
        Optional<String> positive,
        double confidence,
        List<ReportedMetric> metrics,
        List<ReportedClass> classes,
        Optional<ReportedMatrix> matrix,
        List<ReliabilityBin> reliability,
        List<RocPoint> rocCurve,
        List<String> notes) {

    /** Version of the JSON form; it grows when a field changes its meaning or is removed. */
    public static final int SCHEMA_VERSION = 1;

    static final double ROC_STEP = 0.005;

    public PerformanceReport {
        Estimate.requireConfidence(confidence);
        metrics = List.copyOf(metrics);
        classes = List.copyOf(classes);
        reliability = List.copyOf(reliability);
        rocCurve = List.copyOf(rocCurve);
        notes = List.copyOf(notes);
    }

    /**
     * Reports on a table.
     *
     * @param table the rows
     * @param columns which columns hold what
     * @return the report
     * @throws IllegalArgumentException if a column is missing or of the wrong type, a score is outside of 0 to 1, or
     *     the classes are not as {@link PerformanceAccumulator#report} wants them
     */
    public static PerformanceReport of(Table table, PerformanceColumns columns) {
        PerformanceAccumulator accumulator = PerformanceAccumulator.create(columns);
        accumulator.accept(table);
        return accumulator.report();
    }

    /**
     * Says what the rows come from, and what a reader has to know of it.
     *
     * @param name the source, such as the name of a file
     * @param more notes, put behind those that are there
     * @return the report with this source
     */
    public PerformanceReport from(String name, List<String> more) {
        List<String> all = new ArrayList<>(notes);
        all.addAll(more);
        return new PerformanceReport(
                Optional.of(name),
                kind,
                kindReason,
                rows,
                positive,
                confidence,
                metrics,
                classes,
                matrix,
                reliability,
                rocCurve,
                all);
    }

    /**
     * Finds a metric.
     *
     * @param name the metric's word, such as {@code f1}
     * @return its value; empty if it is undefined or not part of this report
     */
    public Optional<Estimate> estimate(String name) {
        return metrics.stream()
                .filter(metric -> metric.name().equals(name))
                .findFirst()
                .flatMap(ReportedMetric::estimate);
    }

    /** {@return the report as JSON, as {@code performance-report-1.schema.json} beside this class says; undefined numbers are null} */
    public String toJson() {
        return PerformanceJson.of(this);
    }

    /** {@return the report as plain text, ending with a line break} */
    public String toText() {
        return PerformanceText.of(this);
    }
}
