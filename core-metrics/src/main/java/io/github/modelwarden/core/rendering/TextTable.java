package io.github.modelwarden.core.rendering;

import java.util.ArrayList;
import java.util.List;

/** Aligns cells in the columns of a terminal. Not thread-safe. */
public final class TextTable {

    private static final String GAP = "  ";
    private static final char LEFT = 'l';

    private final String alignment;
    private final List<List<String>> lines = new ArrayList<>();

    private TextTable(String alignment) {
        this.alignment = alignment;
    }

    /**
     * A table without lines.
     *
     * @param alignment a letter a column, {@code l} to align it to the left and {@code r} to the right; the last letter
     *     stands for all columns after it too
     * @return the table
     */
    public static TextTable aligned(String alignment) {
        if (!alignment.matches("[lr]+")) {
            throw new IllegalArgumentException(
                    "text table: expected the letters l and r, one a column, but got '" + alignment + "'");
        }
        return new TextTable(alignment);
    }

    /**
     * Adds a line.
     *
     * @param cells its cells; lines may differ in length
     * @return this
     */
    public TextTable line(List<String> cells) {
        lines.add(List.copyOf(cells));
        return this;
    }

    /**
     * Adds a line.
     *
     * @param cells its cells; lines may differ in length
     * @return this
     */
    public TextTable line(String... cells) {
        return line(List.of(cells));
    }

    /** {@return the lines, each ending with a line break, without blanks at their ends} */
    @Override
    public String toString() {
        int[] widths = new int[lines.stream().mapToInt(List::size).max().orElse(0)];
        for (List<String> line : lines) {
            for (int i = 0; i < line.size(); i++) {
                widths[i] = Math.max(widths[i], width(line.get(i)));
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            StringBuilder row = new StringBuilder();
            for (int i = 0; i < line.size(); i++) {
                String blanks = " ".repeat(widths[i] - width(line.get(i)));
                boolean left = alignment.charAt(Math.min(i, alignment.length() - 1)) == LEFT;
                row.append(left ? line.get(i) + blanks : blanks + line.get(i)).append(GAP);
            }
            text.append(row.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
