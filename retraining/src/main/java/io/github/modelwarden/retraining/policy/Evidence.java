package io.github.modelwarden.retraining.policy;

import io.github.modelwarden.retraining.TextForm;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One fact that a decision rests on, whether it spoke for or against retraining.
 *
 * @param signal what was looked at, without blanks, for example {@code performance.f1} or {@code guard.cooldown}
 * @param value what was seen; null when it is unknown
 * @param threshold what it was compared with; null when there was nothing to compare
 * @param n how many rows or evaluations the value rests on, at least 0
 * @param from start of the time it was seen over
 * @param to end of that time
 * @param text the fact for people
 */
public record Evidence(
        String signal,
        @Nullable Double value,
        @Nullable Double threshold,
        long n,
        Instant from,
        Instant to,
        String text) {

    public Evidence {
        Objects.requireNonNull(signal, "signal");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(text, "text");
        if (signal.isEmpty() || signal.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException(
                    "evidence '" + signal + "': expected a signal of one word; put the rest into the text");
        }
        requireFinite(signal, value);
        requireFinite(signal, threshold);
        if (n < 0) {
            throw new IllegalArgumentException("evidence '" + signal + "': expected n of at least 0 but got " + n);
        }
    }

    /**
     * The fact as one line, which {@link #parse} reads back; numbers are exact, a line break of the text is escaped.
     *
     * @return for example {@code guard.cooldown value=60.0 threshold=null n=1 from=… to=…: the text}
     */
    public String toText() {
        return signal + " value=" + value + " threshold=" + threshold + " n=" + n + " from=" + from + " to=" + to + ": "
                + text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }

    /**
     * Reads what {@link #toText} wrote.
     *
     * @param line one line
     * @return the fact
     * @throws IllegalArgumentException if the line is not of that form
     */
    public static Evidence parse(String line) {
        List<String> parts = TextForm.split("evidence", line, " value=", " threshold=", " n=", " from=", " to=", ": ");
        try {
            return new Evidence(
                    parts.get(0),
                    number(parts.get(1)),
                    number(parts.get(2)),
                    Long.parseLong(parts.get(3)),
                    Instant.parse(parts.get(4)),
                    Instant.parse(parts.get(5)),
                    unescaped(parts.get(6)));
        } catch (NumberFormatException | DateTimeParseException e) {
            throw new IllegalArgumentException("evidence: expected numbers and instants but got '" + line + "'", e);
        }
    }

    private static @Nullable Double number(String word) {
        return word.equals("null") ? null : Double.valueOf(word);
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                char escaped = text.charAt(++i);
                c = escaped == 'n' ? '\n' : escaped == 'r' ? '\r' : escaped;
            }
            plain.append(c);
        }
        return plain.toString();
    }

    private static void requireFinite(String signal, @Nullable Double number) {
        if (number != null && !Double.isFinite(number)) {
            throw new IllegalArgumentException(
                    "evidence '" + signal + "': expected a finite number but got " + number + "; use null for unknown");
        }
    }
}
