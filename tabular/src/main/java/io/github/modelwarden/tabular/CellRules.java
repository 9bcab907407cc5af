package io.github.modelwarden.tabular;

/** Tells what a cell holds. */
final class CellRules {

    private final MissingWords missingWords;

    CellRules(MissingWords missingWords) {
        this.missingWords = missingWords;
    }

    MissingWords missingWords() {
        return missingWords;
    }

    /** The kind of a cell. */
    CellKind kind(Cells cells, int cell) {
        int marks = cells.ends[cell];
        return (marks & Cells.NESTED) != 0
                ? CellKind.NESTED
                : kind(
                        cells.bytes,
                        cells.starts[cell],
                        Cells.position(marks),
                        (marks & Cells.QUOTED) != 0 && cells.dialect.quotedIsText());
    }

    /** Tells whether a cell is blank or a missing word. */
    boolean isMissing(byte[] bytes, int start, int end) {
        int from = afterBlanks(bytes, start, end);
        int to = beforeBlanks(bytes, from, end);
        return from >= to || missingWords.contains(bytes, from, to);
    }

    private CellKind kind(byte[] bytes, int start, int end, boolean isText) {
        int from = afterBlanks(bytes, start, end);
        int to = beforeBlanks(bytes, from, end);
        if (from >= to || missingWords.contains(bytes, from, to)) {
            return CellKind.MISSING;
        }
        if (NumberText.isInfinity(bytes, from, to)) {
            return CellKind.INFINITE;
        }
        if (NumberText.matches(bytes, from, to)) {
            return number(bytes, from, to, isText);
        }
        return TimestampText.matches(bytes, from, to) ? CellKind.TIMESTAMP : CellKind.TEXT;
    }

    private static CellKind number(byte[] bytes, int start, int end, boolean isText) {
        double value = NumberText.parse(bytes, start, end);
        if (Double.isInfinite(value)) {
            return CellKind.INFINITE;
        }
        if (isText) {
            return CellKind.NUMBER_AS_TEXT;
        }
        return NumberText.losesDigits(value, bytes, start, end) ? CellKind.LONG_NUMBER : CellKind.NUMBER;
    }

    private static int afterBlanks(byte[] bytes, int start, int end) {
        int at = start;
        while (at < end && NumberText.isBlank(bytes[at])) {
            at++;
        }
        return at;
    }

    private static int beforeBlanks(byte[] bytes, int start, int end) {
        int at = end;
        while (start < at && NumberText.isBlank(bytes[at - 1])) {
            at--;
        }
        return at;
    }
}
