package io.github.modelwarden.drift.rendering;

import io.github.modelwarden.core.rendering.Html;
import io.github.modelwarden.core.rendering.Numbers;
import io.github.modelwarden.drift.report.BinShare;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Shares of bins or categories then and now: two bars each, the numbers beside them, and how much each adds to the index. */
final class BinChart {

    private static final int SHOWN = 25;
    private static final double NOTHING = 5e-5;
    private static final double MOVED = 0.1;

    private BinChart() {}

    static void draw(List<BinShare> bins, Html page) {
        List<BinShare> filled = bins.stream()
                .filter(bin -> bin.referenceCount() + bin.currentCount() > 0)
                .toList();
        List<BinShare> shown = shown(filled);
        double widest = shown.stream()
                .mapToDouble(bin -> Math.max(bin.referenceRatio(), bin.currentRatio()))
                .max()
                .orElse(1);
        page.raw("<div class=\"bins\">\n");
        for (BinShare bin : shown) {
            page.element("div", "label", bin.description())
                    .raw("<svg viewBox=\"0 0 100 24\" preserveAspectRatio=\"none\" aria-hidden=\"true\">")
                    .raw(bar("then", 2, bin.referenceRatio() / widest))
                    .raw(bar("now", 13, bin.currentRatio() / widest))
                    .raw("</svg>\n<div class=\"value\">")
                    .raw(Html.escape(Numbers.percent(bin.referenceRatio()) + " → "))
                    .element("span", bin.contribution() >= MOVED ? "moved" : "", Numbers.percent(bin.currentRatio()))
                    .raw("</div>\n");
        }
        page.raw("</div>\n");
        if (shown.size() < filled.size()) {
            page.element(
                    "p",
                    "soft",
                    "The " + shown.size() + " of " + filled.size()
                            + " bins that changed most; the JSON form of this report has all of them.");
        }
    }

    /** All bins in their order; of very many those that changed most. */
    private static List<BinShare> shown(List<BinShare> filled) {
        if (filled.size() <= SHOWN) {
            return filled;
        }
        List<BinShare> movers = filled.stream()
                .sorted(Comparator.comparingDouble(BinShare::contribution).reversed())
                .limit(SHOWN)
                .toList();
        return filled.stream().filter(movers::contains).toList();
    }

    private static String bar(String cssClass, int top, double width) {
        return width < NOTHING
                ? ""
                : String.format(
                        Locale.ROOT,
                        "<rect class=\"%s\" x=\"0\" y=\"%d\" width=\"%.2f\" height=\"9\"/>",
                        cssClass,
                        top,
                        100 * width);
    }
}
