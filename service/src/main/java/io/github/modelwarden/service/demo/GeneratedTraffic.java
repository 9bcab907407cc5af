package io.github.modelwarden.service.demo;

import io.github.modelwarden.core.data.Label;
import io.github.modelwarden.service.churn.ChurnGenerator;
import io.github.modelwarden.service.churn.ChurnScenario;
import java.time.Duration;
import java.util.Optional;

/** Customers of the built-in world, in a scenario. */
final class GeneratedTraffic implements TrafficSource {

    private final ChurnScenario scenario;
    private final Duration shiftAfter;
    private final Label label;
    private final ChurnGenerator generator;

    GeneratedTraffic(ChurnScenario scenario, Duration shiftAfter, Label label, long seed) {
        this.scenario = scenario;
        this.shiftAfter = shiftAfter;
        this.label = label;
        this.generator = ChurnGenerator.create(seed);
    }

    @Override
    public String name() {
        return scenario.word();
    }

    @Override
    public String description() {
        return scenario.description();
    }

    @Override
    public Optional<Duration> shiftAfter() {
        return scenario.shiftsAfter(shiftAfter);
    }

    @Override
    public Optional<Visit> next(Duration sinceStart) {
        ChurnGenerator.Example example = generator.next(scenario, sinceStart, shiftAfter);
        boolean told = scenario.labelsFlow(sinceStart, shiftAfter);
        return Optional.of(new Visit(example.features(), told ? label.word(example.churned()) : null));
    }
}
