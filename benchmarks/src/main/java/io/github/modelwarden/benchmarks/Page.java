package io.github.modelwarden.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** A generated page of the documentation, in AsciiDoc. */
final class Page {

    private final StringBuilder text = new StringBuilder();

    private Page() {}

    /**
     * Starts a page.
     *
     * @param title the heading
     * @param description the page in a sentence
     * @return the page
     */
    static Page titled(String title, String description) {
        Page page = new Page();
        page.text.append("= ").append(title).append("\n:siteroot: ..\n:description: ");
        page.text.append(description).append("\n");
        return page;
    }

    /** Adds a paragraph, or several with empty lines between them. */
    Page paragraph(String paragraph) {
        text.append('\n').append(paragraph.strip()).append('\n');
        return this;
    }

    Page section(String heading) {
        text.append("\n== ").append(heading).append('\n');
        return this;
    }

    Page subsection(String heading) {
        text.append("\n=== ").append(heading).append('\n');
        return this;
    }

    /**
     * Adds a table.
     *
     * @param header the names of the columns; all but the first hold numbers
     * @param rows the cells of each row
     * @return this
     */
    Page table(List<String> header, List<List<String>> rows) {
        StringJoiner columns = new StringJoiner(",");
        for (int i = 0; i < header.size(); i++) {
            columns.add(i == 0 ? "2" : ">1");
        }
        text.append("\n[cols=\"").append(columns).append("\",options=\"header\"]\n|===\n");
        text.append(line(header)).append("\n");
        rows.forEach(row -> text.append(line(row)));
        text.append("|===\n");
        return this;
    }

    private static String line(List<String> cells) {
        return "|" + String.join(" |", cells) + "\n";
    }

    /** Says how the page was made. */
    Page provenance(String command, ResultFile results, long seed) {
        return paragraph("Generated, do not edit: `" + command + "`")
                .paragraph("Commit " + String.join(", ", results.commits()) + ", JDK " + Runtime.version() + ", seed "
                        + seed + ". The counts behind the tables are in `" + results.name()
                        + "`, next to the source of this page.");
    }

    /** {@return a share in per cent, with one digit after the point; a dash for nothing} */
    static String percent(Ratio ratio) {
        return ratio.whole() == 0 ? "–" : String.format(Locale.ROOT, "%.1f", 100 * ratio.value());
    }

    /** {@return a share in per cent with its 95 % interval; a dash for nothing} */
    static String interval(Ratio ratio) {
        return ratio.whole() == 0
                ? "–"
                : String.format(
                        Locale.ROOT, "%.1f (%.1f–%.1f)", 100 * ratio.value(), 100 * ratio.low(), 100 * ratio.high());
    }

    /** {@return a number of rows with thousands apart} */
    static String rows(long rows) {
        return String.format(Locale.ROOT, "%,d", rows).replace(",", "{nbsp}");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
