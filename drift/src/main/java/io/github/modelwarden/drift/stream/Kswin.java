package io.github.modelwarden.drift.stream;

/**
 * KSWIN, Kolmogorov–Smirnov windowing: compares the newest values of a sliding window with a random sample of its older
 * ones.
 *
 * <p>Of the last {@code window} values the newest r = {@code recent} are one sample; r of the others, drawn without
 * replacement, are the other. It says drift when the two-sample Kolmogorov–Smirnov statistic D is above 0.1 and its exact
 * two-sided p-value, {@code 2·Σ_j (−1)^(j−1)·C(2r, r − j·r·D) / C(2r, r)}, is at most α. Ties make it conservative. It
 * answers to any change of the distribution, not only of the mean. Any finite values are taken. Without warnings.
 *
 * <p>α holds for one test, and there is a test with every value: even at the default 0.005 stable streams raise an alarm
 * every few hundred values. O(window) memory, and O(window) time a value once the window is full. Immutable.
 *
 * <p>Sampling is seeded and repeats itself exactly. The draws are those of CPython's {@code random.Random(seed).sample},
 * from the seed anew after each drift, so that the same seed gives the alarms of River.
 *
 * @param alpha α, in (0, 1)
 * @param window number of values looked at, at least twice {@code recent}, at most 1 000 000
 * @param recent r, number of newest values, 2 to 10 000, enough that D = 1 has a p-value of at most α
 * @param seed seed of the draws; its sign does not count
 * @param reset whether a drift empties the window, instead of keeping its newest values
 * @see <a href="https://doi.org/10.1016/j.neucom.2019.11.111">Raab, Heusinger and Schleif 2020, Reactive soft prototype
 *     computing for concept drift streams, doi:10.1016/j.neucom.2019.11.111</a>
 */
public record Kswin(double alpha, int window, int recent, long seed, boolean reset) implements DetectionMethod {

    static final String NAME = "kswin";

    private static final Kswin DEFAULT = new Kswin(0.005, 100, 30, 42, true);
    private static final double LEAST_DISTANCE = 0.1;

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException if one is outside its range
     */
    public Kswin {
        Settings.share(NAME, "an alpha", alpha);
        Settings.between(NAME + ": expected recent values", recent, 2, 10_000);
        Settings.between(NAME + ": expected a window", window, 2L * recent, 1_000_000);
        if (pValue(recent, recent) > alpha) {
            throw new IllegalArgumentException(NAME + ": expected enough recent values for an alpha of " + alpha
                    + " but got " + recent + ", whose smallest p-value is " + pValue(recent, recent)
                    + "; use more recent values or a larger alpha");
        }
    }

    /** {@return KSWIN with α 0.005, a window of 100, the newest 30 values and seed 42} */
    public static Kswin withDefaults() {
        return DEFAULT;
    }

    /**
     * Sets α.
     *
     * @param newAlpha false-alarm rate of a single test, in (0, 1)
     * @return a changed copy
     * @throws IllegalArgumentException if it is outside its range
     */
    public Kswin withAlpha(double newAlpha) {
        return new Kswin(newAlpha, window, recent, seed, reset);
    }

    /**
     * Sets the window.
     *
     * @param newWindow number of values looked at, at least twice newRecent, at most 1 000 000
     * @param newRecent number of newest values, 2 to 10 000
     * @return a changed copy
     * @throws IllegalArgumentException if one is outside its range
     */
    public Kswin withWindow(int newWindow, int newRecent) {
        return new Kswin(alpha, newWindow, newRecent, seed, reset);
    }

    /**
     * Sets the seed of the draws.
     *
     * @param newSeed any number; its sign does not count
     * @return a changed copy
     */
    public Kswin withSeed(long newSeed) {
        return new Kswin(alpha, window, recent, newSeed, reset);
    }

    /**
     * Keeps the newest values after a drift, as the paper does, instead of starting anew; the draws go on too.
     *
     * @return a changed copy
     */
    public Kswin withoutReset() {
        return new Kswin(alpha, window, recent, seed, false);
    }

    /** The least difference of counts, out of {@code recent}, that is drift. */
    int criticalDifference() {
        int no = (int) Math.floor(recent * LEAST_DISTANCE);
        int yes = recent;
        while (yes - no > 1) {
            int middle = (no + yes) >>> 1;
            if (pValue(recent, middle) <= alpha) {
                yes = middle;
            } else {
                no = middle;
            }
        }
        return yes;
    }

    /** P(D ≥ difference / size) for two samples of one size without ties, by the reflection principle. */
    static double pValue(int size, int difference) {
        double sum = 0;
        int sign = 1;
        for (int reach = difference; reach <= size; reach += difference) {
            // C(2·size, size − reach) / C(2·size, size)
            double term = 1;
            for (int i = 1; i <= reach && term > 0; i++) {
                term *= (double) (size - reach + i) / (size + i);
            }
            sum += sign * term;
            sign = -sign;
        }
        return Math.min(1, 2 * sum);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ChangeDetector start() {
        return new KswinDetector(this);
    }
}
