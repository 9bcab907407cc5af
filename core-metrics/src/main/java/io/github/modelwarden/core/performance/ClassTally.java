package io.github.modelwarden.core.performance;

import io.github.modelwarden.core.data.NumericColumn;
import io.github.modelwarden.core.data.Table;
import io.github.modelwarden.core.profile.Moments;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Labels, predicted classes and scores of the rows of tables, before it is known which and how many classes there are.
 */
final class ClassTally {

    private final PerformanceColumns columns;
    private final Optional<String> scoreColumn;
    private final @Nullable MulticlassScores byClass;
    private final MulticlassMatrix matrix = MulticlassMatrix.create();
    private final Map<String, LabelScores> byLabel = new LinkedHashMap<>();
    private final Map<String, Moments> byPrediction = new HashMap<>();
    private final Set<String> labels = new HashSet<>();
    private long unpredicted;
    private long unscored;

    ClassTally(PerformanceColumns columns) {
        this.columns = columns;
        List<String> scored = columns.scoredClasses();
        boolean two = scored.size() == 2 && columns.kind().orElse(ModelKind.BINARY) == ModelKind.BINARY;
        scoreColumn = two
                ? Optional.of(columns.scoreColumn(PositiveClass.of(scored, columns.positive(), Map.of())
                        .positive()
                        .orElseThrow()))
                : columns.singleScore();
        byClass = scored.isEmpty() || two
                ? null
                : columns.bins() == 0
                        ? MulticlassScores.create(scored)
                        : MulticlassScores.withHistogram(scored, columns.bins());
    }

    void accept(Table block, long rowsBefore) {
        ClassCells label = new ClassCells(block.column(columns.label()));
        ClassCells prediction = columns.prediction()
                .map(name -> new ClassCells(block.column(name)))
                .orElse(null);
        NumericColumn score = scoreColumn.map(block::numeric).orElse(null);
        List<NumericColumn> scores = new ArrayList<>();
        if (byClass != null) {
            byClass.labels().forEach(c -> scores.add(block.numeric(columns.scoreColumn(c))));
        }
        for (int row = 0; row < block.rowCount(); row++) {
            String actual = label.at(row);
            if (actual == null) {
                continue;
            }
            labels.add(actual);
            String predicted = prediction == null ? null : prediction.at(row);
            if (byClass != null) {
                String likeliest = scored(byClass, actual, scores, row, rowsBefore);
                predicted = prediction == null ? likeliest : predicted;
            } else if (score != null) {
                scored(actual, predicted, score, row, rowsBefore);
            }
            if (predicted != null) {
                matrix.accept(actual, predicted);
            } else if (prediction != null || byClass != null) {
                unpredicted++;
            }
        }
    }

    private void scored(String actual, @Nullable String predicted, NumericColumn column, int row, long rowsBefore) {
        double score = column.value(row);
        if (Double.isNaN(score)) {
            unscored++;
            return;
        }
        require(column, row, rowsBefore);
        byLabel.computeIfAbsent(actual, key -> new LabelScores(columns.bins())).accept(score);
        if (predicted != null) {
            byPrediction.computeIfAbsent(predicted, key -> Moments.create()).accept(score);
        }
    }

    /** {@return the class with the highest score, the first of equals; null if the row has no scores} */
    private @Nullable String scored(
            MulticlassScores all, String actual, List<NumericColumn> columnsByClass, int row, long rowsBefore) {
        double[] probabilities = new double[columnsByClass.size()];
        int top = 0;
        for (int k = 0; k < probabilities.length; k++) {
            probabilities[k] = columnsByClass.get(k).value(row);
            if (Double.isNaN(probabilities[k])) {
                unscored++;
                return null;
            }
            require(columnsByClass.get(k), row, rowsBefore);
            top = probabilities[k] > probabilities[top] ? k : top;
        }
        try {
            all.accept(actual, probabilities);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("row " + (rowsBefore + row + 1) + ": " + e.getMessage(), e);
        }
        return all.labels().get(top);
    }

    private static void require(NumericColumn column, int row, long rowsBefore) {
        double score = column.value(row);
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("column '" + column.name() + "', row " + (rowsBefore + row + 1)
                    + ": expected a score from 0 to 1 but got " + score
                    + "; turn it into a probability, or name the column that holds one");
        }
    }

    void combine(ClassTally other) {
        matrix.combine(other.matrix);
        other.byLabel.forEach((label, scores) -> byLabel.computeIfAbsent(label, key -> new LabelScores(columns.bins()))
                .combine(scores));
        other.byPrediction.forEach((label, scores) ->
                byPrediction.computeIfAbsent(label, key -> Moments.create()).combine(scores));
        labels.addAll(other.labels);
        if (byClass != null && other.byClass != null) {
            byClass.combine(other.byClass);
        }
        unpredicted += other.unpredicted;
        unscored += other.unscored;
    }

    MulticlassMatrix matrix() {
        return matrix;
    }

    @Nullable
    MulticlassScores byClass() {
        return byClass;
    }

    boolean hasSingleScore() {
        return scoreColumn.isPresent();
    }

    /** {@return the scores of a label, none if it has none} */
    LabelScores scoresOf(Optional<String> label) {
        LabelScores known = label.map(byLabel::get).orElse(null);
        return known == null ? new LabelScores(columns.bins()) : known;
    }

    Map<String, Moments> scoresByPrediction() {
        return byPrediction;
    }

    /** {@return the classes that labels or predictions have} */
    Collection<String> classes() {
        Set<String> classes = new TreeSet<>(labels);
        classes.addAll(matrix.labels());
        return classes;
    }

    /** {@return the classes that labels have} */
    Set<String> labels() {
        return labels;
    }

    long unpredicted() {
        return unpredicted;
    }

    long unscored() {
        return unscored;
    }
}
