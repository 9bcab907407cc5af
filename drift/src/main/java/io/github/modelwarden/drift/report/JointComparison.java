package io.github.modelwarden.drift.report;

import io.github.modelwarden.core.data.Table;
import io.github.modelwarden.core.profile.DatasetProfile;
import io.github.modelwarden.drift.DriftResult;
import io.github.modelwarden.drift.multivariate.FeatureShare;
import io.github.modelwarden.drift.multivariate.MultivariateResult;
import io.github.modelwarden.drift.multivariate.MultivariateTest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/** One joint test of a comparison, before its p-value is corrected. */
final class JointComparison {

    private static final int NAMED = 3;

    private final MultivariateTest test;
    private final Optional<MultivariateResult> measured;
    private final DriftResult.Inconclusive refusal;

    private JointComparison(
            MultivariateTest test, Optional<MultivariateResult> measured, DriftResult.Inconclusive refusal) {
        this.test = test;
        this.measured = measured;
        this.refusal = refusal;
    }

    /**
     * Looks at rows of the features that can be judged one by one: any two samples differ in a column of identifiers.
     *
     * @param judged names of these features
     */
    static JointComparison of(MultivariateTest test, Comparison comparison, Set<String> judged) {
        if (comparison.rows().isEmpty()) {
            return refused(test, "a test of all features together needs single rows, and profiles do not have them", 0);
        }
        Table reference = comparison.rows().get().reference();
        Table current = comparison.rows().get().current();
        long missing = (long) test.minimumRows() - current.rowCount();
        if (reference.rowCount() < test.minimumRows()) {
            return refused(
                    test,
                    "the reference has " + reference.rowCount() + " of the " + test.minimumRows() + " rows needed",
                    0);
        }
        if (missing > 0) {
            return refused(test, current.rowCount() + " of the " + test.minimumRows() + " rows that it needs", missing);
        }
        Optional<Table> usable = usable(reference, judged);
        if (usable.isEmpty()) {
            return refused(test, "no feature of the model can be judged", 0);
        }
        try {
            return new JointComparison(
                    test, Optional.of(test.test(usable.get(), current)), new DriftResult.Inconclusive("", 0));
        } catch (IllegalArgumentException e) {
            return refused(test, String.valueOf(e.getMessage()), 0);
        }
    }

    private static JointComparison refused(MultivariateTest test, String reason, long rowsNeeded) {
        return new JointComparison(test, Optional.empty(), new DriftResult.Inconclusive(reason, rowsNeeded));
    }

    private static Optional<Table> usable(Table table, Set<String> judged) {
        var columns = table.columnNames().stream()
                .filter(judged::contains)
                .filter(name -> !name.equals(DatasetProfile.SCORE) && !name.equals(DatasetProfile.CLASS))
                .map(table::column)
                .toList();
        return columns.isEmpty() ? Optional.empty() : Optional.of(Table.of(columns));
    }

    /** {@return the p-value before correction; empty if nothing could be measured} */
    OptionalDouble pValue() {
        return measured.isPresent() ? measured.get().statistic().pValue() : OptionalDouble.empty();
    }

    JointDrift toDrift(OptionalDouble adjustedPValue, double alpha) {
        DriftResult result = refusal;
        if (measured.isPresent() && adjustedPValue.isPresent()) {
            result = adjustedPValue.getAsDouble() <= alpha
                    ? new DriftResult.Drifted(measured.get().statistic(), alpha)
                    : new DriftResult.Stable(measured.get().statistic(), alpha);
        }
        return new JointDrift(test.name(), result, adjustedPValue, measured, sentence(result));
    }

    private String sentence(DriftResult result) {
        if (result instanceof DriftResult.Inconclusive inconclusive) {
            return test.name() + ": " + inconclusive.reason() + ".";
        }
        MultivariateResult found = measured.orElseThrow();
        String value = String.format(
                Locale.ROOT,
                "%s is %.4g where %.4g is expected without drift",
                test.name(),
                found.statistic().value(),
                found.expectedValue());
        if (!(result instanceof DriftResult.Drifted)) {
            return "All features together are stable: " + value + ".";
        }
        return "All features together drifted: " + value + told(found.features()) + ".";
    }

    private static String told(List<FeatureShare> features) {
        return features.isEmpty()
                ? ""
                : features.stream()
                        .limit(NAMED)
                        .map(share -> String.format(Locale.ROOT, "%s (%.0f %%)", share.feature(), 100 * share.share()))
                        .collect(Collectors.joining(", ", "; mostly because of ", ""));
    }
}
