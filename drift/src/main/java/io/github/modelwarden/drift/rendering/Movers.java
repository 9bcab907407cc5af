package io.github.modelwarden.drift.rendering;

import io.github.modelwarden.core.rendering.Numbers;
import io.github.modelwarden.drift.report.BinShare;
import io.github.modelwarden.drift.report.FeatureDrift;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Which bins or categories moved, in words. */
final class Movers {

    private static final int NAMED = 3;
    private static final double WORTH_NAMING = 0.05;

    private Movers() {}

    /** The bin that adds most to the index, in a few words. */
    static String brief(FeatureDrift feature) {
        return feature.inconclusive()
                ? ""
                : top(feature).stream().findFirst().map(Movers::change).orElse("");
    }

    /** One sentence for each of the bins that explain a drift. */
    static List<String> sentences(FeatureDrift feature) {
        if (!feature.drifted()) {
            return List.of();
        }
        return top(feature).stream()
                .map(bin -> String.format(
                        Locale.ROOT, "%s; this is %.0f %% of the index.", change(bin), 100 * bin.contribution()))
                .toList();
    }

    private static List<BinShare> top(FeatureDrift feature) {
        return feature.bins().stream()
                .filter(bin -> bin.contribution() >= WORTH_NAMING)
                .sorted(Comparator.comparingDouble(BinShare::contribution).reversed())
                .limit(NAMED)
                .toList();
    }

    private static String change(BinShare bin) {
        String from = Numbers.percent(bin.referenceRatio());
        String to = Numbers.percent(bin.currentRatio());
        String name = "“" + bin.description() + "”";
        if (bin.referenceCount() == 0) {
            return name + " is new: " + to + " of the rows";
        }
        if (bin.currentCount() == 0) {
            return name + " is gone: it had " + from + " of the rows";
        }
        return name + (bin.change() > 0 ? " grew from " : " shrank from ") + from + " to " + to;
    }
}
