package io.github.modelwarden.core.performance;

import io.github.modelwarden.core.data.Column;
import io.github.modelwarden.core.data.FeatureType;
import io.github.modelwarden.core.data.NumericColumn;
import io.github.modelwarden.core.data.Table;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Collects a {@link PerformanceReport} from blocks of rows, for tables that do not fit into memory. Mergeable:
 * combination is commutative and associative up to rounding as long as all parts are of one kind of model. Not
 * thread-safe.
 */
public final class PerformanceAccumulator {

    private static final String NUMBERS = "labels and predictions are numbers, and not only a few whole ones";

    private final PerformanceColumns columns;
    private @Nullable ClassTally classes;
    private @Nullable RegressionErrors errors;
    private String reason = "";

    /** What labels and predictions are, as long as they may be classes or quantities; both are tallied until then. */
    private @Nullable WholeNumbers fewNumbers;

    /** Whether all labels are 0 or 1 and all predictions lie between, as probabilities would. */
    private boolean likeProbabilities = true;

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
        } else if (labels > 0 && fewNumbers != null && !addNumbers(fewNumbers, block)) {
            becomeRegression();
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
        boolean numbers = columns.scores().isEmpty()
                && label.type() == FeatureType.NUMERIC
                && block.column(columns.prediction().orElseThrow()).type() == FeatureType.NUMERIC;
        if (columns.kind().isPresent()) {
            begin(columns.kind().get() == ModelKind.REGRESSION, "");
        } else if (!numbers) {
            begin(false, columns.scores().isEmpty() ? words(label) : "there is a score column");
        } else {
            WholeNumbers found = new WholeNumbers();
            if (addNumbers(found, block)) {
                begin(false, "");
                errors = newErrors();
                fewNumbers = found;
            } else {
                becomeRegression();
            }
        }
    }

    private void begin(boolean regression, String why) {
        reason = why;
        if (regression) {
            errors = newErrors();
        } else {
            classes = new ClassTally(columns);
        }
    }

    private String words(Column label) {
        return "column '"
                + (label.type() == FeatureType.CATEGORICAL
                        ? columns.label()
                        : columns.prediction().orElseThrow()) + "' holds words";
    }

    private boolean addNumbers(WholeNumbers numbers, Table block) {
        return numbers.add(block.numeric(columns.label()))
                && numbers.add(block.numeric(columns.prediction().orElseThrow()));
    }

    /** Labels or predictions have turned out to be more than a few whole numbers. */
    private void becomeRegression() {
        classes = null;
        fewNumbers = null;
        errors = errors == null ? newErrors() : errors;
        reason = NUMBERS;
    }

    private RegressionErrors newErrors() {
        return columns.bins() == 0 ? RegressionErrors.keepingErrors() : RegressionErrors.create();
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
                double actual = label.value(row);
                double said = prediction.value(row);
                likeProbabilities &= (actual == 0 || actual == 1) && said >= 0 && said <= 1;
                all.accept(actual, said);
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
        boolean noClasses = isDecidedFor(Decision.NUMBERS) || other.isDecidedFor(Decision.NUMBERS);
        boolean noNumbers = isDecidedFor(Decision.CLASSES) || other.isDecidedFor(Decision.CLASSES);
        if (noClasses && noNumbers) {
            throw new IllegalArgumentException(
                    "cannot combine the performance of a classifier with that of a regression;"
                            + " set the kind for both");
        }
        if (classes == null && errors == null && other.fewNumbers != null) {
            fewNumbers = new WholeNumbers();
        }
        if (other.fewNumbers != null && fewNumbers != null && !fewNumbers.addAll(other.fewNumbers)) {
            noClasses = true;
        }
        if (other.classes != null && !noClasses) {
            classes = classes == null ? new ClassTally(columns) : classes;
            classes.combine(other.classes);
        }
        if (other.errors != null && !noNumbers) {
            errors = errors == null ? newErrors() : errors;
            errors.combine(other.errors);
        }
        reason = reason.isEmpty() ? other.reason : reason;
        if (noClasses) {
            becomeRegression();
        } else if (noNumbers) {
            errors = null;
            fewNumbers = null;
        }
        likeProbabilities &= other.likeProbabilities;
        rows += other.rows;
        labeled += other.labeled;
        unpredicted += other.unpredicted;
        return this;
    }

    private enum Decision {
        CLASSES,
        NUMBERS
    }

    private boolean isDecidedFor(Decision decision) {
        return fewNumbers == null && (decision == Decision.CLASSES ? classes != null : errors != null);
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
        ReportBuilder builder = new ReportBuilder(columns, reason(), notes());
        boolean wanted =
                columns.kind().filter(kind -> kind == ModelKind.REGRESSION).isPresent();
        if (classes == null && (errors != null || wanted)) {
            RegressionErrors all = errors == null ? newErrors() : errors;
            return builder.regression(all, new ReportedRows(rows, labeled, unpredicted, 0));
        }
        ClassTally tally = classes == null ? new ClassTally(columns) : classes;
        return builder.classes(tally, new ReportedRows(rows, labeled, tally.unpredicted(), tally.unscored()));
    }

    private Optional<String> reason() {
        if (columns.kind().isPresent()) {
            return Optional.empty();
        }
        if (classes == null && errors == null) {
            return Optional.of("no row has a label");
        }
        return Optional.of(
                fewNumbers == null
                        ? reason
                        : "labels and predictions are "
                                + (fewNumbers.areFlags() ? "0 and 1" : "the whole numbers " + fewNumbers));
    }

    private List<String> notes() {
        if (classes == null
                && errors != null
                && errors.total() > 0
                && columns.kind().isEmpty()
                && likeProbabilities) {
            return List.of(
                    "all labels are 0 or 1 and all predictions lie between; if these are probabilities, name their"
                            + " column as the score instead");
        }
        return fewNumbers == null || fewNumbers.areFlags()
                ? List.of()
                : List.of("labels and predictions are the whole numbers " + fewNumbers
                        + " and taken for classes; set the kind to regression if they are quantities");
    }
}
