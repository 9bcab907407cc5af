package io.github.modelwarden.service.monitoring;

import io.github.modelwarden.service.web.Fields;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/performance}. */
@RestController
final class PerformanceController {

    private final PerformanceMonitor monitor;

    PerformanceController(PerformanceMonitor monitor) {
        this.monitor = monitor;
    }

    @GetMapping("/api/performance")
    Map<String, @Nullable Object> performance() {
        List<Map<String, @Nullable Object>> windows = monitor.latest()
                .map(evaluation -> List.of(fields(evaluation)
                        .put("window", monitor.windowLabel())
                        .put("from", evaluation.from())
                        .put("to", evaluation.at())
                        .build()))
                .orElse(List.of());
        return Fields.create()
                .put("windows", windows)
                .put(
                        "history",
                        monitor.history().stream()
                                .map(evaluation -> fields(evaluation)
                                        .put("at", evaluation.at())
                                        .build())
                                .toList())
                .build();
    }

    private static Fields fields(PerformanceEvaluation evaluation) {
        return Fields.create()
                .put("version", evaluation.version())
                .put("f1", evaluation.ifKnown(evaluation.matrix().f1()))
                .put("precision", evaluation.ifKnown(evaluation.matrix().precision()))
                .put("recall", evaluation.ifKnown(evaluation.matrix().recall()))
                .put("accuracy", evaluation.ifKnown(evaluation.matrix().accuracy()))
                .put("roc_auc", evaluation.ifKnown(evaluation.rocAuc()))
                .put("labeled", evaluation.matrix().total())
                .put("predictions", evaluation.predictions())
                .put("coverage", evaluation.coverage());
    }
}
