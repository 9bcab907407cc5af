package io.github.modelwarden.drift.stream;

/** Checks of settings; each is written so that NaN fails. */
final class Settings {

    private Settings() {}

    static void share(String method, String setting, double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException(method + ": expected " + setting + " between 0 and 1 but got " + value
                    + "; both ends are excluded");
        }
    }

    static void positive(String method, String setting, double value) {
        if (!(value > 0 && value <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(method + ": expected a finite " + setting + " above 0 but got " + value);
        }
    }

    static void finite(String method, String setting, double value) {
        if (!(Math.abs(value) <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(method + ": expected a finite " + setting + " but got " + value);
        }
    }

    static void range(String method, double low, double high) {
        // a difference that overflows would turn every value into 0
        if (!(low < high && high - low <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    method + ": expected a range from a lower to a higher finite value but got " + low + " to " + high);
        }
    }

    static void notNegative(String method, String setting, double value) {
        if (!(value >= 0 && value <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    method + ": expected a finite " + setting + " of at least 0 but got " + value);
        }
    }

    /** The text begins with the method and names the setting: {@code adwin: expected a clock}. */
    static void between(String expected, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(expected + " from " + least + " to " + most + " but got " + value);
        }
    }

    static void levels(String method, double warning, double drift) {
        if (!(warning > 0 && drift >= warning && drift <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    method + ": expected a warning level above 0 and a drift level of at least" + " that but got "
                            + warning + " and " + drift);
        }
    }

    static void confidences(String method, double warning, double drift) {
        share(method, "a drift confidence", drift);
        share(method, "a warning confidence", warning);
        if (drift > warning) {
            throw new IllegalArgumentException(
                    method + ": expected a drift confidence of at most the warning confidence" + " but got " + drift
                            + " and " + warning);
        }
    }
}
