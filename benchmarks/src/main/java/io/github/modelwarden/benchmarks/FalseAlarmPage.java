package io.github.modelwarden.benchmarks;

import io.github.modelwarden.drift.correction.Correction;
import io.github.modelwarden.drift.multivariate.DomainClassifier;
import io.github.modelwarden.drift.multivariate.MaximumMeanDiscrepancy;
import io.github.modelwarden.drift.multivariate.PcaReconstruction;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The page about false alarms.
 *
 * @param results what was measured
 */
record FalseAlarmPage(ResultFile results) {

    static final List<Sizes> SIZES = Sizes.pairs(100, 300, 1000, 10_000, 100_000);
    static final List<Sizes> MULTIVARIATE_SIZES = Sizes.pairs(100, 300, 1000);

    private static final String ROWS = "Reference, current rows";

    private static final List<Column> NUMERIC_VERDICTS = List.of(
            Column.interval("Verdict, 10 bins", Tests.VERDICT + NumericTests.suffix(10)),
            Column.interval("Verdict, 20 bins", Tests.VERDICT + NumericTests.suffix(20)),
            Column.plain("PSI ≥ 0.1, 10 bins", Tests.FIXED + NumericTests.suffix(10)),
            Column.plain("PSI ≥ 0.1, 20 bins", Tests.FIXED + NumericTests.suffix(20)));

    private static final List<Column> NUMERIC_TESTS = List.of(
            Column.marked("JS, 10 bins", Tests.JENSEN_SHANNON + NumericTests.suffix(10)),
            Column.marked("JS, 20 bins", Tests.JENSEN_SHANNON + NumericTests.suffix(20)),
            Column.marked("Hellinger, 10 bins", Tests.HELLINGER + NumericTests.suffix(10)),
            Column.marked("Hellinger, 20 bins", Tests.HELLINGER + NumericTests.suffix(20)),
            Column.marked("KS", NumericTests.KS),
            Column.marked("KS over cells", NumericTests.KS_CELLS),
            Column.marked("Cramér–von Mises", NumericTests.CRAMER_VON_MISES),
            Column.marked("Anderson–Darling", NumericTests.ANDERSON_DARLING),
            Column.marked("Mann–Whitney", NumericTests.MANN_WHITNEY),
            Column.marked("Welch t", NumericTests.WELCH),
            Column.marked("Wasserstein", NumericTests.WASSERSTEIN),
            Column.marked("Energy", NumericTests.ENERGY));

    private static final List<Column> CATEGORICAL_VERDICTS = List.of(
            Column.interval("False verdicts", Tests.VERDICT),
            Column.given("Verdict possible", Tests.VERDICT),
            Column.plain("PSI ≥ 0.1", Tests.FIXED));

    private static final List<Column> CATEGORICAL_TESTS = List.of(
            Column.marked("Chi-square", CategoricalTests.CHI_SQUARE),
            Column.marked("JS", Tests.JENSEN_SHANNON),
            Column.marked("Hellinger, all categories", Tests.HELLINGER),
            Column.marked("Chi-square, all categories", CategoricalTests.CHI_SQUARE_ALL),
            Column.marked("the same, matched moments", CategoricalTests.MATCHED));

    private static final List<Column> MODELS = Stream.concat(
                    ModelReports.CORRECTIONS.stream()
                            .map(correction -> Column.budget(title(correction), ModelReports.name(correction, false))),
                    ModelReports.CORRECTIONS.stream()
                            .map(correction -> Column.plain(
                                    title(correction) + ", minimum effect", ModelReports.name(correction, true))))
            .toList();

    private static final List<Column> MULTIVARIATE = List.of(
            Column.interval("Maximum mean discrepancy", MaximumMeanDiscrepancy.NAME),
            Column.interval("Domain classifier", DomainClassifier.NAME),
            Column.interval("PCA reconstruction", PcaReconstruction.NAME));

    private static String title(Correction correction) {
        return switch (correction) {
            case HOLM -> "Holm";
            case BENJAMINI_HOCHBERG -> "Benjamini–Hochberg";
            case BENJAMINI_YEKUTIELI -> "Benjamini–Yekutieli";
            case NONE -> "none";
        };
    }

    Page write(String command, long seed) {
        Page page = Page.titled(
                        "False alarms: how often unchanged data is called drifted",
                        "How often unchanged data is called drifted, measured.")
                .paragraph(FalseAlarmText.READ)
                .provenance(command, results, seed);
        summary(page.section("In short"));
        page.section("Whole reports of 20 features").paragraph(FalseAlarmText.MODELS);
        for (boolean correlated : new boolean[] {false, true}) {
            page.subsection(correlated ? "Correlated features" : "Independent features");
            table(page, SIZES, MODELS, size -> FalseAlarmBenchmark.modelCell(correlated, size));
        }
        page.section("All features together").paragraph(FalseAlarmText.MULTIVARIATE);
        table(page, MULTIVARIATE_SIZES, MULTIVARIATE, FalseAlarmBenchmark::multivariateCell);
        page.section("Cells outside the range").paragraph(FalseAlarmText.OUTSIDE);
        for (Distribution distribution : Distribution.values()) {
            page.section("Feature: " + distribution.title());
            table(page, SIZES, NUMERIC_VERDICTS, size -> FalseAlarmBenchmark.singleCell(distribution.word(), size));
            table(page, SIZES, NUMERIC_TESTS, size -> FalseAlarmBenchmark.singleCell(distribution.word(), size));
        }
        for (Categories categories : Categories.values()) {
            page.section("Feature: " + categories.title());
            table(page, SIZES, CATEGORICAL_VERDICTS, size -> FalseAlarmBenchmark.singleCell(categories.word(), size));
            table(page, SIZES, CATEGORICAL_TESTS, size -> FalseAlarmBenchmark.singleCell(categories.word(), size));
        }
        return page;
    }

    private void table(Page page, List<Sizes> sizes, List<Column> columns, Function<Sizes, String> cell) {
        page.table(
                Column.header(ROWS, columns),
                sizes.stream()
                        .map(size -> Column.row(size.title(), columns, results, cell.apply(size)))
                        .toList());
    }

    private void summary(Page page) {
        List<List<String>> rows = new ArrayList<>();
        for (Distribution distribution : Distribution.values()) {
            for (int bins : NumericTests.BINS) {
                String suffix = NumericTests.suffix(bins);
                rows.add(extremes(distribution.title() + ", " + bins + " bins", distribution.word(), suffix));
            }
        }
        for (Categories categories : Categories.values()) {
            rows.add(extremes(categories.title(), categories.word(), ""));
        }
        page.paragraph(FalseAlarmText.SUMMARY)
                .table(
                        List.of(
                                "Feature",
                                "Verdict, lowest",
                                "Verdict, highest",
                                "PSI ≥ 0.1, lowest",
                                "PSI ≥ 0.1, highest"),
                        rows)
                .paragraph("The other tests in the same way, lowest to highest.");
        tests(page, NUMERIC_TESTS, Stream.of(Distribution.values()).map(Distribution::word));
        tests(page, CATEGORICAL_TESTS, Stream.of(Categories.values()).map(Categories::word));
    }

    private List<String> extremes(String title, String feature, String suffix) {
        Extremes verdict = Extremes.of(results, feature, Tests.VERDICT + suffix);
        Extremes fixed = Extremes.of(results, feature, Tests.FIXED + suffix);
        return List.of(
                title,
                Column.marked(verdict.least()),
                Column.marked(verdict.most()),
                Page.percent(fixed.least()),
                Page.percent(fixed.most()));
    }

    private void tests(Page page, List<Column> tests, Stream<String> words) {
        List<String> features = words.toList();
        List<List<String>> rows = new ArrayList<>();
        for (Column test : tests) {
            List<String> row = new ArrayList<>(List.of(test.title()));
            for (String feature : features) {
                Extremes extremes = Extremes.of(results, feature, test.outcome());
                row.add(Column.marked(extremes.least()) + " to " + Column.marked(extremes.most()));
            }
            rows.add(row);
        }
        page.table(Stream.concat(Stream.of("Test"), features.stream()).toList(), rows);
    }
}
