package io.github.modelwarden.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.modelwarden.core.data.Label;
import io.github.modelwarden.core.data.NumericFeature;
import io.github.modelwarden.core.data.Schema;
import io.github.modelwarden.drift.report.ModelDriftTest;
import io.github.modelwarden.micrometer.ModelMonitor;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ModelwardenAutoConfigurationTest {

    private static final Schema SCHEMA =
            Schema.of("churn", List.of(NumericFeature.of("age")), new Label("churn", "churn", "stay"));

    private final ApplicationContextRunner runner =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(ModelwardenAutoConfiguration.class));

    @Test
    void aSchemaAndARegistryGiveAMonitor() {
        runner.withBean(Schema.class, () -> SCHEMA)
                .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
                .run(context -> assertThat(context).hasSingleBean(ModelMonitor.class));
    }

    @Test
    void withoutASchemaThereIsNothingToMonitor() {
        runner.withBean(MeterRegistry.class, SimpleMeterRegistry::new)
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(ModelMonitor.class));
    }

    @Test
    void driftPropertiesReachTheTest() {
        runner.withPropertyValues("modelwarden.drift.alpha=0.01", "modelwarden.drift.minimum-rows=77")
                .run(context -> {
                    ModelDriftTest test = context.getBean(ModelDriftTest.class);
                    assertThat(test.alpha()).isEqualTo(0.01);
                    assertThat(test.minimumRows()).isEqualTo(77);
                });
    }

    @Test
    void anImpossibleAlphaStopsTheStartWithTheReason() {
        runner.withPropertyValues("modelwarden.drift.alpha=2")
                .run(context ->
                        assertThat(context).getFailure().rootCause().hasMessageContaining("alpha between 0 and 1"));
    }
}
