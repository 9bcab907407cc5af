package io.github.modelwarden.tabular;

import java.nio.file.Path;
import java.util.Arrays;

/**
 * Reads one line as a JSON object (RFC 8259) and says where its values are. Also takes the words {@code NaN} and
 * {@code Infinity} that Python writes, and every number that CSV may hold. What is inside objects and lists is only
 * checked for strings and brackets, since they are not read.
 */
final class JsonLine {

    private static final int DEEPEST = 512;
    private static final boolean[] ENDS_WORD = new boolean[256];

    static {
        Arrays.fill(ENDS_WORD, 0, ' ' + 1, true);
        for (char c : ",:]}\"[{".toCharArray()) {
            ENDS_WORD[c] = true;
        }
    }

    private final Path file;
    private final JsonKeys keys;
    private final boolean hidesText;
    private byte[] bytes = new byte[0];
    private int at;
    private int start;
    private int end;
    private long line;
    private boolean hasEscapes;

    /** With {@code hidesText}, errors do not show what the line holds. */
    JsonLine(Path file, JsonKeys keys, boolean hidesText) {
        this.file = file;
        this.keys = keys;
        this.hidesText = hidesText;
    }

    Path file() {
        return file;
    }

    /** Takes the values of an object. */
    interface Values {

        /** Tells whether words and numbers have to be valid, or will be checked another time. */
        boolean checksWords();

        /** Tells whether the object has not had a value for this key yet. */
        boolean isNew(int column);

        /** A value: where it starts, and where it ends with its marks; empty if it is null. */
        void accept(int column, int start, int end);
    }

    void parse(byte[] source, int from, int to, long lineNumber, Values values) {
        requireObject(source, from, to, lineNumber);
        at++;
        if (afterBlanks() == '}') {
            at++;
        } else {
            members(values);
        }
        if (afterBlanks() != 0) {
            throw invalid("expected the line to end after the object but got " + shown() + "; write one object a line");
        }
    }

    /** Refuses a line that starts with something else than an object, though it may be cut. */
    void requireObject(byte[] source, int from, int to, long lineNumber) {
        bytes = source;
        start = from;
        at = from;
        end = to;
        line = lineNumber;
        int first = afterBlanks();
        if (first != '{' && first != 0) {
            throw invalid("expected an object such as {\"age\": 41} but got " + shown()
                    + (first == '[' ? "; write one object a line, without a list around them" : ""));
        }
    }

    private void members(Values values) {
        int column = -1;
        while (true) {
            column = key(column + 1, values);
            if (afterBlanks() != ':') {
                throw invalid("expected ':' after a key but got " + shown());
            }
            at++;
            value(column, values);
            int next = afterBlanks();
            if (next != ',' && next != '}') {
                throw invalid("expected ',' or '}' after a value but got " + shown());
            }
            at++;
            if (next == '}') {
                return;
            }
        }
    }

    private int key(int guess, Values values) {
        if (afterBlanks() != '"') {
            throw invalid("expected a key in quotes but got " + shown());
        }
        int from = at + 1;
        int guessed = keys.length(bytes, from, end, guess);
        if (guessed >= 0 && values.isNew(guess)) {
            at = from + guessed + 1;
            return guess;
        }
        string();
        int to = at - 1;
        int column = hasEscapes
                ? keys.column(JsonStrings.unescaped(Dialect.plain(bytes, from, to)))
                : keys.column(Dialect.plain(bytes, from, to));
        if (column < 0) {
            throw invalid("the key '" + Dialect.plain(bytes, from, to)
                    + "' was not in the file a moment ago; do not change the file while it is read");
        }
        if (!values.isNew(column)) {
            throw invalid("the key '" + Dialect.plain(bytes, from, to)
                    + "' occurs twice in the object; keep one, since columns are matched by name");
        }
        return column;
    }

    private void value(int column, Values values) {
        int first = afterBlanks();
        int from = at;
        if (first == '"') {
            string();
            values.accept(column, from + 1, (at - 1) | Cells.QUOTED | (hasEscapes ? Cells.ESCAPED : 0));
        } else if (first == '{' || first == '[') {
            nested();
            values.accept(column, from, at | Cells.NESTED);
        } else {
            while (at < end && !ENDS_WORD[bytes[at] & 0xFF]) {
                at++;
            }
            boolean isNothing = isWord(from, "null") || isWord(from, "NaN");
            if (!isNothing && values.checksWords() && !isValue(from)) {
                at = from;
                throw invalid("expected a value but got " + shown());
            }
            values.accept(column, from, isNothing ? from : at);
        }
    }

    private boolean isValue(int from) {
        return NumberText.matches(bytes, from, at)
                || isWord(from, "true")
                || isWord(from, "false")
                || isWord(from, "Infinity")
                || isWord(from, "-Infinity");
    }

    private boolean isWord(int from, String word) {
        if (at - from != word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (bytes[from + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Moves from a quote to the byte after the one that closes it. */
    private void string() {
        int opening = at;
        hasEscapes = false;
        at++;
        while (at < end && bytes[at] != '"') {
            if (bytes[at] == '\\') {
                int length = JsonStrings.escapeLength(bytes, at, end);
                if (length == 0) {
                    throw invalid("the backslash starts no escape of JSON; write \\\\ for a backslash");
                }
                hasEscapes = true;
                at += length;
            } else {
                at++;
            }
        }
        if (at >= end) {
            at = opening;
            throw invalid("the string that starts here does not end in its line; write \\n for a line break in a text");
        }
        at++;
    }

    private void nested() {
        int opening = at;
        byte[] closing = new byte[DEEPEST];
        int depth = 0;
        while (at < end) {
            byte b = bytes[at];
            if (b == '"') {
                string();
                continue;
            }
            if (b == '{' || b == '[') {
                if (depth == DEEPEST) {
                    throw invalid("objects and lists are nested deeper than " + DEEPEST);
                }
                closing[depth++] = (byte) (b + 2); // in ASCII, each closing bracket is two after its opening one
            } else if (b == '}' || b == ']') {
                if (closing[--depth] != b) {
                    throw invalid("expected '" + (char) closing[depth] + "' but got " + shown());
                }
                if (depth == 0) {
                    at++;
                    return;
                }
            }
            at++;
        }
        at = opening;
        throw invalid("the object or list that starts here does not end in its line; write one object a line");
    }

    private int next() {
        return at < end ? bytes[at] : 0;
    }

    /** Passes over blanks; gives the byte there, 0 at the end of the line. */
    private int afterBlanks() {
        while (at < end && NumberText.isBlank(bytes[at])) {
            at++;
        }
        return next();
    }

    private String shown() {
        if (at >= end) {
            return "the end of the line, though each line is an object";
        }
        if (hidesText) {
            return "something else";
        }
        String rest = Dialect.plain(bytes, at, end);
        return "'" + (rest.length() > 20 ? rest.substring(0, 20) + "…" : rest) + "'";
    }

    private TabularException invalid(String problem) {
        return TabularException.inLine(
                file, line, "is not valid JSON at character " + (characters() + 1) + ": " + problem);
    }

    private int characters() {
        return Dialect.plain(bytes, start, Math.min(at, end)).length();
    }
}
