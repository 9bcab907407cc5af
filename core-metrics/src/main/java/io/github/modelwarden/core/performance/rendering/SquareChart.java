package io.github.modelwarden.core.performance.rendering;

import io.github.modelwarden.core.performance.Estimate;
import io.github.modelwarden.core.performance.ReliabilityBin;
import io.github.modelwarden.core.performance.RocPoint;
import io.github.modelwarden.core.rendering.Html;
import java.util.List;
import java.util.Locale;

/** Charts over the unit square with a dashed diagonal, as SVG. */
final class SquareChart {

    private static final double SIZE = 100;
    private static final double LARGEST_DOT = 3.2;
    private static final double SMALLEST_DOT = 1.2;

    private final StringBuilder svg = new StringBuilder();

    private SquareChart(String label) {
        svg.append("<svg viewBox=\"-9 -3 114 113\" role=\"img\" aria-label=\"")
                .append(Html.escape(label))
                .append("\">\n");
        for (int tick = 0; tick <= 4; tick++) {
            double at = tick / 4.0;
            line("grid", at, 0, at, 1);
            line("grid", 0, at, 1, at);
            text(x(at), SIZE + 4.5, "middle", String.format(Locale.ROOT, "%.2f", at));
            text(-1.2, y(at) + 1.2, "end", String.format(Locale.ROOT, "%.2f", at));
        }
        line("ideal", 0, 0, 1, 1);
    }

    /** What happened over what the scores promised, with the interval of each bin. */
    static void reliability(List<ReliabilityBin> bins, double confidence, Html page) {
        SquareChart chart = new SquareChart("reliability curve: share of positives over mean score");
        long largest = bins.stream().mapToLong(ReliabilityBin::count).max().orElse(1);
        StringBuilder path = new StringBuilder();
        for (ReliabilityBin bin : bins) {
            Estimate share = bin.positiveShareEstimate(confidence);
            chart.line(
                    "span",
                    bin.meanScore(),
                    share.lower().orElseThrow(),
                    bin.meanScore(),
                    share.upper().orElseThrow());
            step(path, bin.meanScore(), share.value());
        }
        chart.path(path);
        for (ReliabilityBin bin : bins) {
            chart.dot(bin, Math.sqrt((double) bin.count() / largest));
        }
        chart.end("mean score", page);
    }

    /** True positives over false positives. */
    static void roc(List<RocPoint> points, Html page) {
        SquareChart chart = new SquareChart("ROC curve: true positive rate over false positive rate");
        StringBuilder path = new StringBuilder();
        points.forEach(point -> step(path, point.falsePositiveRate(), point.truePositiveRate()));
        chart.path(path);
        chart.end("false positive rate", page);
    }

    private void end(String axis, Html page) {
        text(SIZE / 2, SIZE + 8.5, "middle", axis);
        page.raw(svg.append("</svg>\n").toString());
    }

    private static void step(StringBuilder path, double right, double up) {
        path.append(path.isEmpty() ? "M" : " L").append(String.format(Locale.ROOT, "%.2f %.2f", x(right), y(up)));
    }

    private void path(StringBuilder path) {
        svg.append("<path class=\"line\" d=\"").append(path).append("\"/>\n");
    }

    private void line(String cssClass, double fromX, double fromY, double toX, double toY) {
        svg.append(String.format(
                        Locale.ROOT,
                        "<line class=\"%s\" x1=\"%.2f\" y1=\"%.2f\" x2=\"%.2f\" y2=\"%.2f\"/>%n",
                        cssClass,
                        x(fromX),
                        y(fromY),
                        x(toX),
                        y(toY))
                .replace("\r\n", "\n"));
    }

    private void dot(ReliabilityBin bin, double size) {
        svg.append(String.format(
                Locale.ROOT,
                "<circle class=\"now\" cx=\"%.2f\" cy=\"%.2f\" r=\"%.2f\"/>",
                x(bin.meanScore()),
                y(bin.positiveShare()),
                SMALLEST_DOT + (LARGEST_DOT - SMALLEST_DOT) * size));
    }

    private void text(double x, double y, String anchor, String words) {
        svg.append(String.format(
                Locale.ROOT, "<text x=\"%.2f\" y=\"%.2f\" text-anchor=\"%s\">%s</text>", x, y, anchor, words));
    }

    private static double x(double ratio) {
        return SIZE * ratio;
    }

    private static double y(double ratio) {
        return SIZE * (1 - ratio);
    }
}
