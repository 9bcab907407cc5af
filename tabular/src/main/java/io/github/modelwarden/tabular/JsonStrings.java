package io.github.modelwarden.tabular;

/** The escapes in JSON strings (RFC 8259, section 7). */
final class JsonStrings {

    private static final int HEX_DIGITS = 4;

    private JsonStrings() {}

    /** The text of a string whose escapes are valid, without its quotes. */
    static String unescaped(String escaped) {
        StringBuilder text = new StringBuilder(escaped.length());
        int at = 0;
        while (at < escaped.length()) {
            char c = escaped.charAt(at++);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            char kind = escaped.charAt(at++);
            if (kind == 'u') {
                text.append((char) Integer.parseInt(escaped, at, at + HEX_DIGITS, 16));
                at += HEX_DIGITS;
            } else {
                text.append(control(kind));
            }
        }
        return text.toString();
    }

    private static char control(char kind) {
        return switch (kind) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> kind;
        };
    }

    /**
     * The length of the escape at a backslash.
     *
     * @return 2, 6 for {@code \}{@code u0041}, or 0 if it is not an escape
     */
    static int escapeLength(byte[] bytes, int backslash, int end) {
        if (backslash + 1 >= end) {
            return 0;
        }
        byte kind = bytes[backslash + 1];
        if (kind == 'u') {
            int to = backslash + 2 + HEX_DIGITS;
            for (int i = backslash + 2; i < to; i++) {
                if (i >= end || Character.digit(bytes[i], 16) < 0) {
                    return 0;
                }
            }
            return 2 + HEX_DIGITS;
        }
        return "\"\\/bfnrt".indexOf(kind) >= 0 ? 2 : 0;
    }
}
