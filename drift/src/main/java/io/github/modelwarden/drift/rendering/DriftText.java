package io.github.modelwarden.drift.rendering;

import io.github.modelwarden.core.rendering.Numbers;
import io.github.modelwarden.core.rendering.TextTable;
import io.github.modelwarden.drift.report.DriftReport;
import io.github.modelwarden.drift.report.FeatureDrift;
import java.util.Locale;

/** A drift report as plain text for a terminal. */
public final class DriftText {

    private static final String GAP = "  ";

    private DriftText() {}

    /**
     * Writes a report.
     *
     * @param subject what it is about
     * @param report the report
     * @return the text, ending with a line break
     */
    public static String of(ReportSubject subject, DriftReport report) {
        StringBuilder text = new StringBuilder();
        text.append(Headline.of(report)).append('\n');
        text.append("reference: ").append(source(subject.reference(), subject.referenceRows()));
        text.append("current:   ").append(source(subject.current(), subject.currentRows()));
        text.append(String.format(
                Locale.ROOT,
                "budget:    alpha %s, correction %s, minimum effect %s%n%n",
                Numbers.plain(report.alpha()),
                report.correction().word(),
                Numbers.plain(report.minimumEffect())));
        table(report, text);
        report.joint()
                .forEach(joint -> text.append('\n')
                        .append(joint.sentence())
                        .append(
                                joint.adjustedPValue().isPresent()
                                        ? " Corrected p-value: " + Numbers.pValue(joint.adjustedPValue()) + "."
                                        : "")
                        .append('\n'));
        for (FeatureDrift feature : report.ranked()) {
            if (!feature.result().verdict().equals("stable")) {
                paragraph(feature, text);
            }
        }
        stable(report, text);
        subject.notes()
                .forEach(note -> text.append('\n').append("note: ").append(note).append('\n'));
        return text.toString().replace("\r\n", "\n");
    }

    private static String source(String name, long rows) {
        return name + ", " + Numbers.withUnit(rows) + "\n";
    }

    private static void table(DriftReport report, StringBuilder text) {
        boolean scored = report.features().stream()
                .anyMatch(feature -> feature.evidence().outputEffect().isPresent());
        TextTable lines = TextTable.aligned("llr")
                .line("feature", "verdict", "PSI", "p corrected", "detectable PSI", scored ? "score moves by" : "");
        for (FeatureDrift feature : report.ranked()) {
            lines.line(
                    feature.feature(),
                    feature.result().verdict(),
                    feature.deciding().map(test -> Numbers.plain(test.value())).orElse("–"),
                    Numbers.pValue(feature.adjustedPValue()),
                    feature.evidence()
                            .detectable()
                            .map(change -> Numbers.plain(change.psi()))
                            .orElse("–"),
                    scored ? Numbers.plain(feature.evidence().outputEffect()) : "");
        }
        text.append(lines);
    }

    private static void paragraph(FeatureDrift feature, StringBuilder text) {
        text.append('\n').append(feature.sentence()).append('\n');
        Movers.sentences(feature)
                .forEach(sentence -> text.append(GAP).append(sentence).append('\n'));
    }

    /** What a stable verdict excludes is the same kind of sentence for each, so the least certain one stands for all. */
    private static void stable(DriftReport report, StringBuilder text) {
        report.features().stream()
                .filter(feature -> feature.result().verdict().equals("stable"))
                .filter(feature -> feature.evidence().detectable().isPresent())
                .max(java.util.Comparator.comparingDouble(
                        feature -> feature.evidence().detectable().orElseThrow().psi()))
                .ifPresent(feature -> text.append('\n')
                        .append("Of the stable features, ")
                        .append(feature.feature())
                        .append(" could hide the largest change. ")
                        .append(PowerSentence.of(
                                feature, feature.evidence().detectable().orElseThrow()))
                        .append('\n'));
    }
}
