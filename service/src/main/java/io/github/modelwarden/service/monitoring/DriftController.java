package io.github.modelwarden.service.monitoring;

import io.github.modelwarden.core.data.Schema;
import io.github.modelwarden.drift.DriftResult;
import io.github.modelwarden.drift.TestStatistic;
import io.github.modelwarden.drift.report.BinShare;
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

    private static final int SCHEMA_VERSION = 1;

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
                .put("schema_version", SCHEMA_VERSION)
                .put("at", latest.map(DriftEvaluation::at).orElse(null))
                .put("model", schema.model())
                .put("version", latest.map(DriftEvaluation::version).orElse(null))
                .put("verdict", report.map(DriftReport::verdict).orElse("inconclusive"))
                .put("alpha", test.alpha())
                .put("correction", test.correction().word())
                .put("window", monitor.windowLabel())
                .put("current_rows", latest.map(DriftEvaluation::rows).orElse(0L))
                .put(
                        "features",
                        report.map(DriftReport::features).orElse(List.of()).stream()
                                .map(DriftController::feature)
                                .toList())
                .put(
                        "history",
                        monitor.history().stream().map(DriftController::point).toList())
                .build();
    }

    private static Map<String, @Nullable Object> point(DriftEvaluation evaluation) {
        Map<String, Double> psi = new LinkedHashMap<>();
        for (FeatureDrift feature : evaluation.report().features()) {
            if (!feature.inconclusive()) {
                psi.put(feature.feature(), feature.tests().get(0).value());
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

    private static Map<String, @Nullable Object> feature(FeatureDrift feature) {
        Fields fields = Fields.create()
                .put("feature", feature.feature())
                .put("type", feature.type().word())
                .put("verdict", feature.result().verdict());
        if (feature.result() instanceof DriftResult.Inconclusive inconclusive) {
            fields.put("reason", inconclusive.reason()).put("rows_needed", inconclusive.rowsNeeded());
        }
        if (!feature.tests().isEmpty()) {
            fields.put("p_value", feature.tests().get(0).pValue());
        }
        return fields.put("adjusted_p_value", feature.adjustedPValue())
                .put("sentence", feature.sentence())
                .put(
                        "tests",
                        feature.tests().stream().map(DriftController::test).toList())
                .put("bins", feature.bins().stream().map(DriftController::bin).toList())
                .build();
    }

    private static Map<String, @Nullable Object> test(TestStatistic test) {
        Fields fields = Fields.create().put("statistic", test.name()).put("value", test.value());
        if (test.pValue().isPresent()) {
            fields.put("p_value", test.pValue());
        }
        return fields.put("effect", test.effect())
                .put("reference_count", test.referenceCount())
                .put("current_count", test.currentCount())
                .build();
    }

    private static Map<String, @Nullable Object> bin(BinShare bin) {
        return Fields.create()
                .put("bin", bin.bin())
                .put("description", bin.description())
                .put("reference_ratio", bin.referenceRatio())
                .put("current_ratio", bin.currentRatio())
                .build();
    }
}
