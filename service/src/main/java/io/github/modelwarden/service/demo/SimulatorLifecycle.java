package io.github.modelwarden.service.demo;

import java.net.URI;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Starts the simulator once the service is ready, and stops it before the service shuts down. */
@Component
@ConditionalOnBooleanProperty("modelwarden.demo.enabled")
final class SimulatorLifecycle {

    private final Simulator simulator;

    SimulatorLifecycle(TrafficSource source, DemoSettings settings, Clock clock, JsonMapper mapper) {
        this.simulator = new Simulator(source, settings, clock, mapper);
    }

    Simulator.Progress progress() {
        return simulator.progress();
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            simulator.start(URI.create("http://127.0.0.1:" + web.getWebServer().getPort()));
        }
    }

    @EventListener
    void closing(ContextClosedEvent event) {
        simulator.stop();
    }
}
