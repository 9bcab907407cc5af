package io.github.modelwarden.drift.rendering;

import io.github.modelwarden.core.rendering.Html;
import io.github.modelwarden.core.rendering.Numbers;
import io.github.modelwarden.drift.report.Density;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The shapes of a number then (area) and now (line), as SVG stretched to the width of the page. */
final class DensityChart {

    private static final double HEIGHT = 100;

    private DensityChart() {}

    static void draw(Density density, Html page) {
        int bars = density.reference().size();
        double highest = Stream.concat(density.reference().stream(), density.current().stream())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        double scale = highest > 0 ? (HEIGHT - 4) / highest : 0;
        String then = outline(density.reference(), scale);
        String now = outline(density.current(), scale);
        page.raw("<div class=\"density\">\n")
                .raw("<svg viewBox=\"0 0 " + bars + " 100\" preserveAspectRatio=\"none\" role=\"img\""
                        + " aria-label=\"distribution of the values, reference and current\">\n")
                .raw("<path class=\"area\" d=\"M0 100 " + then + " L" + bars + " 100 Z\"/>\n")
                .raw("<path class=\"edge\" d=\"M0 100 " + then + " L" + bars + " 100\"/>\n")
                .raw("<path class=\"line\" d=\"M0 100 " + now + " L" + bars + " 100\"/>\n")
                .raw("<line class=\"base\" x1=\"0\" y1=\"100\" x2=\"" + bars + "\" y2=\"100\"/>\n</svg>\n")
                .raw("<div class=\"axis\">")
                .element("span", "", Numbers.plain(density.from()))
                .element("span", "", Numbers.plain((density.from() + density.to()) / 2))
                .element("span", "", Numbers.plain(density.to()))
                .raw("</div></div>\n");
    }

    private static String outline(List<Double> shares, double scale) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < shares.size(); i++) {
            String y = String.format(Locale.ROOT, "%.1f", HEIGHT - shares.get(i) * scale);
            path.append(" L").append(i).append(' ').append(y);
            path.append(" L").append(i + 1).append(' ').append(y);
        }
        return path.toString().strip();
    }
}
