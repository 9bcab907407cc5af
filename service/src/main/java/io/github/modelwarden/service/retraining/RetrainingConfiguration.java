package io.github.modelwarden.service.retraining;

import io.github.modelwarden.core.data.Schema;
import io.github.modelwarden.retraining.policy.PolicyFile;
import io.github.modelwarden.retraining.policy.RetrainingPolicy;
import io.github.modelwarden.retraining.run.JdbcRunStore;
import io.github.modelwarden.retraining.run.ModelArtifacts;
import io.github.modelwarden.retraining.run.RetrainingWorker;
import io.github.modelwarden.retraining.run.TrainingData;
import io.github.modelwarden.retraining.run.WorkerSettings;
import io.github.modelwarden.service.settings.Locations;
import io.github.modelwarden.service.settings.ServiceSettings;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Provides the retraining policy and the worker that carries runs out. */
@Configuration(proxyBeanMethods = false)
class RetrainingConfiguration {

    private static final int ATTEMPTS = 3;

    @Bean
    RetrainingPolicy retrainingPolicy(ServiceSettings settings, Locations locations, Schema schema) {
        RetrainingPolicy policy = PolicyFile.parse(locations.text(settings.policy()), settings.policy());
        if (!policy.model().equals(schema.model()) && !settings.policy().startsWith(Locations.CLASSPATH)) {
            throw new IllegalArgumentException(settings.policy() + ": the policy is for model '" + policy.model()
                    + "' but the schema is that of '" + schema.model() + "'; correct one of them");
        }
        return new RetrainingPolicy(
                schema.model(),
                policy.mode(),
                policy.trigger(),
                policy.guards(),
                policy.dataGate(),
                policy.promotionGate(),
                policy.window());
    }

    @Bean
    RetrainingWorker retrainingWorker(
            JdbcRunStore store,
            ModelArtifacts artifacts,
            TrainingData data,
            RetrainingPolicy policy,
            ServiceSettings settings) {
        WorkerSettings worker =
                new WorkerSettings("service-" + UUID.randomUUID(), settings.workerLease(), ATTEMPTS, settings.seed());
        return new RetrainingWorker(store, artifacts, data, policy, worker);
    }
}
