package io.github.modelwarden.drift.rendering;

import io.github.modelwarden.core.data.FeatureType;
import io.github.modelwarden.core.rendering.Html;
import io.github.modelwarden.core.rendering.Numbers;
import io.github.modelwarden.drift.TestStatistic;
import io.github.modelwarden.drift.correction.Correction;
import io.github.modelwarden.drift.report.DriftReport;
import io.github.modelwarden.drift.report.Evidence;
import io.github.modelwarden.drift.report.FeatureDrift;
import io.github.modelwarden.drift.report.FeatureSummary;
import io.github.modelwarden.drift.report.JointDrift;
import java.util.List;
import java.util.Locale;

/** A drift report as one HTML page: no script, nothing fetched, readable on a phone and in print. */
public final class DriftHtml {

    private final ReportSubject subject;
    private final DriftReport report;
    private final List<FeatureDrift> ranked;
    private final boolean scored;
    private final Html page;

    private DriftHtml(ReportSubject subject, DriftReport report) {
        this.subject = subject;
        this.report = report;
        this.ranked = report.ranked();
        this.scored = ranked.stream()
                .anyMatch(feature -> feature.evidence().outputEffect().isPresent());
        this.page = Html.page("Drift report: " + Headline.of(report));
    }

    /**
     * Writes a report.
     *
     * @param subject what it is about
     * @param report the report
     * @return the text of the page
     */
    public static String of(ReportSubject subject, DriftReport report) {
        return new DriftHtml(subject, report).render();
    }

    private String render() {
        head();
        overview();
        joint();
        for (int i = 0; i < ranked.size(); i++) {
            feature(ranked.get(i), i);
        }
        foot();
        return page.end();
    }

    private void head() {
        page.raw("<header>\n")
                .element("h1", report.verdict(), Headline.of(report))
                .element("p", "lead", Headline.promise(report))
                .raw("<dl class=\"facts\">\n")
                .element("dt", "", "Reference")
                .element("dd", "", subject.reference() + ", " + Numbers.withUnit(subject.referenceRows()))
                .element("dt", "", "Current")
                .element("dd", "", subject.current() + ", " + Numbers.withUnit(subject.currentRows()))
                .element("dt", "", "False-alarm budget")
                .element("dd", "", budget())
                .raw("</dl>\n");
        for (String note : subject.notes()) {
            page.note(note);
        }
        page.raw("</header>\n");
    }

    private String budget() {
        return String.format(
                Locale.ROOT,
                "alpha %s, %s; changes below a PSI of %s beyond the expected noise are not called drift",
                Numbers.plain(report.alpha()),
                correction(report.correction()),
                Numbers.plain(report.minimumEffect()));
    }

    private static String correction(Correction correction) {
        return switch (correction) {
            case HOLM -> "Holm's correction";
            case BENJAMINI_HOCHBERG -> "Benjamini and Hochberg's correction";
            case BENJAMINI_YEKUTIELI -> "Benjamini and Yekutieli's correction";
            case NONE -> "no correction, so it holds for each feature alone";
        };
    }

    private void overview() {
        page.raw("<h2>Features</h2>\n<div class=\"scroll\"><table>\n<thead><tr><th>Feature</th><th>Verdict</th>")
                .raw("<th class=\"number\">PSI</th><th class=\"number\">p, corrected</th>")
                .raw("<th class=\"number\">Detectable PSI</th>")
                .raw(scored ? "<th class=\"number\">Score moves by</th>" : "")
                .raw("<th class=\"wide\">What moved most</th></tr></thead>\n<tbody>\n");
        for (int i = 0; i < ranked.size(); i++) {
            FeatureDrift feature = ranked.get(i);
            page.raw("<tr><td class=\"name\"><a href=\"#f" + i + "\">" + Html.escape(feature.feature()) + "</a></td>")
                    .element(
                            "td",
                            "verdict " + feature.result().verdict(),
                            feature.result().verdict())
                    .element(
                            "td",
                            "number",
                            feature.deciding()
                                    .map(test -> Numbers.plain(test.value()))
                                    .orElse("–"))
                    .element("td", "number", Numbers.pValue(feature.adjustedPValue()))
                    .element("td", "number", detectable(feature));
            if (scored) {
                page.element("td", "number", Numbers.plain(feature.evidence().outputEffect()));
            }
            page.element("td", "wide", Movers.brief(feature)).raw("</tr>\n");
        }
        page.raw("</tbody></table></div>\n");
    }

    private static String detectable(FeatureDrift feature) {
        return feature.evidence()
                .detectable()
                .map(change -> Numbers.plain(change.psi()))
                .orElse("–");
    }

    private void joint() {
        if (report.joint().isEmpty()) {
            return;
        }
        page.raw(
                        "<h2>All features together</h2>\n<div class=\"scroll\"><table>\n<thead><tr><th>Test</th><th>Verdict</th>")
                .raw("<th class=\"number\">Value</th><th class=\"number\">p, corrected</th></tr></thead>\n<tbody>\n");
        for (JointDrift test : report.joint()) {
            page.raw("<tr>")
                    .element("td", "name", test.test())
                    .element(
                            "td",
                            "verdict " + test.result().verdict(),
                            test.result().verdict())
                    .element(
                            "td",
                            "number",
                            test.measured()
                                    .map(found ->
                                            Numbers.plain(found.statistic().value()))
                                    .orElse("–"))
                    .element("td", "number", Numbers.pValue(test.adjustedPValue()))
                    .raw("</tr>\n");
        }
        page.raw("</tbody></table></div>\n");
        report.joint().forEach(test -> page.element("p", "", test.sentence()));
    }

    private void feature(FeatureDrift feature, int index) {
        Evidence evidence = feature.evidence();
        page.raw("<section class=\"feature\" id=\"f" + index + "\">\n<h2>")
                .element("span", "name", feature.feature())
                .element(
                        "span",
                        "verdict " + feature.result().verdict(),
                        feature.result().verdict())
                .raw("</h2>\n")
                .element("p", "", feature.sentence());
        if (!evidence.bins().isEmpty()) {
            page.raw(
                    "<div class=\"key\"><span class=\"then\">reference</span><span class=\"now\">current</span></div>\n");
            evidence.density().ifPresent(density -> {
                page.element("h3", "", "Distribution of the values");
                DensityChart.draw(density, page);
            });
            page.element(
                    "h3",
                    "",
                    feature.type() == FeatureType.NUMERIC ? "Share of rows by value" : "Share of rows by category");
            BinChart.draw(evidence.bins(), page);
            Movers.sentences(feature).forEach(sentence -> page.element("p", "", sentence));
        }
        if (!feature.drifted()) {
            evidence.detectable().ifPresent(change -> page.element("p", "power", PowerSentence.of(feature, change)));
        }
        if (!evidence.tests().isEmpty()) {
            numbers(feature);
        }
        page.raw("</section>\n");
    }

    private void numbers(FeatureDrift feature) {
        page.raw("<details><summary>All numbers</summary>\n<div class=\"scroll\"><table>\n")
                .raw("<thead><tr><th>Statistic</th><th class=\"number\">Value</th><th class=\"number\">p-value</th>")
                .raw("<th class=\"number\">Effect</th></tr></thead>\n<tbody>\n");
        for (TestStatistic test : feature.tests()) {
            page.raw("<tr>")
                    .element("td", "name", test.name())
                    .element("td", "number", Numbers.plain(test.value()))
                    .element("td", "number", Numbers.pValue(test.pValue()))
                    .element("td", "number", Numbers.plain(test.effect()))
                    .raw("</tr>\n");
        }
        page.raw(
                        "</tbody></table></div>\n<div class=\"scroll\"><table>\n<thead><tr><th></th><th class=\"number\">Rows</th>")
                .raw(
                        "<th class=\"number\">Missing</th><th class=\"number\">Mean</th><th class=\"number\">Std. deviation</th>")
                .raw("<th class=\"number\">Min</th><th class=\"number\">Max</th></tr></thead>\n<tbody>\n");
        side("reference", feature.evidence().reference());
        side("current", feature.evidence().current());
        page.raw("</tbody></table></div></details>\n");
    }

    private void side(String name, FeatureSummary side) {
        page.raw("<tr>")
                .element("td", "", name)
                .element("td", "number", Numbers.rows(side.rows()))
                .element("td", "number", Numbers.percent(side.missingRatio()))
                .element("td", "number", Numbers.plain(side.mean()))
                .element("td", "number", Numbers.plain(side.standardDeviation()))
                .element("td", "number", Numbers.plain(side.min()))
                .element("td", "number", Numbers.plain(side.max()))
                .raw("</tr>\n");
    }

    private void foot() {
        page.raw("<footer class=\"foot\">\n")
                .element(
                        "p",
                        "",
                        "Verdicts rest on the population stability index (PSI) over bins that were fixed on the reference, with a"
                                + " p-value that holds at these numbers of rows. The other statistics stand beside it and do"
                                + " not decide.")
                .element("p", "", "Written by Modelwarden.")
                .raw("</footer>\n");
    }
}
