package io.github.modelwarden.service.demo;

import io.github.modelwarden.service.churn.ChurnScenario;
import io.github.modelwarden.service.dataset.Dataset;
import io.github.modelwarden.service.settings.ServiceSettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The simulator, when it is wanted. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("modelwarden.demo.enabled")
@EnableConfigurationProperties(DemoSettings.class)
class DemoConfiguration {

    /** Traffic must not repeat the customers the first model was trained on. */
    private static final long SEED_OFFSET = 1_000_003;

    @Bean
    TrafficSource trafficSource(Dataset dataset, DemoSettings demo, ServiceSettings settings) {
        return dataset.replay()
                .<TrafficSource>map(
                        rows -> new ReplayedTraffic(rows, dataset.schema().label()))
                .orElseGet(() -> new GeneratedTraffic(
                        ChurnScenario.of(demo.scenario()),
                        demo.shiftAfter(),
                        dataset.schema().label(),
                        settings.seed() + SEED_OFFSET));
    }
}
