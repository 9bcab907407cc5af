package io.github.modelwarden.tabular;

/**
 * Dates and timestamps of ISO 8601 in its usual forms: {@code 2024-01-05}, {@code 2024-01-05T10:00},
 * {@code 2024-01-05 10:00:00.123}, the last two also with {@code Z} or an offset such as {@code +01:00}.
 */
final class TimestampText {

    private static final int DATE = 10;

    private TimestampText() {}

    /** Tells whether a text without blanks around is a date or a timestamp. */
    static boolean matches(byte[] bytes, int start, int end) {
        if (end - start < DATE || !isDate(bytes, start)) {
            return false;
        }
        int at = start + DATE;
        if (at == end) {
            return true;
        }
        if ((bytes[at] != 'T' && bytes[at] != ' ') || end - at < 6 || !isHourAndMinute(bytes, at + 1, ':')) {
            return false;
        }
        at = afterSeconds(bytes, at + 6, end);
        return at == end || isZone(bytes, at, end);
    }

    private static boolean isDate(byte[] bytes, int at) {
        int month = pair(bytes, at + 5);
        int day = pair(bytes, at + 8);
        return pair(bytes, at) >= 0
                && pair(bytes, at + 2) >= 0
                && bytes[at + 4] == '-'
                && month >= 1
                && month <= 12
                && bytes[at + 7] == '-'
                && day >= 1
                && day <= 31;
    }

    private static boolean isHourAndMinute(byte[] bytes, int at, char between) {
        int hour = pair(bytes, at);
        int minute = pair(bytes, at + 3);
        return hour >= 0 && hour <= 24 && bytes[at + 2] == between && minute >= 0 && minute <= 59;
    }

    /** Passes over {@code :ss} and its fraction, if they are there. */
    private static int afterSeconds(byte[] bytes, int start, int end) {
        if (end - start < 3 || bytes[start] != ':' || pair(bytes, start + 1) < 0 || pair(bytes, start + 1) > 60) {
            return start;
        }
        int at = start + 3;
        if (at + 1 < end && (bytes[at] == '.' || bytes[at] == ',') && NumberText.isDigit(bytes[at + 1])) {
            at += 2;
            while (at < end && NumberText.isDigit(bytes[at])) {
                at++;
            }
        }
        return at;
    }

    private static boolean isZone(byte[] bytes, int at, int end) {
        int length = end - at;
        if (bytes[at] == 'Z') {
            return length == 1;
        }
        if (bytes[at] != '+' && bytes[at] != '-') {
            return false;
        }
        return switch (length) {
            case 3 -> pair(bytes, at + 1) >= 0;
            case 5 -> pair(bytes, at + 1) >= 0 && pair(bytes, at + 3) >= 0;
            case 6 -> isHourAndMinute(bytes, at + 1, ':');
            default -> false;
        };
    }

    /** Two digits as a number, -1 if they are not digits. */
    private static int pair(byte[] bytes, int at) {
        return NumberText.isDigit(bytes[at]) && NumberText.isDigit(bytes[at + 1])
                ? (bytes[at] - '0') * 10 + bytes[at + 1] - '0'
                : -1;
    }
}
