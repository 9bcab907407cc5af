package io.github.modelwarden.service.champion;

import io.github.modelwarden.core.data.Schema;
import io.github.modelwarden.retraining.run.JdbcRunStore;
import io.github.modelwarden.retraining.run.ModelArtifacts;
import io.github.modelwarden.retraining.training.Trainer;
import io.github.modelwarden.retraining.training.TribuoLogisticTrainer;
import io.github.modelwarden.service.settings.ServiceSettings;
import javax.sql.DataSource;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Provides what model versions are made of and where they are kept. */
@Configuration(proxyBeanMethods = false)
class ModelConfiguration {

    @Bean
    Trainer trainer() {
        return TribuoLogisticTrainer.withDefaults();
    }

    @Bean
    ModelArtifacts modelArtifacts(ServiceSettings settings, Schema schema, Trainer trainer) {
        String folder = schema.model().replaceAll("[^A-Za-z0-9_-]", "_");
        return new ModelArtifacts(settings.state().resolve("models").resolve(folder), schema, trainer);
    }

    @Bean
    @DependsOnDatabaseInitialization
    JdbcRunStore runStore(DataSource dataSource) {
        return new JdbcRunStore(dataSource);
    }
}
