package io.github.modelwarden.core.quality;

import io.github.modelwarden.core.data.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Checks tables against constraints.
 *
 * <p>The false-alarm rate is that of the whole report: the probability that rows drawn from the same distribution as the
 * reference rows, independently of each other, have even one constraint called failed. It is shared out evenly among the
 * constraints that rest on a reference (Bonferroni's inequality), so it holds whatever the columns have to do with each
 * other. A constraint without a reference is a rule, and has no part in it. Rows that come in runs, such as an hour of
 * traffic from one source, vary more than independent ones: choose a reference that spans several such runs, and a
 * tolerance.
 *
 * <p>Immutable and thread-safe.
 */
public final class QualityCheck {

    private static final QualityCheck DEFAULTS = new QualityCheck(0.01, Optional.empty(), Optional.empty(), Set.of());

    private final double falseAlarms;
    private final Optional<Instant> now;
    private final Optional<Instant> newestEvent;
    private final Set<String> hidden;

    private QualityCheck(double falseAlarms, Optional<Instant> now, Optional<Instant> newestEvent, Set<String> hidden) {
        this.falseAlarms = falseAlarms;
        this.now = now;
        this.newestEvent = newestEvent;
        this.hidden = hidden;
    }

    /** {@return a check with a false-alarm rate of 1 % a report, that does not know the time} */
    public static QualityCheck withDefaults() {
        return DEFAULTS;
    }

    /**
     * Changes the false-alarm rate.
     *
     * @param rate probability that unchanged data has even one constraint called failed, above 0 and below 1
     * @return a check with this rate
     * @throws IllegalArgumentException if the rate is out of range
     */
    public QualityCheck withFalseAlarms(double rate) {
        if (!(rate > 0 && rate < 1)) {
            throw new IllegalArgumentException(
                    "quality check: expected a false-alarm rate above 0 and below 1 but got " + rate);
        }
        return new QualityCheck(rate, now, newestEvent, hidden);
    }

    /**
     * Says when the check takes place; freshness needs it.
     *
     * @param time the time
     * @return a check at this time
     */
    public QualityCheck at(Instant time) {
        return new QualityCheck(falseAlarms, Optional.of(time), newestEvent, hidden);
    }

    /**
     * Says when the newest event happened, for freshness without a column.
     *
     * @param time the time of the newest event
     * @return a check that knows it
     */
    public QualityCheck withNewestEvent(Instant time) {
        return new QualityCheck(falseAlarms, now, Optional.of(time), hidden);
    }

    /**
     * Keeps values out of the report: of these columns it shows counts and row numbers only.
     *
     * @param columns the columns whose values must not be shown
     * @return a check that hides them
     */
    public QualityCheck withHiddenValues(Collection<String> columns) {
        return new QualityCheck(falseAlarms, now, newestEvent, Set.copyOf(columns));
    }

    /**
     * Checks a table.
     *
     * @param constraints the constraints
     * @param table the table
     * @return what was found
     */
    public QualityReport check(ConstraintSet constraints, Table table) {
        QualityProfile profile = QualityProfile.create(constraints);
        profile.accept(table);
        return check(profile);
    }

    /**
     * Checks what a profile has counted, against the constraints it was created with.
     *
     * @param profile the profile, not changed
     * @return what was found
     * @throws IllegalArgumentException if it is a profile of reference data
     */
    public QualityReport check(QualityProfile profile) {
        ConstraintSet set = profile.constraints()
                .orElseThrow(() -> new IllegalArgumentException("quality check: expected a profile created with"
                        + " constraints but got one of reference data; create it with the constraints to be checked"));
        double alpha = falseAlarms / Math.max(1, set.judgedByChance());
        Situation situation = new Situation(profile, set, alpha, now, newestEvent, hidden);
        List<Finding> findings = set.constraints().stream()
                .map(constraint -> finding(situation, constraint))
                .toList();
        return new QualityReport(Optional.empty(), profile.rows(), falseAlarms, findings, List.of());
    }

    private static Finding finding(Situation situation, Constraint constraint) {
        if (constraint instanceof Constraint.Volume volume) {
            return new TableJudge(situation).volume(volume);
        }
        if (constraint instanceof Constraint.NoDuplicates duplicates) {
            return new TableJudge(situation).duplicates(duplicates);
        }
        if (constraint instanceof Constraint.NoUnexpectedColumns unexpected) {
            return new TableJudge(situation).unexpected(unexpected);
        }
        if (constraint instanceof Constraint.Present present) {
            return new ColumnJudge(situation).present(present);
        }
        Optional<ColumnFacts> facts = constraint.subject().flatMap(situation.profile()::column);
        if (constraint.subject().isPresent() && facts.isEmpty()) {
            return Finding.inconclusive(constraint, situation.profile().rows(), "the column is not there");
        }
        return constraint instanceof Constraint.Fresh fresh
                ? new TableJudge(situation).fresh(fresh)
                : ofColumn(new ColumnJudge(situation), constraint, Objects.requireNonNull(facts.orElse(null)));
    }

    private static Finding ofColumn(ColumnJudge judge, Constraint constraint, ColumnFacts facts) {
        if (constraint instanceof Constraint.OfType type) {
            return judge.type(type, facts);
        }
        if (constraint instanceof Constraint.NotMissing missing) {
            return judge.missing(missing, facts);
        }
        if (constraint instanceof Constraint.InRange range) {
            return judge.range(range, facts);
        }
        if (constraint instanceof Constraint.InCategories categories) {
            return judge.categories(categories, facts);
        }
        return judge.distinct((Constraint.NotConstant) constraint, facts);
    }
}
