package io.github.modelwarden.core.performance.rendering;

import io.github.modelwarden.core.performance.Estimate;
import io.github.modelwarden.core.performance.ModelKind;
import io.github.modelwarden.core.performance.PerformanceReport;
import io.github.modelwarden.core.performance.ReliabilityBin;
import io.github.modelwarden.core.performance.ReportedClass;
import io.github.modelwarden.core.performance.ReportedMatrix;
import io.github.modelwarden.core.performance.ReportedMetric;
import io.github.modelwarden.core.performance.ReportedRows;
import io.github.modelwarden.core.rendering.Html;
import io.github.modelwarden.core.rendering.Numbers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A performance report as one HTML page: no script, nothing fetched, readable on a phone and in print. */
public final class PerformanceHtml {

    private static final String END_OF_TABLE = "</tbody></table></div>\n";
    private static final List<String> LEADING =
            List.of("roc_auc", "f1", "accuracy", "f1_macro", "roc_auc_ovr_macro", "mae", "rmse", "r2");
    private static final int LEADING_METRICS = 3;
    private static final double SMALL = 1e-3;
    private static final double TEN = 10;
    private static final double LARGE = 1e7;

    private final PerformanceReport report;
    private final Html page;

    private PerformanceHtml(PerformanceReport report) {
        this.report = report;
        this.page = Html.page("Performance report: " + headline(report));
    }

    /**
     * Writes a report.
     *
     * @param report the report
     * @return the text of the page
     */
    public static String of(PerformanceReport report) {
        return new PerformanceHtml(report).render();
    }

    private String render() {
        head();
        charts();
        matrix();
        metrics();
        classes();
        reliability();
        foot();
        return page.end();
    }

    private static String headline(PerformanceReport report) {
        String metrics = leading(report)
                .map(metric -> MetricTitles.brief(metric.name()) + " "
                        + number(metric.estimate().orElseThrow().value()))
                .collect(Collectors.joining(", "));
        return metrics.isEmpty() ? "Nothing could be measured" : sentence(metrics);
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** Four decimals for ratios, so that they stand below each other; two for quantities. */
    private static String number(double value) {
        double size = Math.abs(value);
        return size != 0 && (size < SMALL || size >= LARGE)
                ? Numbers.plain(value)
                : String.format(Locale.ROOT, size < TEN ? "%.4f" : "%.2f", value);
    }

    private static Stream<ReportedMetric> leading(PerformanceReport report) {
        return LEADING.stream()
                .flatMap(name -> report.metrics().stream()
                        .filter(metric ->
                                metric.name().equals(name) && metric.estimate().isPresent()))
                .limit(LEADING_METRICS);
    }

    private void head() {
        ReportedRows rows = report.rows();
        page.raw("<header>\n").element("h1", "", headline(report));
        page.element("p", "lead", lead());
        page.raw("<dl class=\"facts\">\n");
        report.source().ifPresent(source -> fact("Data", source));
        fact(
                "Kind of model",
                word(report.kind())
                        + report.kindReason().map(why -> ", because " + why).orElse(", as it was set"));
        report.positive().ifPresent(positive -> fact("Positive class", positive));
        fact("Rows", Numbers.rows(rows.rows()));
        fact(
                "With a label",
                Numbers.rows(rows.labeled())
                        + (rows.coverage().isPresent()
                                ? ", a coverage of "
                                        + Numbers.percent(rows.coverage().getAsDouble())
                                : ""));
        if (rows.unpredicted() > 0) {
            fact("Labelled, without a prediction", Numbers.rows(rows.unpredicted()));
        }
        if (rows.unscored() > 0) {
            fact("Labelled, without a score", Numbers.rows(rows.unscored()));
        }
        page.raw("</dl>\n");
        report.notes().forEach(page::note);
        page.raw("</header>\n");
    }

    private static String word(ModelKind kind) {
        return switch (kind) {
            case BINARY -> "classifier of two classes";
            case MULTICLASS -> "classifier of several classes";
            case REGRESSION -> "regression";
        };
    }

    private String lead() {
        String ranges = leading(report)
                .filter(metric -> metric.estimate().orElseThrow().lower().isPresent())
                .map(metric -> MetricTitles.brief(metric.name()) + " " + range(metric.estimate()))
                .collect(Collectors.joining(", "));
        return ranges.isEmpty()
                ? "No metric has an interval; the reasons stand below."
                : "With a confidence of " + confidence() + " the true values lie in: " + ranges + ".";
    }

    private String confidence() {
        return Numbers.plain(100 * report.confidence()) + " %";
    }

    private void fact(String name, String value) {
        page.element("dt", "", name).element("dd", "", value);
    }

    private static String range(Optional<Estimate> estimate) {
        return estimate.filter(e -> e.lower().isPresent())
                .map(e -> bound(e.lower().getAsDouble()) + " to "
                        + bound(e.upper().getAsDouble()))
                .orElse("–");
    }

    private static String bound(double value) {
        return Double.isInfinite(value) ? "∞" : number(value);
    }

    private void charts() {
        if (report.rocCurve().isEmpty() && report.reliability().isEmpty()) {
            return;
        }
        page.raw("<div class=\"charts\">\n");
        if (!report.rocCurve().isEmpty()) {
            page.raw("<figure>\n").element("h2", "", "ROC curve");
            SquareChart.roc(report.rocCurve(), page);
            page.element(
                            "figcaption",
                            "soft",
                            "Share of the positives found (up) against share of the negatives wrongly called positive"
                                    + " (right), for every threshold. Dashed: guessing.")
                    .raw("</figure>\n");
        }
        if (!report.reliability().isEmpty()) {
            page.raw("<figure>\n").element("h2", "", "Reliability");
            SquareChart.reliability(report.reliability(), report.confidence(), page);
            page.element(
                            "figcaption",
                            "soft",
                            (report.kind() == ModelKind.BINARY
                                            ? "Share of positives"
                                            : "How often the class with the highest score was right")
                                    + " (up) against what the scores promised (right), with " + confidence()
                                    + " intervals; larger dots are more rows. Dashed: scores that keep their promise.")
                    .raw("</figure>\n");
        }
        page.raw("</div>\n");
    }

    private void matrix() {
        if (report.matrix().isEmpty()) {
            return;
        }
        ReportedMatrix matrix = report.matrix().get();
        page.element("h2", "", "Confusion matrix")
                .element("p", "soft", "Rows: what was true. Columns: what was predicted.")
                .raw("<div class=\"scroll\"><table class=\"matrix\">\n<thead><tr><th></th>");
        matrix.labels().forEach(label -> page.element("th", "number", label));
        page.raw("</tr></thead>\n<tbody>\n");
        for (int i = 0; i < matrix.labels().size(); i++) {
            long total =
                    matrix.counts().get(i).stream().mapToLong(Long::longValue).sum();
            page.raw("<tr>").element("th", "", matrix.labels().get(i));
            for (int j = 0; j < matrix.labels().size(); j++) {
                long count = matrix.counts().get(i).get(j);
                page.raw("<td class=\"number" + (i == j ? " right" : "") + "\">")
                        .element("span", "count", Numbers.rows(count))
                        .element("span", "soft", count == 0 ? "" : Numbers.percent((double) count / total))
                        .raw("</td>");
            }
            page.raw("</tr>\n");
        }
        page.raw(END_OF_TABLE);
    }

    private void metrics() {
        page.raw("<h2>All metrics</h2>\n<div class=\"scroll\"><table>\n<thead><tr><th>Metric</th>")
                .raw("<th class=\"number\">Value</th>")
                .element("th", "number", confidence() + " interval")
                .raw("<th class=\"number wide\">Rows</th><th class=\"wide\">Method</th></tr></thead>\n<tbody>\n");
        for (ReportedMetric metric : report.metrics()) {
            page.raw("<tr>").element("td", "name", MetricTitles.of(metric.name()));
            if (metric.estimate().isPresent()) {
                Estimate estimate = metric.estimate().get();
                page.element("td", "number", number(estimate.value()))
                        .element("td", "number", range(metric.estimate()))
                        .element("td", "number wide", Numbers.rows(estimate.sampleCount()))
                        .element("td", "wide", estimate.method().word());
            } else {
                page.raw("<td class=\"soft\" colspan=\"4\">")
                        .raw(Html.escape("undefined: " + metric.reason().orElseThrow()))
                        .raw("</td>");
            }
            page.raw("</tr>\n");
        }
        page.raw(END_OF_TABLE);
    }

    private void classes() {
        if (report.classes().isEmpty()) {
            return;
        }
        page.raw("<h2>Classes</h2>\n<div class=\"scroll\"><table>\n<thead><tr><th>Class</th>")
                .raw("<th class=\"number\">Rows</th>");
        report.classes()
                .get(0)
                .metrics()
                .forEach(metric -> page.element("th", "number", MetricTitles.of(metric.name())));
        page.raw("</tr></thead>\n<tbody>\n");
        for (ReportedClass reported : report.classes()) {
            page.raw("<tr>")
                    .element("td", "name", reported.label())
                    .element("td", "number", Numbers.rows(reported.support()));
            for (ReportedMetric metric : reported.metrics()) {
                page.raw("<td class=\"number\">")
                        .element(
                                "span",
                                "count",
                                metric.estimate().map(e -> number(e.value())).orElse("–"))
                        .element("span", "soft", metric.estimate().isPresent() ? range(metric.estimate()) : "undefined")
                        .raw("</td>");
            }
            page.raw("</tr>\n");
        }
        page.raw(END_OF_TABLE);
    }

    private void reliability() {
        if (report.reliability().isEmpty()) {
            return;
        }
        page.raw("<details><summary>The reliability curve in numbers</summary>\n<div class=\"scroll\"><table>\n")
                .raw("<thead><tr><th>Score</th><th class=\"number\">Rows</th><th class=\"number\">Mean score</th>")
                .element("th", "number", report.kind() == ModelKind.BINARY ? "Positive" : "Right")
                .element("th", "number", confidence() + " interval")
                .raw("</tr></thead>\n<tbody>\n");
        for (ReliabilityBin bin : report.reliability()) {
            Estimate share = bin.positiveShareEstimate(report.confidence());
            page.raw("<tr>")
                    .element("td", "", Numbers.plain(bin.lower()) + " to " + Numbers.plain(bin.upper()))
                    .element("td", "number", Numbers.rows(bin.count()))
                    .element("td", "number", number(bin.meanScore()))
                    .element("td", "number", number(share.value()))
                    .element("td", "number", range(Optional.of(share)))
                    .raw("</tr>\n");
        }
        page.raw("</tbody></table></div></details>\n");
    }

    private void foot() {
        page.raw("<footer class=\"foot\">\n")
                .element(
                        "p",
                        "",
                        "Intervals hold for rows that are independent of each other, and for the rows that have a label: if"
                                + " labels arrive sooner for some rows than for others, these stand for themselves only.")
                .element("p", "", "Written by Modelwarden.")
                .raw("</footer>\n");
    }
}
