package io.github.modelwarden.core.performance;

import io.github.modelwarden.core.rendering.NameList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns what was counted into a report. */
final class ReportBuilder {

    private static final int[] TOP = {2, 3, 5};

    private final PerformanceColumns columns;
    private final double confidence;
    private final Optional<String> reason;
    private final List<String> notes = new ArrayList<>();

    /** A builder that gives a reason for the kind of model, unless it was set. */
    ReportBuilder(PerformanceColumns columns, Optional<String> reason, List<String> notes) {
        this.columns = columns;
        this.confidence = columns.confidence();
        this.reason = reason;
        this.notes.addAll(notes);
    }

    PerformanceReport regression(RegressionErrors errors, ReportedRows rows) {
        List<ReportedMetric> metrics = new ArrayList<>();
        for (RegressionMetric metric : RegressionMetric.values()) {
            boolean meaningless = metric == RegressionMetric.MAPE && errors.zeroLabels() > 0;
            metrics.add(
                    meaningless
                            ? ReportedMetric.of(
                                    metric.word(),
                                    Optional.empty(),
                                    "the label is 0 in " + errors.zeroLabels() + " of " + errors.total()
                                            + (errors.total() == 1 ? " row" : " rows"))
                            : ReportedMetric.of(
                                    metric.word(), errors.estimate(metric, confidence), errors.whenUndefined(metric)));
        }
        return new PerformanceReport(
                Optional.empty(),
                ModelKind.REGRESSION,
                reason,
                rows,
                Optional.empty(),
                confidence,
                metrics,
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                notes);
    }

    PerformanceReport classes(ClassTally tally, ReportedRows rows) {
        Collection<String> classes = tally.classes();
        requireCommonClass(tally);
        if (tally.labels().size() == 1) {
            notes.add("only the class '" + tally.labels().iterator().next() + "' occurs among the labels");
        }
        ModelKind kind = columns.kind()
                .orElse(classes.size() <= 2 && tally.byClass() == null ? ModelKind.BINARY : ModelKind.MULTICLASS);
        if (kind == ModelKind.BINARY && classes.size() > 2) {
            throw new IllegalArgumentException(
                    "performance: expected at most two classes of a binary classifier but got "
                            + NameList.of(LabelOrder.sorted(classes)) + "; set the kind to multiclass"
                            + quantities(classes));
        }
        return kind == ModelKind.BINARY ? binary(tally, rows) : multiclass(tally, rows);
    }

    private void requireCommonClass(ClassTally tally) {
        Set<String> labels = tally.labels();
        List<String> predicted = tally.matrix().classes().entrySet().stream()
                .filter(entry -> entry.getValue().predictedPositives() > 0)
                .map(Map.Entry::getKey)
                .toList();
        if (predicted.size() > 1 && labels.size() > 1 && predicted.stream().noneMatch(labels::contains)) {
            throw new IllegalArgumentException("performance: the labels " + NameList.of(LabelOrder.sorted(labels))
                    + " and the predictions " + NameList.of(predicted) + " have no class in common; spell both alike");
        }
    }

    private PerformanceReport binary(ClassTally tally, ReportedRows rows) {
        Collection<String> known = columns.scoredClasses().isEmpty() ? tally.classes() : columns.scoredClasses();
        if (!known.containsAll(tally.labels())) {
            throw new IllegalArgumentException("performance: the labels "
                    + NameList.of(LabelOrder.sorted(tally.labels())) + " and the classes of the score columns "
                    + NameList.of(known) + " differ; name a column for each label");
        }
        PositiveClass choice = columns.scoredClasses().isEmpty()
                ? PositiveClass.of(known, columns.positive(), tally.scoresByPrediction())
                : PositiveClass.of(known, columns.positive(), Map.of());
        choice.note().ifPresent(notes::add);
        BinaryScores scores =
                BinaryScores.of(tally.scoresOf(choice.positive()), tally.scoresOf(choice.negative()), columns.bins());
        ConfusionMatrix matrix = columns.prediction().isPresent()
                ? decisions(tally.matrix(), choice)
                : scores.matrix(columns.threshold());
        if (columns.prediction().isEmpty()) {
            notes.add("rows with a score of " + columns.threshold() + " or more count as predicted positive");
        }
        return new PerformanceReport(
                Optional.empty(),
                ModelKind.BINARY,
                reason(tally),
                rows,
                choice.positive(),
                confidence,
                metrics(matrix, tally.hasSingleScore() ? Optional.of(scores) : Optional.empty(), rows),
                List.of(),
                Optional.of(matrixOf(matrix, choice)),
                scores.reliabilityCurve(ReliabilityStrategy.UNIFORM, BinaryScores.CALIBRATION_BINS),
                thinned(scores.rocCurve(true)),
                notes);
    }

    private List<ReportedMetric> metrics(ConfusionMatrix matrix, Optional<BinaryScores> scores, ReportedRows rows) {
        List<ReportedMetric> metrics = new ArrayList<>();
        for (BinaryMetric metric : BinaryMetric.values()) {
            metrics.add(ReportedMetric.of(
                    metric.word(),
                    matrix.estimate(metric, confidence),
                    matrix.total() == 0 ? nothing(rows, columns.prediction()) : metric.whenUndefined()));
        }
        scores.ifPresent(given -> {
            for (ScoreMetric metric : ScoreMetric.values()) {
                metrics.add(ReportedMetric.of(
                        metric.word(),
                        given.estimate(metric, confidence),
                        given.total() == 0 ? nothing(rows, Optional.empty()) : metric.whenUndefined()));
            }
        });
        return metrics;
    }

    /** Why there is no row to measure on at all. */
    private static String nothing(ReportedRows rows, Optional<String> prediction) {
        return rows.labeled() == 0
                ? "no row has a label"
                : "no row with a label has a " + (prediction.isPresent() ? "prediction" : "score");
    }

    private Optional<String> reason(ClassTally tally) {
        return tally.classes().isEmpty()
                ? reason
                : reason.map(why -> why + ", and "
                        + (tally.classes().size() == 1
                                ? "1 class occurs"
                                : tally.classes().size() + " classes occur"));
    }

    /** A curve of as many points as can be told apart when it is drawn; the first and the last one stay. */
    private static List<RocPoint> thinned(List<RocPoint> curve) {
        List<RocPoint> kept = new ArrayList<>();
        for (RocPoint point : curve) {
            RocPoint last = kept.isEmpty() ? null : kept.get(kept.size() - 1);
            if (last == null
                    || point.falsePositiveRate() - last.falsePositiveRate() >= PerformanceReport.ROC_STEP
                    || point.truePositiveRate() - last.truePositiveRate() >= PerformanceReport.ROC_STEP) {
                kept.add(point);
            }
        }
        if (!curve.isEmpty() && !kept.contains(curve.get(curve.size() - 1))) {
            kept.add(curve.get(curve.size() - 1));
        }
        return kept;
    }

    private static ReportedMatrix matrixOf(ConfusionMatrix m, PositiveClass choice) {
        return ReportedMatrix.of(
                List.of(
                        choice.negative().orElse("(negative)"),
                        choice.positive().orElse("(positive)")),
                new long[][] {{m.trueNegatives(), m.falsePositives()}, {m.falseNegatives(), m.truePositives()}});
    }

    private static ConfusionMatrix decisions(MulticlassMatrix matrix, PositiveClass choice) {
        String positive = choice.positive().orElse("");
        if (choice.positive().isPresent() && matrix.labels().contains(positive)) {
            return matrix.oneVersusRest(positive);
        }
        return new ConfusionMatrix(0, 0, 0, matrix.total());
    }

    /** The advice for labels that are numbers, and too many to be classes. */
    private static String quantities(Collection<String> classes) {
        return classes.size() > WholeNumbers.MOST && classes.stream().allMatch(LabelOrder::isNumber)
                ? "; the labels look like quantities, which take a prediction column and no score"
                : "";
    }

    private PerformanceReport multiclass(ClassTally tally, ReportedRows rows) {
        if (tally.hasSingleScore()) {
            throw new IllegalArgumentException("performance: expected a score column for each of the classes "
                    + NameList.of(LabelOrder.sorted(tally.classes())) + " but got " + columns.scores()
                    + "; name one column a class, or leave scores out" + quantities(tally.classes()));
        }
        MulticlassMatrix matrix = tally.matrix();
        List<ReportedMetric> metrics = new ArrayList<>();
        for (MulticlassMetric metric : MulticlassMetric.values()) {
            metrics.add(ReportedMetric.of(metric.word(), matrix.estimate(metric, confidence), metric.whenUndefined()));
        }
        MulticlassScores scores = tally.byClass();
        if (scores != null) {
            for (MulticlassScoreMetric metric : MulticlassScoreMetric.values()) {
                metrics.add(
                        ReportedMetric.of(metric.word(), scores.estimate(metric, confidence), metric.whenUndefined()));
            }
            for (int k : TOP) {
                if (k < scores.labels().size()) {
                    metrics.add(ReportedMetric.of(
                            "top_" + k + "_accuracy", scores.topKAccuracy(k, confidence), "there is no labelled row"));
                }
            }
        }
        return new PerformanceReport(
                Optional.empty(),
                ModelKind.MULTICLASS,
                reason(tally),
                rows,
                Optional.empty(),
                confidence,
                metrics,
                perClass(matrix, scores),
                Optional.of(ReportedMatrix.of(matrix.labels(), matrix.counts())),
                scores == null
                        ? List.of()
                        : scores.topLabel()
                                .reliabilityCurve(ReliabilityStrategy.UNIFORM, BinaryScores.CALIBRATION_BINS),
                List.of(),
                notes);
    }

    private List<ReportedClass> perClass(MulticlassMatrix matrix, @Nullable MulticlassScores scores) {
        List<ReportedClass> classes = new ArrayList<>();
        matrix.classes().forEach((label, one) -> {
            List<ReportedMetric> metrics = new ArrayList<>();
            for (BinaryMetric metric : List.of(BinaryMetric.PRECISION, BinaryMetric.RECALL, BinaryMetric.F1)) {
                metrics.add(ReportedMetric.of(
                        metric.word(),
                        one.estimate(metric, confidence),
                        metric == BinaryMetric.PRECISION
                                ? "no labelled row is predicted to be of this class"
                                : "no labelled row is of this class"));
            }
            if (scores != null && scores.labels().contains(label)) {
                metrics.add(ReportedMetric.of(
                        "roc_auc",
                        scores.rocAuc(label, confidence),
                        "no labelled row, or every one, is of this class"));
            }
            classes.add(new ReportedClass(label, one.actualPositives(), metrics));
        });
        return classes;
    }
}
