package io.github.modelwarden.cli;

import java.util.List;

/** Aligns cells in columns of a terminal. */
final class TextTable {

    private static final String GAP = "  ";

    private TextTable() {}

    /**
     * Writes lines.
     *
     * @param lines cells of each line, as many in all of them
     * @param leftColumns the first and the last columns that are aligned to the left: so many of the first, all after the
     *     fourth
     * @param text where to
     */
    static void append(List<String[]> lines, int leftColumns, StringBuilder text) {
        int[] widths = new int[lines.get(0).length];
        for (String[] line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line[i].length());
            }
        }
        for (String[] line : lines) {
            StringBuilder row = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String blanks = " ".repeat(widths[i] - line[i].length());
                row.append(i < leftColumns || i >= leftColumns + 2 ? line[i] + blanks : blanks + line[i])
                        .append(GAP);
            }
            text.append(row.toString().stripTrailing()).append('\n');
        }
    }
}
