package io.github.modelwarden.alerting.prometheus;

import io.github.modelwarden.alerting.Checks;
import io.github.modelwarden.alerting.RecordedNames;
import io.github.modelwarden.config.ConfigDurations;
import java.time.Duration;

/**
 * Recording rules that compute the population stability index over all replicas from the counters that they export.
 *
 * <p>{@code PSI = Σ (q − p)·ln(q/p)} over the bins that hold anything on either side, with half-count smoothing:
 * {@code q = (count + ½)/(n + B/2)} from {@code ml_feature_observations_total}, {@code p = (share·m + ½)/(m + B/2)} from
 * {@code ml_feature_baseline_ratio} and {@code ml_feature_baseline_observations}, B such bins. The version is part of the
 * grouping, so that a rollout never mixes two sets of bins.
 */
public final class DriftRecordingRules {

    private static final String FEATURE = "model, version, feature";
    private static final String BIN = "model, version, feature, bin";
    private static final String OBSERVED = "model_version_feature_bin:ml_feature_observations:";
    private static final String BASELINE = "model_version_feature_bin:ml_feature_baseline:";
    private static final String TOTAL_BASELINE = "model_version_feature:ml_feature_baseline_observations:max";

    private DriftRecordingRules() {}

    /**
     * The rule file for one window.
     *
     * @param window how far back observations are counted, at least one second
     * @return the text of a rule file that records {@code model_version_feature:ml_feature_psi:<window>} and
     *     {@code model_version_feature:ml_feature_observations:increase<window>}
     */
    public static String psi(Duration window) {
        Checks.window(window);
        return "groups:\n" + group(window);
    }

    static String group(Duration window) {
        String w = ConfigDurations.format(window);
        String total = RecordedNames.observations(window);
        PrometheusGroup group = new PrometheusGroup("ml-drift-" + w, interval(window));
        group.record(BASELINE + "ratio", "max by (" + BIN + ") (ml_feature_baseline_ratio)");
        group.record(TOTAL_BASELINE, "max by (" + FEATURE + ") (ml_feature_baseline_observations)");
        group.record(
                OBSERVED + "increase" + w, "sum by (" + BIN + ") (increase(ml_feature_observations_total[" + w + "]))");
        group.record(total, "sum by (" + FEATURE + ") (" + OBSERVED + "increase" + w + ")");
        // the union of the bins: one known to a single side counts 0 on the other
        group.record(
                BASELINE + "union" + w,
                BASELINE + "ratio\n  or\n(" + OBSERVED + "increase" + w + " * 0 and on (" + FEATURE + ") " + BASELINE
                        + "ratio)");
        group.record(
                OBSERVED + "union" + w,
                OBSERVED + "increase" + w + "\n  or\n(" + BASELINE + "union" + w + " * 0 and on (" + FEATURE + ") ("
                        + total + " > 0))");
        smoothed(group, window);
        return group.text();
    }

    /** Half-count smoothing of both sides over the bins in use, and the index. */
    private static void smoothed(PrometheusGroup group, Duration window) {
        String w = ConfigDurations.format(window);
        String total = RecordedNames.observations(window);
        String used = OBSERVED + "union" + w + " + " + BASELINE + "union" + w + " > 0";
        String bins = "model_version_feature:ml_feature_bins:used" + w;
        group.record(bins, "count by (" + FEATURE + ") (" + used + ")");
        group.record(
                OBSERVED + "smoothed" + w,
                "(" + OBSERVED + "union" + w + " + 0.5)\n  / on (" + FEATURE + ") group_left ()\n((" + total
                        + " > 0) + 0.5 * " + bins + ")\n  and (" + used + ")");
        group.record(
                BASELINE + "smoothed" + w,
                "(" + BASELINE + "union" + w + " * on (" + FEATURE + ") group_left () " + TOTAL_BASELINE
                        + " + 0.5)\n  / on (" + FEATURE + ") group_left ()\n(" + TOTAL_BASELINE + " + 0.5 * " + bins
                        + ")\n  and (" + used + ")");
        String difference = "(" + OBSERVED + "smoothed" + w + " - " + BASELINE + "smoothed" + w + ")";
        String quotient = "ln(" + OBSERVED + "smoothed" + w + " / " + BASELINE + "smoothed" + w + ")";
        group.record(
                RecordedNames.psi(window),
                "sum by (" + FEATURE + ") (\n  " + difference + "\n    * " + quotient + "\n)");
    }

    /** A sixtieth of the window, from a second to a minute. */
    private static Duration interval(Duration window) {
        return Duration.ofSeconds(Math.max(1, Math.min(60, window.toSeconds() / 60)));
    }
}
