package io.github.modelwarden.drift.statistic;

/**
 * What a logarithm of shares does with empty bins, where it would be infinite. The rule decides the value more than the
 * data does when bins are empty, so two programs agree only under the same rule. Immutable.
 */
public final class ZeroRule {

    private static final double MILLIONTH = 1e-6;

    private static final ZeroRule HALF_COUNT = new ZeroRule(Kind.ADD_TO_COUNTS_AND_RENORMALISE, 0.5);
    private static final ZeroRule REFUSE = new ZeroRule(Kind.REFUSE, 0);

    private enum Kind {
        ADD_TO_COUNTS_AND_RENORMALISE,
        ADD_TO_COUNTS,
        ADD_TO_SHARES,
        FLOOR,
        REPLACE,
        REPLACE_OR_MILLIONTH,
        REFUSE
    }

    private final Kind kind;
    private final double amount;

    private ZeroRule(Kind kind, double amount) {
        this.kind = kind;
        this.amount = amount;
    }

    /**
     * Half a row is added to each used bin: {@code (count + ½) / (n + B/2)}. The shares add up to 1, no bin can decide
     * the result alone, and p-values are calibrated for it. It needs counts, not shares. The default.
     *
     * @return the rule
     */
    public static ZeroRule halfCount() {
        return HALF_COUNT;
    }

    /**
     * Each share is at least epsilon; the shares are not scaled back to 1.
     *
     * @param epsilon the smallest share, in (0, 1)
     * @return the rule
     * @throws IllegalArgumentException if epsilon is not in (0, 1)
     */
    public static ZeroRule floor(double epsilon) {
        return new ZeroRule(Kind.FLOOR, inUnitInterval(epsilon));
    }

    /**
     * A share of 0 becomes epsilon and no other share changes, so that a filled bin can be below epsilon; the shares are
     * not scaled back to 1.
     *
     * @param epsilon the share of empty bins, in (0, 1)
     * @return the rule
     * @throws IllegalArgumentException if epsilon is not in (0, 1)
     */
    public static ZeroRule replaceEmpty(double epsilon) {
        return new ZeroRule(Kind.REPLACE, inUnitInterval(epsilon));
    }

    /**
     * As {@link #replaceEmpty}, but where a side has a filled bin with a share of at most epsilon, its empty bins get a
     * millionth of the smallest filled share, so that an empty bin stays below every filled one.
     *
     * @param epsilon the share of empty bins, in (0, 1)
     * @return the rule
     * @throws IllegalArgumentException if epsilon is not in (0, 1)
     */
    public static ZeroRule replaceEmptyBelowFilled(double epsilon) {
        return new ZeroRule(Kind.REPLACE_OR_MILLIONTH, inUnitInterval(epsilon));
    }

    /**
     * Rows are added to each used bin without counting them in the total: {@code (count + rows) / n}. It needs counts, not
     * shares.
     *
     * @param rows rows added, positive and finite
     * @return the rule
     * @throws IllegalArgumentException if the number is not positive and finite
     */
    public static ZeroRule addToCounts(double rows) {
        if (!(rows > 0 && rows <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("zero rule: expected a positive number of rows but got " + rows);
        }
        return new ZeroRule(Kind.ADD_TO_COUNTS, rows);
    }

    /**
     * Epsilon is added to each share; the shares are not scaled back to 1.
     *
     * @param epsilon what is added, in (0, 1)
     * @return the rule
     * @throws IllegalArgumentException if epsilon is not in (0, 1)
     */
    public static ZeroRule addToShares(double epsilon) {
        return new ZeroRule(Kind.ADD_TO_SHARES, inUnitInterval(epsilon));
    }

    /** {@return the rule that refuses bins that are empty on one side} */
    public static ZeroRule refuse() {
        return REFUSE;
    }

    private static double inUnitInterval(double epsilon) {
        if (!(epsilon > 0 && epsilon < 1)) {
            throw new IllegalArgumentException("zero rule: expected an epsilon between 0 and 1 but got " + epsilon);
        }
        return epsilon;
    }

    boolean isHalfCount() {
        return kind == Kind.ADD_TO_COUNTS_AND_RENORMALISE;
    }

    /** Whether the rule adds rows, so that it means nothing for shares. */
    boolean needsCounts() {
        return isHalfCount() || kind == Kind.ADD_TO_COUNTS;
    }

    /** Positive shares of the bins that either side uses, in order; the other bins are 0. */
    double[] shares(String statistic, double[] masses, double[] other) {
        double total = BinnedCounts.total(masses);
        double divisor = isHalfCount() ? total + amount * BinnedCounts.used(masses, other) : total;
        double empty = kind == Kind.REPLACE_OR_MILLIONTH ? belowFilled(masses, total) : amount;
        double[] shares = new double[masses.length];
        for (int i = 0; i < shares.length; i++) {
            if (masses[i] > 0 || other[i] > 0) {
                shares[i] = share(masses[i], divisor, empty);
                if (!(shares[i] > 0)) {
                    throw new IllegalArgumentException(statistic + ": bin " + i + " is empty on one side, where the"
                            + " logarithm is infinite; merge bins or choose another zero rule");
                }
            }
        }
        return shares;
    }

    private double share(double mass, double divisor, double empty) {
        return switch (kind) {
            case ADD_TO_COUNTS_AND_RENORMALISE, ADD_TO_COUNTS -> (mass + amount) / divisor;
            case ADD_TO_SHARES -> mass / divisor + amount;
            case FLOOR -> Math.max(mass / divisor, amount);
            case REPLACE, REPLACE_OR_MILLIONTH -> mass > 0 ? mass / divisor : empty;
            case REFUSE -> mass / divisor;
        };
    }

    private double belowFilled(double[] masses, double total) {
        double smallest = Double.POSITIVE_INFINITY;
        for (double mass : masses) {
            if (mass > 0) {
                smallest = Math.min(smallest, mass / total);
            }
        }
        return smallest <= amount ? smallest * MILLIONTH : amount;
    }
}
