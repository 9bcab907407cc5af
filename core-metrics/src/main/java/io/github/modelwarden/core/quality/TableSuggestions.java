package io.github.modelwarden.core.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What reference data suggests for the table as a whole. */
final class TableSuggestions {

    /** Rows of few short lists repeat by nature, the more of them the more. */
    private static final double REPEATED_BY_NATURE = 0.2;

    private final QualityProfile reference;
    private final double slack;

    TableSuggestions(QualityProfile reference, double slack) {
        this.reference = reference;
        this.slack = slack;
    }

    Suggestion anyRow() {
        return new Suggestion(
                new Constraint.Volume(1, Long.MAX_VALUE, Severity.CRITICAL), "a table without rows tells nothing");
    }

    Suggestion volume(double share) {
        return new Suggestion(
                Constraint.Volume.around(reference.rows(), share, Severity.CRITICAL),
                "the reference had " + Words.counted(reference.rows(), "row") + ", and " + Words.percent(share)
                        + " more or less are tolerated");
    }

    /** Of a sampled reference the most duplicates that it may have had count, so that the limit is not too narrow. */
    Optional<Suggestion> duplicates() {
        HashSample sample = reference.duplicates(List.of());
        DuplicateCount found = DuplicateCount.of(sample);
        double share = (double) found.most() / sample.total();
        if (share > REPEATED_BY_NATURE) {
            return Optional.empty();
        }
        long compared = sample.kept();
        long count = sample.exact() ? found.most() : (long) Math.ceil(share * compared);
        String seen = found.most() == 0
                ? "no row was repeated among " + Words.counted(sample.total(), "reference row")
                : found.words(sample.total(), "reference row") + " repeated an earlier one";
        return Optional.of(new Suggestion(
                new Constraint.NoDuplicates(
                        List.of(), tolerance(share, new ReferenceCount(count, compared)), Severity.WARNING),
                seen));
    }

    private Tolerance tolerance(double share, ReferenceCount count) {
        return Tolerance.of(Math.min(ColumnSuggestions.rounded(share + slack), 0.999), count);
    }

    List<Suggestion> keys() {
        List<Suggestion> keys = new ArrayList<>();
        reference.columns().forEach((name, facts) -> {
            if (ColumnSuggestions.isKey(facts)) {
                long compared = facts.identifiers();
                keys.add(new Suggestion(
                        new Constraint.NoDuplicates(
                                List.of(name), tolerance(0, new ReferenceCount(0, compared)), Severity.WARNING),
                        "all of " + Words.counted(compared, "reference value") + " of '" + name + "' were different"));
            }
        });
        return keys;
    }

    Suggestion columns() {
        return new Suggestion(
                new Constraint.NoUnexpectedColumns(List.of(), Severity.WARNING),
                "the reference had the " + Words.counted(reference.columns().size(), "column") + " below");
    }
}
