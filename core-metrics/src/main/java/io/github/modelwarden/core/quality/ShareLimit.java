package io.github.modelwarden.core.quality;

import java.util.Optional;

/**
 * Whether a count of broken rows is more than is tolerated and, if the limit comes from a reference, more than chance
 * explains.
 */
final class ShareLimit {

    private final long count;
    private final long rows;
    private final double tolerated;
    private final Optional<ReferenceCount> reference;
    private final double alpha;
    private final long mostByChance;

    private ShareLimit(long count, long rows, double tolerated, Optional<ReferenceCount> reference, double alpha) {
        this.count = count;
        this.rows = rows;
        this.tolerated = tolerated;
        this.reference = reference;
        this.alpha = alpha;
        this.mostByChance = reference
                .map(seen -> Chance.largest(rows, alpha, k -> Chance.atLeast(k, rows, seen)))
                .orElse(0L);
    }

    static ShareLimit of(long count, long rows, Tolerance tolerance, double alpha) {
        return new ShareLimit(count, rows, tolerance.share(), tolerance.reference(), alpha);
    }

    /** A test of values beyond a smallest and a largest one, so that the reference says a little less. */
    static ShareLimit ofRange(long count, long rows, Constraint.InRange range, double alpha) {
        long more = range.bothSides() ? 1 : 0;
        Optional<ReferenceCount> reference = range.tolerance()
                .reference()
                .map(seen -> new ReferenceCount(Math.min(seen.count() + more, seen.rows()), seen.rows()));
        return new ShareLimit(count, rows, range.tolerance().share(), reference, alpha);
    }

    Verdict verdict() {
        if (share() <= tolerated) {
            return Verdict.PASSED;
        }
        if (reference.isEmpty() || count > mostByChance) {
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
        double limit = reference.isEmpty() ? tolerated : (double) allowed() / rows;
        Finding.Measured measured = Finding.Measured.of(share(), limit, count, rows);
        return verdict() == Verdict.INCONCLUSIVE ? measured.needing(rowsNeeded()) : measured;
    }

    private long rowsNeeded() {
        return reference
                .map(seen -> Chance.rowsNeeded(alpha, n -> Chance.atLeast(n, n, seen)))
                .orElse(Long.MAX_VALUE);
    }

    /** What is allowed, in words. */
    String limit() {
        if (reference.isEmpty()) {
            return tolerated == 0 ? "none is allowed" : "at most " + Words.percent(tolerated) + " are allowed";
        }
        if (verdict() == Verdict.INCONCLUSIVE) {
            long needed = rowsNeeded();
            return "so few rows after a reference of "
                    + Words.count(reference.get().rows())
                    + " could be chance, whatever they hold"
                    + (needed == Long.MAX_VALUE ? "" : "; " + Words.count(needed) + " could tell");
        }
        return "up to " + Words.count(allowed()) + " (" + Words.percent((double) allowed() / rows) + ") are "
                + (allowed() > mostByChance ? "tolerated" : "within what the reference and chance explain");
    }
}
