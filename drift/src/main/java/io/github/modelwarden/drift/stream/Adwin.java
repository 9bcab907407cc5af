package io.github.modelwarden.drift.stream;

/**
 * ADWIN, adaptive windowing: keeps the longest window of recent values whose mean has not changed.
 *
 * <p>The window W is held as an exponential histogram. After every {@code clock} values each border between two of its
 * buckets cuts W into an older part of n₀ values with mean μ₀ and a newer one of n₁ values with mean μ₁. The parts differ
 * when
 *
 * <pre>{@code
 * |μ0 − μ1| > √(2·m·σ²·δ') + ⅔·δ'·m,   δ' = ln(2·ln|W| / δ),   m = 1/(n0 − l + 1) + 1/(n1 − l + 1)
 * }</pre>
 *
 * with the variance σ² of W and the least length l of a part. The oldest bucket is then dropped, until no cut differs, and
 * the detector says drift. Values need not be errors: any finite numbers will do. δ bounds the false alarms of one look at
 * one border, not those of a whole stream. O(log |W|) memory, O(1) amortised time a value and O(log |W|) time a look.
 * Without warnings. Immutable.
 *
 * <p>The defaults are River's. Implementations differ, and three settings tell them apart: MOA keeps its window after a
 * drift ({@link #withoutReset()}) and signals only a risen mean ({@link Direction#INCREASE}); River before 0.22,
 * scikit-multiflow and Frouros look past the newest bucket of each size ({@link Cuts#WITHOUT_NEWEST_OF_SIZE}).
 *
 * @param delta δ, in (0, 1); smaller is more cautious
 * @param clock values between two looks, 1 to 1 000 000
 * @param maximumBuckets buckets of one size before the two oldest are merged, 1 to 1 000
 * @param minimumPart l, least number of values on each side of a cut, at least 1
 * @param gracePeriod no look while the window holds at most so many values, at least 1
 * @param cuts the borders looked at
 * @param direction the changes that are signalled; the window is cut for all of them
 * @param reset whether a drift empties the window, instead of only dropping its old part
 * @see <a href="https://doi.org/10.1137/1.9781611972771.42">Bifet and Gavaldà 2007, Learning from time-changing data with
 *     adaptive windowing, doi:10.1137/1.9781611972771.42</a>
 */
public record Adwin(
        double delta,
        int clock,
        int maximumBuckets,
        int minimumPart,
        int gracePeriod,
        Cuts cuts,
        Direction direction,
        boolean reset)
        implements DetectionMethod {

    static final String NAME = "adwin";

    private static final int MOST = 1_000_000;

    private static final Adwin DEFAULT = new Adwin(0.002, 32, 5, 5, 10, Cuts.EVERY_BUCKET, Direction.BOTH, true);

    /** The borders between buckets at which the window is cut. */
    public enum Cuts {
        /** All of them. */
        EVERY_BUCKET,
        /**
         * All but those behind the newest bucket of each size, which then counts as newer than all smaller ones: what
         * several libraries did, for agreement with them only.
         */
        WITHOUT_NEWEST_OF_SIZE
    }

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException if one is outside its range
     */
    public Adwin {
        Settings.share(NAME, "a delta", delta);
        Settings.between(NAME + ": expected a clock", clock, 1, MOST);
        Settings.between(NAME + ": expected buckets of one size", maximumBuckets, 1, 1_000);
        Settings.between(NAME + ": expected a minimum part", minimumPart, 1, MOST);
        Settings.between(NAME + ": expected a grace period", gracePeriod, 1, MOST);
    }

    /**
     * {@return ADWIN with δ 0.002, a look every 32 values, 5 buckets of a size, parts of at least 5 and windows of more
     * than 10 values, both directions}
     */
    public static Adwin withDefaults() {
        return DEFAULT;
    }

    /**
     * Sets δ.
     *
     * @param newDelta in (0, 1)
     * @return a changed copy
     * @throws IllegalArgumentException if it is outside its range
     */
    public Adwin withDelta(double newDelta) {
        return new Adwin(newDelta, clock, maximumBuckets, minimumPart, gracePeriod, cuts, direction, reset);
    }

    /**
     * Sets how often it looks.
     *
     * @param newClock values between two looks, 1 to 1 000 000; 1 finds changes soonest and costs most
     * @return a changed copy
     * @throws IllegalArgumentException if it is outside its range
     */
    public Adwin withClock(int newClock) {
        return new Adwin(delta, newClock, maximumBuckets, minimumPart, gracePeriod, cuts, direction, reset);
    }

    /**
     * Sets how finely the window is kept.
     *
     * @param newMaximumBuckets buckets of one size, 1 to 1 000
     * @return a changed copy
     * @throws IllegalArgumentException if it is outside its range
     */
    public Adwin withMaximumBuckets(int newMaximumBuckets) {
        return new Adwin(delta, clock, newMaximumBuckets, minimumPart, gracePeriod, cuts, direction, reset);
    }

    /**
     * Sets the least length of a part.
     *
     * @param newMinimumPart values on each side of a cut, at least 1
     * @return a changed copy
     * @throws IllegalArgumentException if it is outside its range
     */
    public Adwin withMinimumPart(int newMinimumPart) {
        return new Adwin(delta, clock, maximumBuckets, newMinimumPart, gracePeriod, cuts, direction, reset);
    }

    /**
     * Sets the window length up to which it does not look.
     *
     * @param newGracePeriod values, at least 1
     * @return a changed copy
     * @throws IllegalArgumentException if it is outside its range
     */
    public Adwin withGracePeriod(int newGracePeriod) {
        return new Adwin(delta, clock, maximumBuckets, minimumPart, newGracePeriod, cuts, direction, reset);
    }

    /**
     * Sets the borders looked at.
     *
     * @param newCuts the borders
     * @return a changed copy
     */
    public Adwin withCuts(Cuts newCuts) {
        return new Adwin(delta, clock, maximumBuckets, minimumPart, gracePeriod, newCuts, direction, reset);
    }

    /**
     * Sets which changes are signalled. With {@link Direction#INCREASE} a drift is said only when the mean of the window is
     * now above that before the value, with {@link Direction#DECREASE} only when it is below.
     *
     * @param newDirection the direction
     * @return a changed copy
     */
    public Adwin withDirection(Direction newDirection) {
        return new Adwin(delta, clock, maximumBuckets, minimumPart, gracePeriod, cuts, newDirection, reset);
    }

    /**
     * Keeps the newer part of the window after a drift instead of starting anew, as the paper does. One change then often
     * raises several alarms, while its traces are cut off bit by bit.
     *
     * @return a changed copy
     */
    public Adwin withoutReset() {
        return new Adwin(delta, clock, maximumBuckets, minimumPart, gracePeriod, cuts, direction, false);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public AdwinDetector start() {
        return new AdwinDetector(this);
    }
}
