package io.github.modelwarden.core.quality;

import java.util.Optional;

/**
 * Whether a count of broken rows is more than is tolerated and, if the limit comes from a reference, more than chance
 * explains.
 */
final class ShareLimit {

    /** Repeats of rows vary up to 1.3915 times as much as independent ones, at 1.7 rows of a kind if these are Poisson. */
    private static final double CLUMPED = 1.4;

    private final long count;
    private final long rows;
    private final double tolerated;
    private final Optional<Evidence> evidence;
    private final long mostByChance;

    /** What the reference says, how much more counts vary than those of independent rows, and the false-alarm rate. */
    private record Evidence(ReferenceCount seen, double spread, double alpha) {

        /** The probability of so many broken ones of n; counts are divided by the spread, which gives them its variance. */
        double chance(long k, long n) {
            ReferenceCount divided = new ReferenceCount((long) Math.ceil(seen.count() / spread), seen.rows());
            return Chance.atLeast((long) Math.floor(k / spread), n, divided);
        }
    }

    private ShareLimit(long count, long rows, double tolerated, Optional<Evidence> evidence) {
        this.count = count;
        this.rows = rows;
        this.tolerated = tolerated;
        this.evidence = evidence;
        this.mostByChance = evidence.map(seen -> Chance.largest(rows, seen.alpha(), k -> seen.chance(k, rows)))
                .orElse(0L);
    }

    static ShareLimit of(long count, long rows, Tolerance tolerance, double alpha) {
        return new ShareLimit(
                count, rows, tolerance.share(), tolerance.reference().map(seen -> new Evidence(seen, 1, alpha)));
    }

    /** A limit of values beyond a smallest and a largest one, so that the reference says a little less. */
    static ShareLimit ofRange(long count, long rows, Constraint.InRange range, double alpha) {
        long more = range.bothSides() ? 1 : 0;
        Optional<Evidence> evidence = range.tolerance()
                .reference()
                .map(seen -> new ReferenceCount(Math.min(seen.count() + more, seen.rows()), seen.rows()))
                .map(seen -> new Evidence(seen, 1, alpha));
        return new ShareLimit(count, rows, range.tolerance().share(), evidence);
    }

    /** A limit of rows that repeat others; these come in clumps. */
    static ShareLimit ofRepeats(long count, long rows, Tolerance tolerance, double alpha) {
        return new ShareLimit(
                count, rows, tolerance.share(), tolerance.reference().map(seen -> new Evidence(seen, CLUMPED, alpha)));
    }

    Verdict verdict() {
        if (share() <= tolerated) {
            return Verdict.PASSED;
        }
        if (evidence.isEmpty() || count > mostByChance) {
            return Verdict.FAILED;
        }
        return mostByChance == rows ? Verdict.INCONCLUSIVE : Verdict.PASSED;
    }

    private double share() {
        return rows == 0 ? 0 : (double) count / rows;
    }

    /** The largest count that passes. */
    private long allowed() {
        return Math.max((long) Math.floor(tolerated * rows * (1 + 1e-12)), mostByChance);
    }

    Finding.Measured measured() {
        double limit = evidence.isEmpty() ? tolerated : (double) allowed() / rows;
        Finding.Measured measured = Finding.Measured.of(share(), limit, count, rows);
        return verdict() == Verdict.INCONCLUSIVE ? measured.needing(rowsNeeded()) : measured;
    }

    private long rowsNeeded() {
        return evidence.map(seen -> Chance.rowsNeeded(seen.alpha(), n -> seen.chance(n, n)))
                .orElse(Long.MAX_VALUE);
    }

    /** What is allowed, in words. */
    String limit() {
        if (evidence.isEmpty()) {
            return tolerated == 0 ? "none is allowed" : "at most " + Words.percent(tolerated) + " are allowed";
        }
        if (verdict() == Verdict.INCONCLUSIVE) {
            long needed = rowsNeeded();
            return "so few rows after a reference of "
                    + Words.count(evidence.get().seen().rows())
                    + " could be chance, whatever they hold"
                    + (needed == Long.MAX_VALUE ? "" : "; " + Words.count(needed) + " could tell");
        }
        return "up to " + Words.count(allowed()) + " (" + Words.percent((double) allowed() / rows) + ") are "
                + (allowed() > mostByChance ? "tolerated" : "within what the reference and chance explain");
    }
}
