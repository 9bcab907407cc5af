package io.github.modelwarden.service.traffic;

import io.github.modelwarden.service.settings.ServiceSettings;
import io.github.modelwarden.service.web.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/traffic}. */
@RestController
final class TrafficController {

    private final TrafficHistory history;
    private final double stepSeconds;

    TrafficController(TrafficHistory history, ServiceSettings settings) {
        this.history = history;
        this.stepSeconds = settings.monitoring().evaluateEvery().toMillis() / 1e3;
    }

    @GetMapping("/api/traffic")
    Map<String, @Nullable Object> traffic() {
        return Fields.create()
                .put("step_seconds", stepSeconds)
                .put(
                        "points",
                        history.points().stream().map(TrafficController::point).toList())
                .build();
    }

    private static Map<String, @Nullable Object> point(TrafficHistory.Point point) {
        return Fields.create()
                .put("at", point.at())
                .put("requests_per_second", point.requestsPerSecond())
                .put("error_ratio", point.errorRatio())
                .put("p50_ms", point.p50())
                .put("p90_ms", point.p90())
                .put("p99_ms", point.p99())
                .build();
    }
}
