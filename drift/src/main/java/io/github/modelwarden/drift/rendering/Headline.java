package io.github.modelwarden.drift.rendering;

import io.github.modelwarden.drift.correction.Correction;
import io.github.modelwarden.drift.report.DriftReport;
import io.github.modelwarden.drift.report.FeatureDrift;
import io.github.modelwarden.drift.report.JointDrift;
import java.util.Locale;

/** The outcome of a report in two sentences. */
final class Headline {

    private Headline() {}

    static String of(DriftReport report) {
        long all = report.features().size();
        long judged = all
                - report.features().stream().filter(FeatureDrift::inconclusive).count();
        int drifted = report.driftedFeatures().size();
        if (drifted > 0) {
            return "Drift in " + drifted + " of " + features(judged) + rest(all, judged);
        }
        if (report.joint().stream().anyMatch(JointDrift::drifted)) {
            return "Drift in all features together, in none of " + features(judged) + " alone";
        }
        if (judged == 0) {
            return "Inconclusive: none of " + features(all) + " could be judged";
        }
        long unusable =
                report.features().stream().filter(FeatureDrift::unusable).count();
        return unusable == 0
                ? "Stable: no drift in " + features(judged) + rest(all, judged)
                : "Inconclusive: no drift in " + features(judged) + ", but the data of " + features(unusable)
                        + " cannot be used";
    }

    private static String features(long count) {
        return count == 1 ? "1 feature" : count + " features";
    }

    private static String rest(long all, long judged) {
        return all == judged ? "" : ", " + (all - judged) + " not judged";
    }

    /** What the false-alarm budget promises. */
    static String promise(DriftReport report) {
        String percent = String.format(Locale.ROOT, "%.3g", 100 * report.alpha());
        if (percent.contains(".")) {
            percent = percent.replaceAll("\\.?0+$", "");
        }
        return report.correction() == Correction.NONE
                ? "If nothing had changed, each feature alone would be called drifted in at most " + percent
                        + " % of such reports."
                : "If nothing had changed, at most " + percent
                        + " % of such reports would call any feature drifted, whatever the number of rows.";
    }
}
