package io.github.modelwarden.core.quality;

import io.github.modelwarden.core.data.FeatureType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges the constraints on the values of a column. */
final class ColumnJudge {

    private final Situation situation;

    ColumnJudge(Situation situation) {
        this.situation = situation;
    }

    Finding present(Constraint.Present constraint) {
        long all = situation.profile().rows();
        Optional<ColumnFacts> facts = situation.profile().column(constraint.column());
        if (facts.isEmpty()) {
            return Finding.of(constraint, Verdict.FAILED, Finding.Measured.of(1, 0, 1, all), "the column is not there");
        }
        long without = all - facts.get().rows();
        if (without > 0) {
            return Finding.of(
                    constraint,
                    Verdict.FAILED,
                    Finding.Measured.of(1, 0, 1, all),
                    "the column is not there in " + Words.share(without, all, "row"));
        }
        return Finding.of(constraint, Verdict.PASSED, Finding.Measured.of(0, 0, 0, all), "the column is there");
    }

    Finding type(Constraint.OfType constraint, ColumnFacts facts) {
        String column = constraint.column();
        long unread = situation.profile().unread(column);
        long broken = facts.foreign() + unread;
        long values = facts.rows() - missing(column, facts) + Math.max(0, unread - facts.missing());
        String wanted = constraint.type() == FeatureType.NUMERIC ? "numbers" : "categories";
        ShareLimit test = ShareLimit.of(broken, values, constraint.tolerance(), situation.alpha());
        String sentence = broken == 0
                ? "all of " + Words.counted(values, "value") + " are " + wanted
                : Words.share(broken, values, "value") + " are no " + wanted + "; " + test.limit();
        FirstRows rows = new FirstRows();
        rows.addAll(facts.foreignRows());
        rows.addAll(situation.profile().unreadRows(column));
        return finding(constraint, test, values, sentence).with(situation.shown(column, rows.examples()));
    }

    /** Cells without a value; those that the reader could not read have one. */
    private long missing(String column, ColumnFacts facts) {
        return Math.max(0, facts.missing() - situation.profile().unread(column));
    }

    Finding missing(Constraint.NotMissing constraint, ColumnFacts facts) {
        long missing = missing(constraint.column(), facts);
        ShareLimit test = ShareLimit.of(missing, facts.rows(), constraint.tolerance(), situation.alpha());
        String sentence = missing == 0
                ? "every one of " + Words.counted(facts.rows(), "row") + " has a value"
                : Words.share(missing, facts.rows(), "row") + " have no value; " + test.limit();
        Set<Long> unread = situation.profile().unreadRows(constraint.column()).stream()
                .map(Example::row)
                .collect(Collectors.toSet());
        return finding(constraint, test, facts.rows(), sentence)
                .with(facts.missingRows().stream()
                        .filter(example -> !unread.contains(example.row()))
                        .toList());
    }

    Finding range(Constraint.InRange constraint, ColumnFacts facts) {
        Counter.OutOfRange outside = counter(constraint, Counter.OutOfRange.class);
        long broken = outside.below() + outside.above();
        ShareLimit test = ShareLimit.ofRange(broken, facts.values(), constraint, situation.alpha());
        String sentence = broken == 0
                ? "all of " + Words.counted(facts.values(), "value") + " lie " + bounds(constraint)
                : Words.share(broken, facts.values(), "value") + " do not lie " + bounds(constraint) + ": "
                        + Words.count(outside.below()) + " below and " + Words.count(outside.above()) + " above"
                        + extremes(constraint.column(), facts) + "; " + test.limit();
        return finding(constraint, test, facts.values(), sentence)
                .with(situation.shown(constraint.column(), outside.rows().examples()));
    }

    private static String bounds(Constraint.InRange range) {
        if (range.bothSides()) {
            return "between " + Words.number(range.min()) + " and " + Words.number(range.max());
        }
        return Double.isFinite(range.min())
                ? "at or above " + Words.number(range.min())
                : "at or below " + Words.number(range.max());
    }

    private String extremes(String column, ColumnFacts facts) {
        return situation.hides(column)
                ? ""
                : ", where the values go from " + Words.number(facts.min()) + " to " + Words.number(facts.max());
    }

    Finding categories(Constraint.InCategories constraint, ColumnFacts facts) {
        CategorySample unseen = counter(constraint, Counter.Unseen.class).categories();
        CategoryLimit test = new CategoryLimit(unseen, facts.values(), constraint, situation.alpha());
        String known = "the " + Words.count(constraint.categories().size()) + " known categories";
        String sentence = unseen.total() == 0
                ? "all of " + Words.counted(facts.values(), "value") + " are among " + known
                : Words.share(unseen.total(), facts.values(), "value") + " are not among " + known
                        + unseenNames(constraint.column(), unseen) + "; " + test.limit();
        List<Example> examples = new ArrayList<>();
        FirstRows rows = new FirstRows();
        unseen.categories().forEach(found -> rows.add(Example.of(found.firstRow(), found.category())));
        examples.addAll(situation.shown(constraint.column(), rows.examples()));
        return judged(constraint, test.verdict(), test.measured(), sentence).with(examples);
    }

    private String unseenNames(String column, CategorySample unseen) {
        if (situation.hides(column)) {
            return "";
        }
        List<String> names = unseen.categories().stream()
                .map(CategorySample.Counted::category)
                .toList();
        return ": " + Words.names(names);
    }

    Finding distinct(Constraint.NotConstant constraint, ColumnFacts facts) {
        int kept = facts.distinctKept();
        long values = facts.values();
        if (kept >= constraint.min()) {
            String number = facts.allKept() ? Words.count(kept) : "more than " + Words.count(CategorySample.CAPACITY);
            return Finding.of(
                    constraint,
                    Verdict.PASSED,
                    Finding.Measured.of(kept, constraint.min(), 0, values),
                    "there are " + number + " different values");
        }
        if (values < constraint.min()) {
            return Finding.inconclusive(
                    constraint,
                    values,
                    Words.counted(values, "value") + " cannot hold " + constraint.min() + " different ones");
        }
        String sentence = kept == 1
                ? "all of " + Words.counted(values, "value") + " are the same" + theValue(constraint, facts)
                : "there are only " + kept + " different values; at least " + constraint.min() + " are expected";
        Finding.Measured measured = Finding.Measured.of(kept, constraint.min(), 1, values);
        return byChance(constraint, measured, sentence)
                .orElse(Finding.of(constraint, Verdict.FAILED, measured, sentence));
    }

    /** The finding if chance may have left out all values but the most frequent one. */
    private Optional<Finding> byChance(Constraint.NotConstant constraint, Finding.Measured measured, String sentence) {
        return constraint
                .reference()
                .filter(seen -> Chance.allAmong(seen.count(), seen.rows(), measured.rows()) >= situation.alpha())
                .map(seen -> {
                    long needed = Chance.rowsNeeded(
                            situation.alpha(), rows -> Chance.allAmong(seen.count(), seen.rows(), rows));
                    return Finding.of(
                            constraint,
                            Verdict.INCONCLUSIVE,
                            measured.needing(needed),
                            sentence + "; in the reference only " + Words.share(seen.count(), seen.rows(), "value")
                                    + " differed from the most frequent one, so this could be chance");
                });
    }

    private String theValue(Constraint.NotConstant constraint, ColumnFacts facts) {
        if (situation.hides(constraint.column())) {
            return "";
        }
        return facts.type() == FeatureType.NUMERIC
                ? ": " + Words.number(facts.min())
                : ": " + Words.quoted(facts.categories().categories().get(0).category());
    }

    private <C extends Counter> C counter(Constraint constraint, Class<C> type) {
        return type.cast(Objects.requireNonNull(situation.profile().counter(constraint)));
    }

    private static Finding finding(Constraint constraint, ShareLimit test, long rows, String sentence) {
        return rows == 0
                ? Finding.inconclusive(constraint, 0, "the column has no value")
                : judged(constraint, test.verdict(), test.measured(), sentence);
    }

    private static Finding judged(Constraint constraint, Verdict verdict, Finding.Measured measured, String sentence) {
        return measured.rows() == 0
                ? Finding.inconclusive(constraint, 0, "the column has no value")
                : Finding.of(constraint, verdict, measured, sentence);
    }
}
