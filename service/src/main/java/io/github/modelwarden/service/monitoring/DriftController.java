package io.github.modelwarden.service.monitoring;

import io.github.modelwarden.core.data.Schema;
import io.github.modelwarden.drift.rendering.DriftJson;
import io.github.modelwarden.drift.report.DriftReport;
import io.github.modelwarden.drift.report.FeatureDrift;
import io.github.modelwarden.drift.report.ModelDriftTest;
import io.github.modelwarden.service.web.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/drift}. */
@RestController
final class DriftController {

    private final DriftMonitor monitor;
    private final ModelDriftTest test;
    private final Schema schema;

    DriftController(DriftMonitor monitor, ModelDriftTest test, Schema schema) {
        this.monitor = monitor;
        this.test = test;
        this.schema = schema;
    }

    @GetMapping("/api/drift")
    Map<String, @Nullable Object> drift() {
        Optional<DriftEvaluation> latest = monitor.latest();
        Optional<DriftReport> report = latest.map(DriftEvaluation::report);
        return Fields.create()
                .put("schema_version", DriftJson.SCHEMA_VERSION)
                .put("at", latest.map(DriftEvaluation::at).orElse(null))
                .put("model", schema.model())
                .put("version", latest.map(DriftEvaluation::version).orElse(null))
                .put("verdict", report.map(DriftReport::verdict).orElse("inconclusive"))
                .put("alpha", test.alpha())
                .put("correction", test.correction().word())
                .put("window", monitor.windowLabel())
                .put("current_rows", latest.map(DriftEvaluation::rows).orElse(0L))
                .put("features", report.map(DriftJson::features).orElse(List.of()))
                .put(
                        "history",
                        monitor.history().stream().map(DriftController::point).toList())
                .build();
    }

    private static Map<String, @Nullable Object> point(DriftEvaluation evaluation) {
        Map<String, Double> psi = new LinkedHashMap<>();
        for (FeatureDrift feature : evaluation.report().features()) {
            if (!feature.inconclusive()) {
                feature.deciding().ifPresent(index -> psi.put(feature.feature(), index.value()));
            }
        }
        return Fields.create()
                .put("at", evaluation.at())
                .put("version", evaluation.version())
                .put("verdict", evaluation.report().verdict())
                .put("drifted", evaluation.report().driftedFeatures())
                .put("psi", psi)
                .build();
    }
}
