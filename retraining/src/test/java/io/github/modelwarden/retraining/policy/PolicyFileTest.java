package io.github.modelwarden.retraining.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.modelwarden.config.ConfigException;
import io.github.modelwarden.retraining.ModelMetric;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyFileTest {

    private static final String GOOD = """
            apiVersion: modelwarden/v1
            model: churn
            mode: approve
            triggers:
              anyOf:
                - performance: {metric: f1, drop: 0.05, minMatured: 500}
                - drift: {features: 2, share: 0.3, persist: 3 of 5}
                - schedule: 30d
                - manual
            guards: {cooldown: 7d, minMatured: 5000}
            window: 60d
            gate: {metric: auc, alpha: 0.01}
            dataGate: {minRows: 100}
            """;

    @Test
    void readsEveryPart() {
        RetrainingPolicy policy = PolicyFile.parse(GOOD, "retraining.yaml");
        assertThat(policy.model()).isEqualTo("churn");
        assertThat(policy.mode()).isEqualTo(RetrainingPolicy.Mode.APPROVE);
        assertThat(policy.trigger())
                .isEqualTo(new Trigger.AnyOf(List.of(
                        new PerformanceDrop(ModelMetric.F1, OptionalDouble.of(0.05), OptionalDouble.empty(), 0.95, 500),
                        new Trigger.DriftPersists(2, 0.3, 3, 5, Optional.empty()),
                        new Trigger.Schedule(Duration.ofDays(30)),
                        new Trigger.Manual())));
        assertThat(policy.guards().cooldown()).isEqualTo(Duration.ofDays(7));
        assertThat(policy.guards().minPositives())
                .isEqualTo(Guards.withDefaults().minPositives());
        assertThat(policy.window()).isEqualTo(Duration.ofDays(60));
        assertThat(policy.promotionGate().metric()).isEqualTo(ModelMetric.AUC);
        assertThat(policy.promotionGate().alpha()).isEqualTo(0.01);
        assertThat(policy.dataGate().minRows()).isEqualTo(100);
    }

    @ParameterizedTest(quoteTextArguments = false)
    @CsvSource(
            delimiter = '|',
            value = {
                "mode: approve | mode: aprove | 3 | approve",
                "apiVersion: modelwarden/v1 | apiVersion: v2 | 1 | modelwarden/v1",
                "window: 60d | windows: 60d | 11 | window",
                "window: 60d | window: 60 | 11 | unit",
                "window: 60d | window: 0 | 11 | above zero",
                "persist: 3 of 5 | persist: 5 of 3 | 7 | k of n",
                "persist: 3 of 5 | persist: often | 7 | 3 of 5",
                "metric: f1, drop: 0.05 | metric: f1 | 6 | drop or a floor",
                "metric: f1, drop: 0.05 | metric: f2, drop: 0.05 | 6 | f1",
                "schedule: 30d | schedule: 0 | 8 | above zero",
                "- manual | - automatic | 9 | manual",
                "alpha: 0.01 | alpha: 0.7 | 12 | alpha",
                "metric: auc | metric: recall | 12 | accuracy",
                "minRows: 100 | minRows: 99999999999 | 13 | whole number"
            })
    void refusesWithLineAndAdvice(String good, String bad, int line, String advice) {
        assertThatThrownBy(() -> PolicyFile.parse(GOOD.replace(good, bad), "retraining.yaml"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("retraining.yaml:" + line + ":")
                .hasMessageContaining(advice);
    }
}
