package io.github.modelwarden.drift.rendering;

import io.github.modelwarden.core.rendering.Numbers;
import io.github.modelwarden.drift.report.DetectableChange;
import io.github.modelwarden.drift.report.FeatureDrift;
import java.util.Locale;

/** How small a change the data could have shown, in words. */
final class PowerSentence {

    private PowerSentence() {}

    static String of(FeatureDrift feature, DetectableChange change) {
        String sentence = String.format(
                Locale.ROOT,
                "With these rows a change is found with a probability of %.0f %% from a PSI of %s",
                100 * change.power(),
                Numbers.plain(change.psi()));
        if (change.shift().isPresent()) {
            sentence += ", for example when all values move by "
                    + Numbers.plain(change.shift().getAsDouble()) + " ("
                    + Numbers.plain(change.shiftStddevs()) + " standard deviations)";
        } else if (change.sharePoints().isPresent()) {
            sentence += String.format(
                    Locale.ROOT,
                    ", for example when %.1f %% of all rows move to the most frequent category",
                    100 * change.sharePoints().getAsDouble());
        }
        return sentence + ". " + moderate(feature, change);
    }

    private static String moderate(FeatureDrift feature, DetectableChange change) {
        if (change.psi() <= DetectableChange.MODERATE) {
            return "Smaller changes can be there unseen.";
        }
        long rows = feature.evidence().current().rows();
        return change.rowsForModerateDrift().isPresent()
                ? "A PSI of " + DetectableChange.MODERATE + " takes "
                        + Numbers.rows(change.rowsForModerateDrift().getAsLong()) + " current rows; there are "
                        + Numbers.rows(rows) + "."
                : "A PSI of " + DetectableChange.MODERATE
                        + " cannot be found with so few reference rows, however many current rows there are.";
    }
}
