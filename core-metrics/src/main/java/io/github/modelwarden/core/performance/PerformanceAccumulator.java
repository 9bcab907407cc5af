package io.github.modelwarden.core.performance;

import io.github.modelwarden.core.data.CategoricalColumn;
import io.github.modelwarden.core.data.Column;
import io.github.modelwarden.core.data.FeatureType;
import io.github.modelwarden.core.data.NumericColumn;
import io.github.modelwarden.core.data.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects a {@link PerformanceReport} from blocks of rows, for tables that do not fit into memory. Mergeable:
 * combination is commutative and associative up to rounding as long as all parts are of one kind of model. Not
 * thread-safe.
 */
public final class PerformanceAccumulator {

    private final PerformanceColumns columns;
    private final List<String> notes = new ArrayList<>();
    private @Nullable ClassTally classes;
    private @Nullable RegressionErrors errors;
    private long rows;
    private long labeled;
    private long unpredicted;

    private PerformanceAccumulator(PerformanceColumns columns) {
        this.columns = columns;
    }

    /**
     * An empty accumulator.
     *
     * @param columns which columns hold what
     * @return the accumulator
     * @throws IllegalArgumentException if there is neither a prediction nor a score column, no prediction column for
     *     regression, or more than two score columns for a binary classifier
     */
    public static PerformanceAccumulator create(PerformanceColumns columns) {
        if (columns.prediction().isEmpty() && columns.scores().isEmpty()) {
            throw new IllegalArgumentException(
                    "performance: expected a prediction or a score column beside the label '" + columns.label() + "'");
        }
        if (columns.kind().filter(kind -> kind == ModelKind.REGRESSION).isPresent()
                && columns.prediction().isEmpty()) {
            throw new IllegalArgumentException(
                    "performance: expected a prediction column for regression but got the score" + " columns "
                            + columns.scores());
        }
        if (columns.kind().filter(kind -> kind == ModelKind.BINARY).isPresent()
                && columns.scores().size() > 2) {
            throw new IllegalArgumentException(
                    "performance: expected one or two score columns of a binary classifier but got "
                            + columns.scores());
        }
        return new PerformanceAccumulator(columns);
    }

    /**
     * Adds rows.
     *
     * @param block the next rows
     * @throws IllegalArgumentException if a column is missing or of the wrong type, or a score is outside of 0 to 1;
     *     the accumulator must not be used any more then
     */
    public void accept(Table block) {
        Column label = block.column(columns.label());
        columns.prediction().ifPresent(block::column);
        columns.scores().forEach(block::numeric);
        int labels = 0;
        for (int row = 0; row < block.rowCount(); row++) {
            labels += label.isMissing(row) ? 0 : 1;
        }
        if (labels > 0 && classes == null && errors == null) {
            begin(block, label);
        }
        if (classes != null) {
            classes.accept(block, rows);
        }
        if (errors != null && labels > 0) {
            regression(errors, block);
        }
        labeled += labels;
        rows += block.rowCount();
    }

    private void begin(Table block, Column label) {
        if (isRegression(block, label)) {
            errors = columns.bins() == 0 ? RegressionErrors.keepingErrors() : RegressionErrors.create();
        } else {
            classes = new ClassTally(columns);
        }
    }

    private boolean isRegression(Table block, Column label) {
        if (columns.kind().isPresent()) {
            return columns.kind().get() == ModelKind.REGRESSION;
        }
        if (!columns.scores().isEmpty() || label instanceof CategoricalColumn) {
            return false;
        }
        Column prediction = block.column(columns.prediction().orElseThrow());
        if (prediction.type() == FeatureType.CATEGORICAL) {
            return false;
        }
        WholeNumbers numbers = new WholeNumbers();
        if (!numbers.add((NumericColumn) label) || !numbers.add((NumericColumn) prediction)) {
            return true;
        }
        if (!numbers.areFlags()) {
            notes.add("labels and predictions are the whole numbers " + numbers
                    + " and taken for classes; set the kind to regression if they are quantities");
        }
        return false;
    }

    private void regression(RegressionErrors all, Table block) {
        NumericColumn label = number(block, columns.label());
        NumericColumn prediction = number(block, columns.prediction().orElseThrow());
        for (int row = 0; row < block.rowCount(); row++) {
            if (label.isMissing(row)) {
                continue;
            }
            if (prediction.isMissing(row)) {
                unpredicted++;
            } else {
                all.accept(label.value(row), prediction.value(row));
            }
        }
    }

    private static NumericColumn number(Table block, String name) {
        if (block.column(name) instanceof NumericColumn numeric) {
            return numeric;
        }
        throw new IllegalArgumentException("column '" + name
                + "': expected numbers for regression but it holds text; set the kind to binary or multiclass if it"
                + " holds classes");
    }

    /**
     * Adds all that another has collected.
     *
     * @param other an accumulator of the same columns, not changed
     * @return this
     * @throws IllegalArgumentException if one took its rows for classes and the other for numbers
     */
    public PerformanceAccumulator combine(PerformanceAccumulator other) {
        if ((classes != null && other.errors != null) || (errors != null && other.classes != null)) {
            throw new IllegalArgumentException(
                    "cannot combine the performance of a classifier with that of a regression;"
                            + " set the kind for both");
        }
        if (other.classes != null) {
            classes = classes == null ? new ClassTally(columns) : classes;
            classes.combine(other.classes);
        }
        if (other.errors != null) {
            if (errors == null) {
                errors = columns.bins() == 0 ? RegressionErrors.keepingErrors() : RegressionErrors.create();
            }
            errors.combine(other.errors);
        }
        other.notes.stream().filter(note -> !notes.contains(note)).forEach(notes::add);
        rows += other.rows;
        labeled += other.labeled;
        unpredicted += other.unpredicted;
        return this;
    }

    /**
     * Reports on all rows so far.
     *
     * @return the report
     * @throws IllegalArgumentException if labels and predictions have no class in common, the kind is binary but there
     *     are more than two classes, one score column stands for more than two classes, or the positive class does not
     *     occur
     */
    public PerformanceReport report() {
        ReportBuilder builder = new ReportBuilder(columns, notes);
        if (errors != null) {
            return builder.regression(errors, new ReportedRows(rows, labeled, unpredicted, 0));
        }
        if (classes == null
                && columns.kind().filter(kind -> kind == ModelKind.REGRESSION).isPresent()) {
            return builder.regression(RegressionErrors.create(), new ReportedRows(rows, 0, 0, 0));
        }
        ClassTally tally = classes == null ? new ClassTally(columns) : classes;
        return builder.classes(tally, new ReportedRows(rows, labeled, tally.unpredicted(), tally.unscored()));
    }
}
