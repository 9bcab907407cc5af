package io.github.modelwarden.service.champion;

import io.github.modelwarden.core.data.Schema;
import io.github.modelwarden.core.profile.FeatureProfile;
import io.github.modelwarden.retraining.ModelMetric;
import io.github.modelwarden.retraining.ValidationMetrics;
import io.github.modelwarden.retraining.run.AliasChange;
import io.github.modelwarden.retraining.run.ModelRegistry;
import io.github.modelwarden.service.web.Fields;
import io.github.modelwarden.service.web.Invalid;
import io.github.modelwarden.service.web.OperatorToken;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/model}, {@code GET /api/baseline} and {@code POST /api/model/rollback}. */
@RestController
final class ModelController {

    private final ChampionHolder champions;
    private final ChampionSync sync;
    private final ModelRegistry registry;
    private final Schema schema;
    private final OperatorToken token;
    private final Clock clock;

    ModelController(
            ChampionHolder champions,
            ChampionSync sync,
            ModelRegistry registry,
            Schema schema,
            OperatorToken token,
            Clock clock) {
        this.champions = champions;
        this.sync = sync;
        this.registry = registry;
        this.schema = schema;
        this.token = token;
        this.clock = clock;
    }

    @GetMapping("/api/model")
    Map<String, @Nullable Object> model() {
        Champion champion = champions.require();
        Fields validation = Fields.create();
        registry.version(schema.model(), champion.version())
                .map(version -> version.facts().validation())
                .ifPresent(metrics -> describe(metrics, validation));
        return Fields.create()
                .put("model", schema.model())
                .put("version", champion.version())
                .put("trained_at", champion.trainedAt())
                .put("baseline", champion.baseline().id())
                .put("baseline_rows", champion.baseline().rows())
                .put("framework", champion.model().framework())
                .put("threshold", champion.model().threshold())
                .put("validation", validation.build())
                .put(
                        "history",
                        registry.championHistory(schema.model()).stream()
                                .map(ModelController::change)
                                .toList())
                .build();
    }

    private static void describe(ValidationMetrics metrics, Fields fields) {
        fields.put("rows", metrics.rows());
        for (ModelMetric metric : ModelMetric.values()) {
            fields.put(metric == ModelMetric.AUC ? "roc_auc" : metric.word(), metrics.value(metric));
        }
    }

    private static Map<String, @Nullable Object> change(AliasChange change) {
        return Fields.create()
                .put("at", change.at())
                .put("from_version", change.from())
                .put("to_version", change.to())
                .put("kind", change.kind().word())
                .put("actor", change.actor())
                .put("run_id", change.runId())
                .put("reason", change.reason())
                .build();
    }

    @GetMapping("/api/baseline")
    Map<String, @Nullable Object> baseline() {
        Champion champion = champions.require();
        return Fields.create()
                .put("baseline", champion.baseline().id())
                .put("version", champion.version())
                .put("rows", champion.baseline().rows())
                .put(
                        "features",
                        champion.baseline().profile().features().stream()
                                .map(ModelController::profile)
                                .toList())
                .build();
    }

    private static Map<String, @Nullable Object> profile(FeatureProfile profile) {
        long[] counts = profile.counts();
        List<String> descriptions = profile.binning().descriptions();
        List<Map<String, @Nullable Object>> bins = java.util.stream.IntStream.range(0, counts.length)
                .mapToObj(i -> Fields.create()
                        .put("bin", profile.binning().ids().get(i))
                        .put("description", descriptions.get(i))
                        .put("count", counts[i])
                        .build())
                .toList();
        return Fields.create()
                .put("feature", profile.feature())
                .put("type", profile.binning().type().word())
                .put("mean", profile.moments().mean())
                .put("standard_deviation", profile.moments().standardDeviation())
                .put("min", profile.moments().min())
                .put("max", profile.moments().max())
                .put("bins", bins)
                .build();
    }

    @PostMapping("/api/model/rollback")
    Map<String, @Nullable Object> rollback(HttpServletRequest request) {
        token.require(request);
        try {
            registry.rollback(schema.model(), "operator", "rolled back by an operator", clock.instant());
        } catch (IllegalStateException e) {
            throw new Invalid(409, "No rollback", String.valueOf(e.getMessage()), List.of());
        }
        sync.refresh();
        return model();
    }
}
