package io.github.modelwarden.core.performance;

import io.github.modelwarden.core.rendering.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** A performance report as plain text. */
final class PerformanceText {

    /** The first column to the left, all others to the right. */
    private static final String COLUMNS = "lr";

    private final StringBuilder text = new StringBuilder();

    private PerformanceText() {}

    static String of(PerformanceReport report) {
        PerformanceText out = new PerformanceText();
        out.head(report);
        out.metrics(report);
        out.classes(report);
        report.matrix().ifPresent(out::matrix);
        out.reliability(report);
        report.notes().forEach(note -> out.line("Note: " + note + "."));
        return out.text.toString();
    }

    private void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }

    private void head(PerformanceReport report) {
        ReportedRows rows = report.rows();
        line("Performance (" + report.kind().word() + ")"
                + report.source().map(source -> " of " + source).orElse("") + ": " + rows.labeled() + " of "
                + rows.rows() + (rows.rows() == 1 ? " row" : " rows") + (rows.labeled() == 1 ? " has" : " have")
                + " a label, coverage " + number(rows.coverage()) + ".");
        report.kindReason()
                .ifPresent(why -> line("Taken for "
                        + (report.kind() == ModelKind.REGRESSION ? "" : "a ")
                        + report.kind().word()
                        + (report.kind() == ModelKind.REGRESSION ? "" : " classifier")
                        + ", because " + why + "."));
        report.positive().ifPresent(positive -> line("Positive class: '" + positive + "'."));
        without(rows.unpredicted(), "prediction");
        without(rows.unscored(), "score");
        line("");
    }

    private void without(long rows, String what) {
        if (rows > 0) {
            line(rows + (rows == 1 ? " labelled row has no " : " labelled rows have no ") + what + ".");
        }
    }

    private void metrics(PerformanceReport report) {
        String interval = String.format(Locale.ROOT, "%s %% interval", percent(report.confidence()));
        TextTable table = TextTable.aligned(COLUMNS);
        table.line(List.of("metric", "value", interval, "rows", "method"));
        List<String> undefined = new ArrayList<>();
        for (ReportedMetric metric : report.metrics()) {
            metric.estimate()
                    .ifPresent(e -> table.line(List.of(
                            metric.name(),
                            number(e.value()),
                            range(e),
                            Long.toString(e.sampleCount()),
                            e.method().word())));
            metric.reason().ifPresent(reason -> undefined.add(metric.name() + " is undefined: " + reason + "."));
        }
        text.append(table);
        undefined.forEach(this::line);
        line("");
    }

    private static String percent(double confidence) {
        double percent = Math.rint(confidence * 1e6) / 1e4;
        return percent == Math.rint(percent) ? Long.toString((long) percent) : Double.toString(percent);
    }

    private void classes(PerformanceReport report) {
        if (report.classes().isEmpty()) {
            return;
        }
        TextTable table = TextTable.aligned(COLUMNS);
        List<String> names = new ArrayList<>(List.of("class", "rows"));
        report.classes().get(0).metrics().forEach(metric -> names.add(metric.name()));
        table.line(names);
        for (ReportedClass reported : report.classes()) {
            List<String> cells = new ArrayList<>(List.of(reported.label(), Long.toString(reported.support())));
            for (ReportedMetric metric : reported.metrics()) {
                cells.add(metric.estimate().map(e -> number(e.value())).orElse("-"));
            }
            table.line(cells);
        }
        text.append(table);
        line("");
    }

    private void matrix(ReportedMatrix matrix) {
        TextTable table = TextTable.aligned(COLUMNS);
        List<String> names = new ArrayList<>(List.of("actual \\ predicted"));
        names.addAll(matrix.labels());
        table.line(names);
        for (int i = 0; i < matrix.labels().size(); i++) {
            List<String> cells = new ArrayList<>(List.of(matrix.labels().get(i)));
            matrix.counts().get(i).forEach(count -> cells.add(Long.toString(count)));
            table.line(cells);
        }
        text.append(table);
        line("");
    }

    private void reliability(PerformanceReport report) {
        if (report.reliability().isEmpty()) {
            return;
        }
        line("What happened against what the scores promised:");
        TextTable table = TextTable.aligned(COLUMNS);
        table.line(List.of(
                "score", "rows", "mean score", report.kind() == ModelKind.BINARY ? "positive" : "right", "interval"));
        for (ReliabilityBin bin : report.reliability()) {
            Estimate share = bin.positiveShareEstimate(report.confidence());
            table.line(List.of(
                    String.format(Locale.ROOT, "%.2f to %.2f", bin.lower(), bin.upper()),
                    Long.toString(bin.count()),
                    number(bin.meanScore()),
                    number(share.value()),
                    range(share)));
        }
        text.append(table);
        line("");
    }

    private static String range(Estimate estimate) {
        return estimate.method() == IntervalMethod.NONE
                ? "-"
                : number(estimate.lower()) + " to " + number(estimate.upper());
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? number(value.getAsDouble()) : "unknown";
    }

    private static String number(double value) {
        double size = Math.abs(value);
        String format = size != 0 && (size < 0.001 || size >= 1e7) ? "%.4g" : size < 10 ? "%.4f" : "%.2f";
        return String.format(Locale.ROOT, format, value);
    }
}
