package io.github.modelwarden.retraining.policy;

import io.github.modelwarden.core.Measurement;
import io.github.modelwarden.retraining.ValidationMetrics;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Everything a policy may look at. What is not known is absent, and stays unknown: it is neither good nor bad news.
 *
 * @param now the time of the decision
 * @param champion the model in service
 * @param performance measurements on matured labels, named as in {@code ModelMetric.measurement()}; any order
 * @param drift drift evaluations; any order, kept in time order
 * @param labels the labelled rows there are to learn from
 * @param attempts what was tried before
 * @param manualRequest why a person asked for retraining; null if nobody did
 */
public record PolicyContext(
        Instant now,
        Champion champion,
        List<Measurement> performance,
        List<DriftObservation> drift,
        Labels labels,
        Attempts attempts,
        @Nullable String manualRequest) {

    public PolicyContext {
        Objects.requireNonNull(now, "now");
        performance = List.copyOf(performance);
        drift = drift.stream()
                .sorted(Comparator.comparing(DriftObservation::at))
                .toList();
    }

    /**
     * The model in service.
     *
     * @param version its version
     * @param promotedAt when it became champion
     * @param validation how good it was on its hold-out when it was promoted
     */
    public record Champion(String version, Instant promotedAt, ValidationMetrics validation) {}

    /**
     * One drift evaluation over all features.
     *
     * @param at when
     * @param drifted features found drifted
     * @param judged features that had enough data for a verdict
     */
    public record DriftObservation(Instant at, int drifted, int judged) {
        public DriftObservation {
            if (drifted < 0 || drifted > judged) {
                throw new IllegalArgumentException(
                        "drift observation: expected 0 <= drifted <= judged but got " + drifted + " of " + judged);
            }
        }
    }

    /**
     * Labelled rows that a new model could learn from: predictions whose outcome can no longer change.
     *
     * @param matured matured rows since the champion was trained
     * @param positives positive ones among them
     * @param newest when the newest label arrived; null if none ever did
     */
    public record Labels(
            long matured, long positives, @Nullable Instant newest) {
        public Labels {
            if (positives < 0 || positives > matured) {
                throw new IllegalArgumentException(
                        "labels: expected 0 <= positives <= matured but got " + positives + " of " + matured);
            }
        }

        double positiveShare() {
            return matured == 0 ? 0.5 : (double) positives / matured;
        }
    }

    /**
     * What was tried before.
     *
     * @param last when the last run ended or started, whatever came of it; null if there was none
     * @param consecutiveRejects runs in a row whose challenger was not promoted
     * @param liveRun id of a run that is under way; null if there is none
     */
    public record Attempts(
            @Nullable Instant last,
            int consecutiveRejects,
            @Nullable String liveRun) {

        /** Nothing was tried yet. */
        public static final Attempts NONE = new Attempts(null, 0, null);
    }
}
