package io.github.modelwarden.service.demo;

import io.github.modelwarden.core.data.Schema;
import io.github.modelwarden.service.settings.ServiceSettings;
import io.github.modelwarden.service.web.Fields;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/status}: what is running, and what the simulator does. */
@RestController
final class StatusController {

    private final Schema schema;
    private final ServiceSettings settings;
    private final Optional<SimulatorLifecycle> simulator;
    private final Instant startedAt;

    StatusController(Schema schema, ServiceSettings settings, Optional<SimulatorLifecycle> simulator, Clock clock) {
        this.schema = schema;
        this.settings = settings;
        this.simulator = simulator;
        this.startedAt = clock.instant();
    }

    @GetMapping("/api/status")
    Map<String, @Nullable Object> status() {
        return Fields.create()
                .put("model", schema.model())
                .put("profile", simulator.isPresent() ? "demo" : "default")
                .put("time_scale", settings.timeScale())
                .put("started_at", startedAt)
                .put("demo", simulator.map(s -> demo(s.progress())).orElse(null))
                .build();
    }

    private static Map<String, @Nullable Object> demo(Simulator.Progress progress) {
        return Fields.create()
                .put("scenario", progress.scenario())
                .put("description", progress.description())
                .put("started_at", progress.startedAt())
                .put("shift_at", progress.shiftAt())
                .put("phase", progress.phase())
                .put("requests_sent", progress.requestsSent())
                .put("labels_sent", progress.labelsSent())
                .build();
    }
}
