package io.github.modelwarden.core.quality;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** Judges the constraints on the table as a whole, and its age. */
final class TableJudge {

    private final Situation situation;

    TableJudge(Situation situation) {
        this.situation = situation;
    }

    Finding volume(Constraint.Volume constraint) {
        long rows = situation.profile().rows();
        boolean inside = rows >= constraint.min() && rows <= constraint.max();
        long nearest = Math.max(constraint.min(), Math.min(constraint.max(), rows));
        Finding.Measured measured = Finding.Measured.of((double) rows, (double) nearest, inside ? 0 : 1, rows);
        String expected = constraint.max() == Long.MAX_VALUE
                ? "at least " + Words.count(constraint.min()) + " expected"
                : Words.count(constraint.min()) + " to " + Words.count(constraint.max()) + " expected";
        return Finding.of(
                constraint,
                inside ? Verdict.PASSED : Verdict.FAILED,
                measured,
                Words.counted(rows, "row") + ", " + expected);
    }

    Finding unexpected(Constraint.NoUnexpectedColumns constraint) {
        Set<String> unexpected = new TreeSet<>(situation.profile().columnNames());
        unexpected.removeAll(situation.set().columns());
        constraint.besides().forEach(unexpected::remove);
        int count = unexpected.size();
        String sentence = count == 0
                ? "there is no column but the expected ones"
                : Words.counted(count, "column") + (count == 1 ? " is" : " are") + " not expected: "
                        + Words.names(new ArrayList<>(unexpected));
        return Finding.of(
                constraint,
                count == 0 ? Verdict.PASSED : Verdict.FAILED,
                Finding.Measured.of(count, 0, count, situation.profile().rows()),
                sentence);
    }

    Finding duplicates(Constraint.NoDuplicates constraint) {
        long all = situation.profile().rows();
        Optional<String> absent = absent(constraint);
        if (absent.isPresent()) {
            String why = constraint.key().isEmpty()
                    ? ", so rows that differ only there look equal"
                    : ", which is part of the key";
            return Finding.inconclusive(
                    constraint, all, "the column " + Words.quoted(absent.get()) + " is not there" + why);
        }
        HashSample sample = situation.profile().duplicates(constraint.key());
        if (sample.total() == 0) {
            return Finding.inconclusive(
                    constraint, all, all == 0 ? "there are no rows" : "no row has a value in all columns of the key");
        }
        return duplicates(constraint, sample).with(sample.firstRepeats());
    }

    private Optional<String> absent(Constraint.NoDuplicates constraint) {
        return (constraint.key().isEmpty() ? situation.set().columns() : constraint.key())
                .stream()
                        .filter(column -> situation.profile().column(column).isEmpty())
                        .findFirst();
    }

    private Finding duplicates(Constraint.NoDuplicates constraint, HashSample sample) {
        DuplicateCount found = DuplicateCount.of(sample);
        long rows = sample.total();
        double share = (double) found.likely() / rows;
        double tolerated = constraint.tolerance().share();
        String sentence = sentence(constraint, found, rows);
        if ((double) found.most() / rows <= tolerated) {
            String limit = found.most() == 0 ? "" : "; at most " + Words.percent(tolerated) + " are tolerated";
            Finding.Measured measured = Finding.Measured.of(share, tolerated, found.likely(), rows);
            return Finding.of(constraint, Verdict.PASSED, measured, sentence + limit);
        }
        Optional<Tolerance> tolerance = scaled(constraint.tolerance(), rows);
        if (tolerance.isEmpty()) {
            Finding.Measured measured = new Finding.Measured(
                    OptionalDouble.of(share), OptionalDouble.empty(), found.likely(), rows, OptionalLong.empty());
            return Finding.of(
                    constraint,
                    Verdict.INCONCLUSIVE,
                    measured,
                    sentence + "; the reference is too small to say how many are usual among so many rows");
        }
        ShareLimit fewest = ShareLimit.ofRepeats(found.fewest(), rows, tolerance.get(), situation.alpha());
        ShareLimit likely = ShareLimit.ofRepeats(found.likely(), rows, tolerance.get(), situation.alpha());
        ShareLimit most = ShareLimit.ofRepeats(found.most(), rows, tolerance.get(), situation.alpha());
        boolean clear = fewest.verdict() == Verdict.FAILED || fewest.verdict() == most.verdict();
        return Finding.of(
                constraint,
                clear ? fewest.verdict() : Verdict.INCONCLUSIVE,
                likely.measured(),
                sentence + "; " + most.limit());
    }

    private static String sentence(Constraint.NoDuplicates constraint, DuplicateCount found, long rows) {
        String what = constraint.key().isEmpty()
                ? "an earlier one"
                : "the " + Words.names(constraint.key()) + " of an earlier one";
        return found.most() == 0
                ? "none of " + Words.counted(rows, "row") + " repeats " + what
                : found.words(rows, "row") + " repeat " + what;
    }

    /**
     * The tolerance for more rows than the reference has: its duplicates are taken to have been found in fewer rows, since
     * pairs grow with the square of the rows. Empty if the reference says nothing of so many.
     */
    private static Optional<Tolerance> scaled(Tolerance tolerance, long rows) {
        Optional<ReferenceCount> reference = tolerance.reference();
        if (reference.isEmpty() || rows <= reference.get().rows()) {
            return Optional.of(tolerance);
        }
        double fewer = (double) reference.get().rows() * reference.get().rows() / rows;
        if (fewer < Math.max(1, reference.get().count())) {
            return Optional.empty();
        }
        return Optional.of(Tolerance.of(
                tolerance.share(), new ReferenceCount(reference.get().count(), (long) fewer)));
    }

    Finding fresh(Constraint.Fresh constraint) {
        long rows = situation.profile().rows();
        if (situation.now().isEmpty()) {
            return Finding.inconclusive(constraint, rows, "the time of the check is not given");
        }
        Optional<Instant> newest = situation.newestEvent();
        String unreadable = "";
        if (constraint.column().isPresent()) {
            Counter.Newest counter =
                    (Counter.Newest) Objects.requireNonNull(situation.profile().counter(constraint));
            newest = counter.newest();
            unreadable = counter.unreadable() == 0
                    ? ""
                    : "; " + Words.counted(counter.unreadable(), "value") + " could not be read as a time";
        }
        if (newest.isEmpty()) {
            return Finding.inconclusive(constraint, rows, "the time of the newest event is not known" + unreadable);
        }
        Duration age = Duration.between(newest.get(), situation.now().get());
        boolean failed = age.abs().compareTo(constraint.maxAge()) > 0;
        String when = age.isNegative()
                ? "lies " + Words.duration(age.abs()) + " in the future"
                : "is " + Words.duration(age) + " old";
        return Finding.of(
                constraint,
                failed ? Verdict.FAILED : Verdict.PASSED,
                Finding.Measured.of(age.toMillis() / 1e3, constraint.maxAge().toMillis() / 1e3, failed ? 1 : 0, rows),
                "the newest event, of " + newest.get() + ", " + when + "; at most "
                        + Words.duration(constraint.maxAge()) + " are allowed" + unreadable);
    }
}
