package io.github.modelwarden.benchmarks;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * A column of a table with a row for each pair of sizes.
 *
 * @param title its heading
 * @param outcome the outcome that it shows
 * @param text what it says about a cell
 */
record Column(String title, String outcome, BiFunction<ResultFile, String, String> text) {

    private static final double LOWEST = 0.03;
    private static final double HIGHEST = 0.065;

    /** The share of runs, marked where it is not as wanted, with its interval. */
    static Column interval(String title, String outcome) {
        return new Column(title, outcome, (results, cell) -> {
            Ratio ratio = results.ofRuns(cell, outcome);
            return Page.interval(ratio) + mark(ratio);
        });
    }

    /** The share of runs, marked where it is not as wanted. */
    static Column marked(String title, String outcome) {
        return new Column(title, outcome, (results, cell) -> marked(results.ofRuns(cell, outcome)));
    }

    /** The share of runs. */
    static Column plain(String title, String outcome) {
        return new Column(title, outcome, (results, cell) -> Page.percent(results.ofRuns(cell, outcome)));
    }

    /** The share of runs with its interval, marked where it exceeds alpha by more than chance explains. */
    static Column budget(String title, String outcome) {
        return new Column(title, outcome, (results, cell) -> {
            Ratio ratio = results.ofRuns(cell, outcome);
            return Page.interval(ratio) + (ratio.low() > Tests.ALPHA ? "{nbsp}▲" : "");
        });
    }

    /** The share of runs that came to an end, or to a verdict. */
    static Column given(String title, String outcome) {
        return new Column(title, outcome, (results, cell) -> {
            long runs = results.runs(cell);
            return runs == 0
                    ? "–"
                    : Page.percent(new Ratio(results.ratio(cell, outcome).whole(), runs));
        });
    }

    /** {@return a share in per cent, with ▼ below the wanted range and ▲ above} */
    static String marked(Ratio ratio) {
        return Page.percent(ratio) + mark(ratio);
    }

    private static String mark(Ratio ratio) {
        if (ratio.value() < LOWEST) {
            return "{nbsp}▼";
        }
        return ratio.value() > HIGHEST ? "{nbsp}▲" : "";
    }

    /** {@return the headings of some columns behind a first one} */
    static List<String> header(String first, List<Column> columns) {
        return Stream.concat(Stream.of(first), columns.stream().map(Column::title))
                .toList();
    }

    /** {@return the row of a cell} */
    static List<String> row(String first, List<Column> columns, ResultFile results, String cell) {
        return Stream.concat(
                        Stream.of(first),
                        columns.stream().map(column -> column.text().apply(results, cell)))
                .toList();
    }
}
