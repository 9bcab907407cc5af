package io.github.modelwarden.tabular;

import static java.nio.charset.StandardCharsets.UTF_8;

/** How a format writes text into cells. */
enum Dialect {
    /** A quote inside quotes is doubled; quotes say nothing about the type, since many programs quote every cell. */
    CSV(false) {
        @Override
        String unescaped(byte[] bytes, int start, int end) {
            return plain(bytes, start, end).replace("\"\"", "\"");
        }
    },
    /** Backslashes escape; what stands in quotes is text. */
    JSON(true) {
        @Override
        String unescaped(byte[] bytes, int start, int end) {
            return JsonStrings.unescaped(plain(bytes, start, end));
        }
    },
    /** Text comes as it is. */
    PARQUET(true) {
        @Override
        String unescaped(byte[] bytes, int start, int end) {
            return plain(bytes, start, end);
        }
    };

    private final boolean quotedIsText;

    Dialect(boolean quotedIsText) {
        this.quotedIsText = quotedIsText;
    }

    /** Whether a quoted cell is text even when it looks like a number. */
    boolean quotedIsText() {
        return quotedIsText;
    }

    /** The text of a cell that has escapes. */
    abstract String unescaped(byte[] bytes, int start, int end);

    static String plain(byte[] bytes, int start, int end) {
        return new String(bytes, start, end - start, UTF_8);
    }
}
