package io.github.modelwarden.core.quality;

import io.github.modelwarden.core.data.FeatureType;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What reference data suggests for one column. */
final class ColumnSuggestions {

    /** Fewer different values than this may all be different by chance. */
    private static final long FEWEST_IDENTIFIERS = 50;

    /** A smaller share that differs from the most frequent value may by chance be absent from a hundred rows. */
    private static final double VARIED = 0.05;

    /** A column with more missing than this holds nothing to speak of. */
    private static final double MOST_MISSING = 0.99;

    private static final MathContext UP = new MathContext(4, RoundingMode.CEILING);

    private final String name;
    private final ColumnFacts facts;
    private final long unread;

    ColumnSuggestions(String name, ColumnFacts facts, QualityProfile reference) {
        this.name = name;
        this.facts = facts;
        this.unread = reference.unread(name);
    }

    /** Whether the column holds identifiers: text or whole numbers, no value twice. */
    static boolean isKey(ColumnFacts facts) {
        return facts.identifiers() >= FEWEST_IDENTIFIERS;
    }

    /** A share that people can read, rounded up to four digits. */
    static double rounded(double share) {
        return BigDecimal.valueOf(share).round(UP).doubleValue();
    }

    /** That the column is there, its type, and how much of it is missing. */
    List<Suggestion> basics(double slack) {
        List<Suggestion> suggestions = new ArrayList<>();
        suggestions.add(new Suggestion(
                new Constraint.Present(name, Severity.CRITICAL),
                facts.values() == 0
                        ? "the reference had the column, without any value"
                        : "the reference had the column"));
        long broken = unread;
        long values = facts.values() + broken;
        if (facts.values() > 0) {
            Tolerance tolerance = Tolerance.of(rounded((double) broken / values), new ReferenceCount(broken, values));
            String wanted = facts.type() == FeatureType.NUMERIC ? "numbers" : "categories";
            suggestions.add(new Suggestion(
                    new Constraint.OfType(name, facts.type(), tolerance, Severity.CRITICAL),
                    broken == 0
                            ? "all of " + Words.counted(values, "reference value") + " were " + wanted
                            : Words.share(broken, values, "reference value") + " were no " + wanted));
        }
        long missing = Math.max(0, facts.missing() - unread);
        double share = (double) missing / facts.rows();
        if (share + slack < MOST_MISSING) {
            suggestions.add(missing(missing, share + slack));
        }
        return suggestions;
    }

    private Suggestion missing(long missing, double tolerated) {
        String reason = missing == 0
                ? "no value was missing in " + Words.counted(facts.rows(), "reference row")
                : Words.share(missing, facts.rows(), "reference row") + " had no value";
        return new Suggestion(
                new Constraint.NotMissing(
                        name,
                        Tolerance.of(rounded(tolerated), new ReferenceCount(missing, facts.rows())),
                        Severity.CRITICAL),
                reason);
    }

    /** The range of numbers, or the list of categories; neither of identifiers. */
    Optional<Suggestion> values(int maxCategories) {
        if (facts.values() == 0 || isKey(facts)) {
            return Optional.empty();
        }
        if (facts.type() == FeatureType.NUMERIC) {
            return Optional.of(range());
        }
        CategorySample seen = facts.categories();
        return !seen.exact() || seen.kept() > maxCategories || areTimes(seen)
                ? Optional.empty()
                : Optional.of(categories(seen));
    }

    private static boolean areTimes(CategorySample seen) {
        return seen.categories().stream()
                .allMatch(found -> EventTimes.parse(found.category()).isPresent());
    }

    private Suggestion range() {
        return new Suggestion(
                new Constraint.InRange(
                        name,
                        facts.min(),
                        facts.max(),
                        Tolerance.of(0, new ReferenceCount(0, facts.values())),
                        Severity.WARNING),
                Words.counted(facts.values(), "reference value") + " lay between " + Words.number(facts.min()) + " and "
                        + Words.number(facts.max()));
    }

    private Suggestion categories(CategorySample seen) {
        List<CategorySample.Counted> counted = seen.categories();
        long rarest = counted.get(counted.size() - 1).count();
        String names = counted.size() == 1 ? "1 category" : Words.count(counted.size()) + " categories";
        return new Suggestion(
                new Constraint.InCategories(
                        name,
                        counted.stream().map(CategorySample.Counted::category).toList(),
                        Tolerance.of(0, new ReferenceCount(seen.single(), seen.total())),
                        Severity.WARNING),
                Words.counted(seen.total(), "reference value") + " held " + names + ", the rarest of them "
                        + Words.count(rarest) + (rarest == 1 ? " time" : " times"));
    }

    Optional<Suggestion> notConstant() {
        long differing = facts.differing();
        boolean varied = !facts.allKept() || differing >= facts.values() * VARIED;
        if (differing < 1 || !varied) {
            return Optional.empty();
        }
        ReferenceCount count = new ReferenceCount(differing, facts.values());
        String reason = facts.allKept()
                ? Words.share(differing, facts.values(), "reference value") + " differed from the most frequent one"
                : "the reference had more than " + Words.count(differing) + " different values";
        return Optional.of(
                new Suggestion(new Constraint.NotConstant(name, 2, Optional.of(count), Severity.CRITICAL), reason));
    }
}
