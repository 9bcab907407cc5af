package io.github.modelwarden.benchmarks;

import io.github.modelwarden.drift.report.ModelDriftTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The page about changes that are found.
 *
 * @param results what was measured
 */
record PowerPage(ResultFile results) {

    static final List<Sizes> SIZES = Sizes.pairs(300, 1000, 10_000);
    static final List<Categories> CATEGORIES = List.of(Categories.DECLARED_10, Categories.OPEN_500);

    private static final ModelDriftTest ANY_EFFECT = Power.TESTS.get(0);
    private static final ModelDriftTest LARGE_EFFECT = Power.TESTS.get(1);

    private static final String READ = """
            A verdict that raises few false alarms is worth something only if it finds real changes. Here the current rows are
            drawn from a changed distribution, and the tables say in how many runs out of a hundred the feature was called
            drifted: one feature alone, ten bins, alpha 0.05. A number near 5 means that the change was not seen at all, 100 that
            it never escaped. With R runs a share has a 95 % interval of about ±100/√R points in the middle and less at the
            ends. In a report of many features the budget is shared, and each change is a little harder to see.

            _Any effect_ is the test alone. _Minimum effect_ asks in addition for an index of at least 0.01 beyond its noise, as
            reports do unless told otherwise: with many rows this leaves small changes alone on purpose. _KS_ is the
            Kolmogorov–Smirnov test of the same rows, with missing values left out, and _PSI ≥ 0.1_ the usual fixed rule, which
            with few rows is met by unchanged data too (see xref:false-alarms.adoc[False-alarm rates]).""";

    private static final String CHANGES = """
            The changes: the mean moves by 0.1 to 0.5 standard deviations; the variance is 1.5 times as large around the same mean;
            1, 3 or 5 % of the values go missing; 1, 3 or 5 % of the rows get a category that the reference does not have. Amounts
            that are mostly zero stay mostly zero: only the others grow. Counts stay whole numbers: a larger mean is that of
            another geometric distribution, a larger variance that of a negative binomial one. A lognormal variable with a
            larger variance stays lognormal.""";

    private static final String DETECTABLE = """
            Every stable verdict comes with the smallest change that this much data would have shown with a probability of 80 %.
            Here a report on unchanged rows states it, and then that change is made and new rows are tested. _Stated_ is the
            mean of what reports state: a shift in standard deviations, or for categories the share of rows that move into
            the most frequent one. _Up_ and _down_ move all values by it, _mean_ raises the mean in the way that is natural for the
            feature, as above. As promised would be 80 in the direction that shows the shift less, and somewhat more in the other.

            A reference of few rows is rougher than its population, and shifted against itself its roughness looks like a part
            of the change; this is taken off what is stated, and leaves it cautious by a few points. The stated share of rows
            of a category is cautious where many rare categories are compared as one group.

            Where values are whole numbers or mostly zero, moving all values by a little is no natural change: up, no value stays
            where it was, and the change is certain to be found; down by less than the distance of two values, no value
            leaves its bin, and nothing is found. Read the column _mean_ there.""";

    Page write(String command, long seed) {
        Page page = Page.titled(
                        "Power: which changes are found", "How often real changes are called drifted, measured.")
                .paragraph(READ)
                .paragraph(CHANGES)
                .provenance(command, results, seed)
                .section("In short")
                .paragraph("The verdict (any effect) on as many current as reference rows, in per cent.");
        summary(page);
        page.section("Is the stated change found?").paragraph(DETECTABLE);
        detectable(page, "Any effect", ANY_EFFECT);
        detectable(page, "Minimum effect 0.01", LARGE_EFFECT);
        for (Distribution distribution : Distribution.values()) {
            feature(page, distribution.word(), distribution.title(), numericChanges());
        }
        for (Categories categories : CATEGORIES) {
            feature(page, categories.word(), categories.title(), categoricalChanges());
        }
        return page;
    }

    private void summary(Page page) {
        List<Sizes> equal = SIZES.stream()
                .filter(size -> size.reference() == size.current())
                .toList();
        List<String> features =
                Stream.of(Distribution.values()).map(Distribution::word).toList();
        List<List<String>> rows = new ArrayList<>();
        for (String feature : features) {
            for (Sizes size : equal) {
                rows.add(row(
                        feature + ", " + Page.rows(size.reference()),
                        numericChanges(),
                        change -> percent(feature, size, Power.found(ANY_EFFECT, change))));
            }
        }
        page.table(header("Feature, rows", numericChanges()), rows);
        List<List<String>> categorical = new ArrayList<>();
        for (Categories categories : CATEGORIES) {
            for (Sizes size : equal) {
                categorical.add(row(
                        categories.title() + ", " + Page.rows(size.reference()),
                        categoricalChanges(),
                        change -> percent(categories.word(), size, Power.found(ANY_EFFECT, change))));
            }
        }
        page.table(header("Feature, rows", categoricalChanges()), categorical);
    }

    private void feature(Page page, String word, String title, List<String> changes) {
        page.section("Feature: " + title);
        table(page.subsection("Any effect: " + word), word, changes, change -> Power.found(ANY_EFFECT, change));
        table(page.subsection("Minimum effect: " + word), word, changes, change -> Power.found(LARGE_EFFECT, change));
        if (changes.equals(numericChanges())) {
            table(page.subsection("KS: " + word), word, changes, Power::kolmogorovSmirnov);
        }
        table(page.subsection("PSI ≥ 0.1: " + word), word, changes, Power::fixed);
    }

    private void table(Page page, String word, List<String> changes, UnaryOperator<String> outcome) {
        List<List<String>> rows = new ArrayList<>();
        for (Sizes size : SIZES) {
            rows.add(row(size.title(), changes, change -> percent(word, size, outcome.apply(change))));
        }
        page.table(header("Reference, current rows", changes), rows);
    }

    private void detectable(Page page, String title, ModelDriftTest test) {
        page.subsection("Stated and found: " + title.toLowerCase(Locale.ROOT));
        List<List<String>> rows = new ArrayList<>();
        for (Distribution distribution : Distribution.values()) {
            for (Sizes size : SIZES) {
                rows.add(List.of(
                        distribution.word() + ", " + size.title(),
                        stated(distribution.word(), size, test),
                        percent(distribution.word(), size, Power.found(test, "up")),
                        percent(distribution.word(), size, Power.found(test, "down")),
                        percent(distribution.word(), size, Power.found(test, "mean"))));
            }
        }
        page.table(List.of("Feature, reference, current rows", "Stated shift", "Up", "Down", "Mean"), rows);
        List<List<String>> categorical = new ArrayList<>();
        for (Categories categories : CATEGORIES) {
            for (Sizes size : SIZES) {
                categorical.add(List.of(
                        categories.word() + ", " + size.title(),
                        stated(categories.word(), size, test),
                        percent(categories.word(), size, Power.found(test, "up"))));
            }
        }
        page.table(List.of("Feature, reference, current rows", "Stated share of rows", "Found"), categorical);
    }

    private String stated(String feature, Sizes size, ModelDriftTest test) {
        Ratio stated = results.ratio(PowerBenchmark.cell(feature, size), Power.size(test));
        return stated.whole() == 0 ? "–" : String.format(Locale.ROOT, "%.3f", stated.value());
    }

    private String percent(String feature, Sizes size, String outcome) {
        return Page.percent(results.ratio(PowerBenchmark.cell(feature, size), outcome));
    }

    private static List<String> row(String first, List<String> changes, UnaryOperator<String> cell) {
        return Stream.concat(Stream.of(first), changes.stream().map(cell)).toList();
    }

    private static List<String> header(String first, List<String> changes) {
        return Stream.concat(Stream.of(first), changes.stream().map(PowerPage::title))
                .collect(Collectors.toList());
    }

    /** {@code shift-0.1} becomes {@code shift 0.1}, {@code missing-0.01} becomes {@code missing 1 %}. */
    private static String title(String change) {
        int dash = change.indexOf('-');
        if (dash < 0) {
            return change + " ×" + Distribution.MORE;
        }
        String word = change.substring(0, dash);
        double amount = Double.parseDouble(change.substring(dash + 1));
        return word.equals("shift") ? word + " " + amount : word + String.format(Locale.ROOT, " %.0f %%", 100 * amount);
    }

    private static List<String> numericChanges() {
        return List.copyOf(NumericPower.changes(Distribution.NORMAL).keySet());
    }

    private static List<String> categoricalChanges() {
        return Stream.concat(
                        Power.SHARES.stream().map(Power::missing),
                        Power.SHARES.stream().map(Power::newCategory))
                .toList();
    }
}
