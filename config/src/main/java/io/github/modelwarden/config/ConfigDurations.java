package io.github.modelwarden.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations in configuration files: {@code 5m}, {@code 1h30m} and {@code 500ms} as in Prometheus, or ISO-8601. */
public final class ConfigDurations {

    private static final Pattern PROMETHEUS = Pattern.compile(
            "(?:(\\d{1,9})y)?(?:(\\d{1,9})w)?(?:(\\d{1,9})d)?(?:(\\d{1,9})h)?(?:(\\d{1,9})m)?(?:(\\d{1,9})s)?(?:(\\d{1,9})ms)?");
    private static final long[] UNIT_MILLIS = {
        31_536_000_000L, 604_800_000L, 86_400_000L, 3_600_000L, 60_000L, 1000L, 1L
    };
    private static final Duration DAY = Duration.ofDays(1);

    private ConfigDurations() {}

    /**
     * Reads a duration.
     *
     * @param text one or more numbers with the units {@code y w d h m s ms}, largest first ({@code 1h30m}; a year has
     *     365 days), or an ISO-8601 duration ({@code PT1H30M}); {@code 0} is zero
     * @return the duration, at least zero
     * @throws IllegalArgumentException if the text is neither, or negative
     */
    public static Duration parse(String text) {
        if (text.equals("0")) {
            return Duration.ZERO;
        }
        Duration duration = text.toUpperCase(Locale.ROOT).startsWith("P") ? parseIso(text) : parsePrometheus(text);
        if (duration.isNegative()) {
            throw new IllegalArgumentException("expected a duration of at least zero but got '" + text + "'");
        }
        return duration;
    }

    private static Duration parsePrometheus(String text) {
        Matcher matcher = PROMETHEUS.matcher(text);
        if (text.isEmpty() || !matcher.matches()) {
            throw notADuration(text);
        }
        Duration sum = Duration.ZERO;
        for (int unit = 0; unit < UNIT_MILLIS.length; unit++) {
            String number = matcher.group(unit + 1);
            if (number != null) {
                sum = sum.plus(Duration.ofMillis(UNIT_MILLIS[unit]).multipliedBy(Long.parseLong(number)));
            }
        }
        return sum;
    }

    private static Duration parseIso(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw notADuration(text);
        }
    }

    private static IllegalArgumentException notADuration(String text) {
        String hint = text.matches("\\d+") ? "; a unit is missing, for example '" + text + "s'" : "";
        return new IllegalArgumentException(
                "expected a duration such as 30s, 5m, 1h30m, 500ms or PT5M but got '" + text + "'" + hint);
    }

    /**
     * Writes a duration so that {@link #parse} gives it back.
     *
     * @param duration a duration of at least zero
     * @return {@code 0s}, {@code 500ms}, {@code 90s} as {@code 1m30s}, {@code 24h}, {@code 30d}; from two days on whole
     *     days are written as days. What is finer than a millisecond is written in ISO-8601
     * @throws IllegalArgumentException if the duration is negative
     */
    public static String format(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("expected a duration of at least zero but got " + duration);
        }
        if (duration.isZero()) {
            return "0s";
        }
        if (!duration.equals(Duration.ofMillis(duration.toMillis()))) {
            return duration.toString();
        }
        if (duration.compareTo(DAY) > 0 && duration.equals(Duration.ofDays(duration.toDays()))) {
            return duration.toDays() + "d";
        }
        return part(duration.toHours(), "h")
                + part(duration.toMinutesPart(), "m")
                + part(duration.toSecondsPart(), "s")
                + part(duration.toMillisPart(), "ms");
    }

    private static String part(long number, String unit) {
        return number == 0 ? "" : number + unit;
    }
}
