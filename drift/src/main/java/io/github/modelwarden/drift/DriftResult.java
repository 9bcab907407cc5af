package io.github.modelwarden.drift;

/**
 * The verdict of a drift test. Too little data is {@link Inconclusive}, never "no drift".
 */
public sealed interface DriftResult {

    /** {@return the verdict in one word: drifted, stable or inconclusive} */
    String verdict();

    /**
     * The difference is larger than chance explains at the stated false-alarm rate, and at least of the minimum size.
     *
     * @param evidence what was measured
     * @param alpha the false-alarm rate the verdict was calibrated for
     */
    record Drifted(TestStatistic evidence, double alpha) implements DriftResult {
        @Override
        public String verdict() {
            return "drifted";
        }
    }

    /**
     * The difference is within what chance explains, or smaller than the minimum size.
     *
     * @param evidence what was measured
     * @param alpha the false-alarm rate the verdict was calibrated for
     */
    record Stable(TestStatistic evidence, double alpha) implements DriftResult {
        @Override
        public String verdict() {
            return "stable";
        }
    }

    /**
     * No verdict can be given.
     *
     * @param reason why, in words
     * @param rowsNeeded how many more current rows would allow a verdict; 0 if more rows would not help
     */
    record Inconclusive(String reason, long rowsNeeded) implements DriftResult {
        @Override
        public String verdict() {
            return "inconclusive";
        }
    }
}
