package io.github.modelwarden.spring;

import io.github.modelwarden.core.data.Schema;
import io.github.modelwarden.drift.report.ModelDriftTest;
import io.github.modelwarden.micrometer.ModelMonitor;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * Provides a {@link ModelMonitor} when the context has a {@link Schema} and a {@link MeterRegistry}, and the
 * {@link ModelDriftTest} that {@link DriftProperties} describe. Own beans of these types take precedence.
 */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.export.prometheus.PrometheusMetricsExportAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration"
        })
@EnableConfigurationProperties(DriftProperties.class)
public final class ModelwardenAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnBean({Schema.class, MeterRegistry.class})
    ModelMonitor modelMonitor(MeterRegistry registry, Schema schema) {
        return ModelMonitor.create(registry, schema);
    }

    @Bean
    @ConditionalOnMissingBean
    ModelDriftTest modelDriftTest(DriftProperties properties) {
        return properties.toTest();
    }
}
