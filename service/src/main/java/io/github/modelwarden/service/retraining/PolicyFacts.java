package io.github.modelwarden.service.retraining;

import io.github.modelwarden.core.Measurement;
import io.github.modelwarden.core.data.Schema;
import io.github.modelwarden.drift.report.FeatureDrift;
import io.github.modelwarden.retraining.policy.PolicyContext;
import io.github.modelwarden.retraining.policy.PolicyContext.Attempts;
import io.github.modelwarden.retraining.policy.PolicyContext.Champion;
import io.github.modelwarden.retraining.policy.PolicyContext.DriftObservation;
import io.github.modelwarden.retraining.policy.PolicyContext.Labels;
import io.github.modelwarden.retraining.policy.RetrainingPolicy;
import io.github.modelwarden.retraining.run.AliasChange;
import io.github.modelwarden.retraining.run.ModelRegistry;
import io.github.modelwarden.retraining.run.ModelVersion;
import io.github.modelwarden.retraining.run.RetrainingRun;
import io.github.modelwarden.retraining.run.RunState;
import io.github.modelwarden.retraining.run.RunStore;
import io.github.modelwarden.service.feedback.FeedbackLog;
import io.github.modelwarden.service.monitoring.DriftEvaluation;
import io.github.modelwarden.service.monitoring.DriftMonitor;
import io.github.modelwarden.service.monitoring.PerformanceMonitor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers everything the retraining policy may look at. */
@Component
final class PolicyFacts {

    private static final int RUNS = 50;

    private final Schema schema;
    private final ModelRegistry registry;
    private final RunStore runs;
    private final FeedbackLog feedback;
    private final DriftMonitor drift;
    private final PerformanceMonitor performance;
    private final Duration reach;

    PolicyFacts(
            Schema schema,
            ModelRegistry registry,
            RunStore runs,
            FeedbackLog feedback,
            DriftMonitor drift,
            PerformanceMonitor performance,
            RetrainingPolicy policy) {
        this.schema = schema;
        this.registry = registry;
        this.runs = runs;
        this.feedback = feedback;
        this.drift = drift;
        this.performance = performance;
        this.reach = policy.window();
    }

    Optional<PolicyContext> gather(Instant now, @Nullable String manualRequest) {
        return registry.champion(schema.model()).map(champion -> {
            Instant promotedAt = promotedAt(champion);
            return new PolicyContext(
                    now,
                    new Champion(
                            champion.version(), promotedAt, champion.facts().validation()),
                    measurements(champion.version()),
                    observations(champion.version()),
                    labels(later(promotedAt, now.minus(reach))),
                    attempts(),
                    manualRequest);
        });
    }

    private Instant promotedAt(ModelVersion champion) {
        return registry.championHistory(schema.model()).stream()
                .filter(change -> change.to().equals(champion.version()))
                .map(AliasChange::at)
                .reduce((earlier, later) -> later)
                .orElse(champion.facts().trainedAt());
    }

    private List<Measurement> measurements(String version) {
        return performance.latest().filter(latest -> latest.version().equals(version)).stream()
                .flatMap(latest -> latest.measurements(schema.model()).stream())
                .toList();
    }

    private List<DriftObservation> observations(String version) {
        return drift.history().stream()
                .filter(evaluation -> evaluation.version().equals(version))
                .map(PolicyFacts::observation)
                .toList();
    }

    /** Counts inputs only: a model's own output drifts whenever its inputs do. */
    private static DriftObservation observation(DriftEvaluation evaluation) {
        List<FeatureDrift> inputs = evaluation.report().features().stream()
                .filter(feature -> !feature.feature().startsWith("_"))
                .toList();
        return new DriftObservation(
                evaluation.at(),
                (int) inputs.stream().filter(FeatureDrift::drifted).count(),
                (int) inputs.stream().filter(feature -> !feature.inconclusive()).count());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Rows out of the training window's reach cannot be learned from, so they are not counted. */
    private Labels labels(Instant since) {
        FeedbackLog.Summary summary = feedback.summary(since);
        return new Labels(summary.labeled(), summary.positives(), summary.newest());
    }

    private Attempts attempts() {
        List<RetrainingRun> recent = runs.runs(schema.model(), RUNS);
        Instant last = recent.stream()
                .map(run -> run.endedAt().orElse(run.plan().createdAt()))
                .max(Instant::compareTo)
                .orElse(null);
        int rejects = 0;
        for (RetrainingRun run : recent) {
            if (run.state() == RunState.PROMOTED) {
                break;
            }
            rejects += run.state() == RunState.REJECTED ? 1 : 0;
        }
        String live = runs.live(schema.model()).map(RetrainingRun::id).orElse(null);
        return new Attempts(last, rejects, live);
    }
}
