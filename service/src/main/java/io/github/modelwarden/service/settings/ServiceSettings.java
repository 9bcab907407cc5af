package io.github.modelwarden.service.settings;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the service, under {@code modelwarden}.
 *
 * @param state folder for the database, model files and the operator token
 * @param data the user's own table (CSV) to start from; without it the built-in churn data is used
 * @param schema schema file of {@code data}
 * @param rules location of the alert rules, a file or {@code classpath:} location; without it the rules that ship with the
 *     model
 * @param policy location of the retraining policy, a file or {@code classpath:} location
 * @param workerLease how long a retraining run belongs to a process that no longer shows up
 * @param timeScale by how much the durations of the alert rules are divided; 1 in production, 1440 in the demo, where a day runs
 *     in a minute
 * @param seed seed of the built-in data and of training
 * @param initialRows rows of built-in data the first model is trained on
 * @param maxInFlight prediction requests worked on at once; more are answered 503
 * @param operatorToken secret for operator actions; without it one is made and kept in the state folder
 * @param monitoring windows and intervals of the in-process evaluator
 */
@ConfigurationProperties("modelwarden")
public record ServiceSettings(
        Path state,
        @Nullable Path data,
        @Nullable Path schema,
        @Nullable String rules,

        @DefaultValue("classpath:retraining/retraining.yaml")
        String policy,

        @DefaultValue("1") double timeScale,
        @DefaultValue("42") long seed,
        @DefaultValue("8000") int initialRows,
        @DefaultValue("64") int maxInFlight,
        @DefaultValue("60s") Duration workerLease,
        @Nullable String operatorToken,
        @DefaultValue Monitoring monitoring) {

    public ServiceSettings {
        if (!(timeScale >= 1)) {
            throw new IllegalArgumentException(
                    "modelwarden.time-scale: expected a number of at least 1 but got " + timeScale);
        }
        if ((data == null) != (schema == null)) {
            throw new IllegalArgumentException("modelwarden.data and modelwarden.schema go together, but only "
                    + (data == null ? "the schema" : "the data") + " was given; name both files or neither");
        }
    }

    /**
     * Windows and intervals of the in-process evaluator.
     *
     * @param driftWindow how much recent traffic is compared with the baseline
     * @param performanceWindow how far back predictions are scored against their ground truth
     * @param evaluateEvery how often windows, rules and the retraining policy are evaluated
     */
    public record Monitoring(
            @DefaultValue("1h") Duration driftWindow,
            @DefaultValue("24h") Duration performanceWindow,
            @DefaultValue("30s") Duration evaluateEvery) {

        public Monitoring {
            if (driftWindow.compareTo(evaluateEvery) < 0 || evaluateEvery.isNegative() || evaluateEvery.isZero()) {
                throw new IllegalArgumentException("modelwarden.monitoring: expected an evaluation interval above zero"
                        + " and no longer than the drift window, but got " + evaluateEvery + " and " + driftWindow);
            }
        }
    }
}
