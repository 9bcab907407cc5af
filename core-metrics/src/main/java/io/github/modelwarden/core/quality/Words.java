package io.github.modelwarden.core.quality;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Numbers and names in the sentences of a report. */
final class Words {

    private static final int LONGEST = 60;
    private static final int NAMES = 5;
    private static final MathContext SIX_DIGITS = new MathContext(6);
    private static final MathContext THREE_DIGITS = new MathContext(3);

    private Words() {}

    /** A count with a blank between thousands. */
    static String count(long count) {
        StringBuilder digits = new StringBuilder(Long.toString(count));
        for (int at = digits.length() - 3; at > (count < 0 ? 1 : 0); at -= 3) {
            digits.insert(at, ' ');
        }
        return digits.toString();
    }

    static String counted(long count, String noun) {
        return count(count) + " " + noun + (count == 1 ? "" : "s");
    }

    /** A share with three significant digits. */
    static String percent(double share) {
        BigDecimal percent = new BigDecimal(share * 100).round(THREE_DIGITS);
        return (percent.signum() == 0 ? "0" : percent.stripTrailingZeros().toPlainString()) + " %";
    }

    /** A number with six significant digits; bounds that are told apart by more are rare. */
    static String number(double number) {
        return Cells.text(
                Double.isFinite(number)
                        ? new BigDecimal(number).round(SIX_DIGITS).doubleValue()
                        : number);
    }

    /** A count as a share: {@code 704 of 3 521 rows (20 %)}. */
    static String share(long count, long of, String noun) {
        return count(count) + " of " + counted(of, noun) + " (" + percent(of == 0 ? 0 : (double) count / of) + ")";
    }

    static String quoted(String text) {
        return "'" + shortened(text) + "'";
    }

    static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    /** Some names, the first few of them in full. */
    static String names(List<String> names) {
        String shown = names.stream().limit(NAMES).map(Words::quoted).collect(Collectors.joining(", "));
        return names.size() <= NAMES ? shown : shown + " and " + (names.size() - NAMES) + " more";
    }

    /** A length of time in its two largest units. */
    static String duration(Duration duration) {
        long[] parts = {duration.toDays(), duration.toHoursPart(), duration.toMinutesPart(), duration.toSecondsPart()};
        String[] units = {"d", "h", "min", "s"};
        StringBuilder text = new StringBuilder();
        int shown = 0;
        for (int i = 0; i < parts.length && shown < 2; i++) {
            if (parts[i] > 0) {
                text.append(shown == 0 ? "" : " ").append(parts[i]).append(' ').append(units[i]);
            }
            shown += parts[i] > 0 || shown > 0 ? 1 : 0;
        }
        return shown == 0 ? "less than 1 s" : text.toString();
    }
}
