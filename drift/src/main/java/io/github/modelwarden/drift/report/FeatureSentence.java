package io.github.modelwarden.drift.report;

import io.github.modelwarden.drift.DriftResult;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The outcome for a feature as one sentence. */
final class FeatureSentence {

    private FeatureSentence() {}

    static String of(String feature, DriftResult result, Evidence evidence) {
        if (result instanceof DriftResult.Inconclusive inconclusive) {
            return feature + ": " + inconclusive.reason() + ".";
        }
        Optional<BinShare> mover =
                evidence.bins().stream().max(Comparator.comparingDouble(bin -> Math.abs(bin.change())));
        String change = mover.map(FeatureSentence::change).orElse("nothing moved");
        if (result instanceof DriftResult.Drifted) {
            return feature + " drifted; the largest move: " + change + meanChange(evidence) + ".";
        }
        return feature + " is stable; the largest move, within noise or too small to matter: " + change + ".";
    }

    private static String change(BinShare bin) {
        return String.format(
                Locale.ROOT,
                "the share of \"%s\" went from %.1f %% to %.1f %%",
                bin.description(),
                100 * bin.referenceRatio(),
                100 * bin.currentRatio());
    }

    private static String meanChange(Evidence evidence) {
        if (evidence.reference().mean().isEmpty() || evidence.current().mean().isEmpty()) {
            return "";
        }
        return String.format(
                Locale.ROOT,
                ", and the mean from %.4g to %.4g",
                evidence.reference().mean().getAsDouble(),
                evidence.current().mean().getAsDouble());
    }
}
