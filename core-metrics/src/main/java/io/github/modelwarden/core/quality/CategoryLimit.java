package io.github.modelwarden.core.quality;

/** Whether unseen categories are more than is tolerated and, if the list comes from a reference, than chance explains. */
final class CategoryLimit {

    private final CategorySample unseen;
    private final long values;
    private final Constraint.InCategories constraint;
    private final double halfAlpha;

    CategoryLimit(CategorySample unseen, long values, Constraint.InCategories constraint, double alpha) {
        this.unseen = unseen;
        this.values = values;
        this.constraint = constraint;
        this.halfAlpha = alpha / 2;
    }

    Verdict verdict() {
        if (share() <= constraint.tolerance().share()) {
            return Verdict.PASSED;
        }
        if (constraint.tolerance().reference().isEmpty()) {
            return Verdict.FAILED;
        }
        ReferenceCount seen = constraint.tolerance().reference().get();
        boolean tooMany = Chance.atLeast(unseen.kept(), values, seen) < halfAlpha;
        boolean tooLarge = ofOne(unseen.largest(), values, seen) < halfAlpha;
        if (tooMany || tooLarge) {
            return Verdict.FAILED;
        }
        return mostOfOne(seen) == values ? Verdict.INCONCLUSIVE : Verdict.PASSED;
    }

    private double share() {
        return values == 0 ? 0 : (double) unseen.total() / values;
    }

    /** The probability that any category has so many of the rows and none of the reference, at most. */
    private double ofOne(long rows, long of, ReferenceCount seen) {
        long categories = constraint.categories().size() + unseen.distinct();
        return categories * Chance.allAmong(rows, of, seen.rows());
    }

    private long mostOfOne(ReferenceCount seen) {
        return Chance.largest(values, halfAlpha, rows -> ofOne(rows, values, seen));
    }

    Finding.Measured measured() {
        double tolerated = constraint.tolerance().share();
        double allowed = constraint
                .tolerance()
                .reference()
                .map(seen -> Math.max(tolerated, (double) mostOfOne(seen) / values))
                .orElse(tolerated);
        Finding.Measured measured = Finding.Measured.of(share(), allowed, unseen.total(), values);
        return verdict() == Verdict.INCONCLUSIVE ? measured.needing(rowsNeeded()) : measured;
    }

    private long rowsNeeded() {
        return constraint
                .tolerance()
                .reference()
                .map(seen -> Chance.rowsNeeded(halfAlpha, rows -> ofOne(rows, rows, seen)))
                .orElse(Long.MAX_VALUE);
    }

    /** What is allowed, in words. */
    String limit() {
        if (constraint.tolerance().reference().isEmpty()) {
            double share = constraint.tolerance().share();
            return share == 0 ? "none is allowed" : "at most " + Words.percent(share) + " are allowed";
        }
        ReferenceCount seen = constraint.tolerance().reference().get();
        if (verdict() == Verdict.INCONCLUSIVE) {
            return "so few rows after a reference of " + Words.count(seen.rows())
                    + " could be chance, whatever they hold";
        }
        return "up to " + Words.counted(mostOfOne(seen), "row") + " of one category that the reference missed "
                + "would be within chance";
    }
}
