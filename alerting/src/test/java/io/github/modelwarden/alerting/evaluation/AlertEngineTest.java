package io.github.modelwarden.alerting.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.modelwarden.alerting.ChurnRules;
import io.github.modelwarden.alerting.series.MetricSample;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertEngineTest {

    @Test
    void firesAndResolvesTheErrorRateOfADayInAMinute() {
        AlertEngine engine = AlertEngine.create(ChurnRules.load().scaledBy(1 / 60.0));
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        double good = 0;
        double bad = 0;
        int fired = -1;
        int resolved = -1;
        for (int second = 0; second < 60; second++) {
            good += 100;
            bad += second >= 20 && second < 30 ? 10 : 0;
            Instant now = start.plusSeconds(second);
            engine.observe(now, List.of(requests("success", good), requests("server_error", bad)));
            for (AlertTransition change : engine.evaluate(now).transitions()) {
                assertThat(change.alert().rule()).isEqualTo("api_error_rate");
                if (change.to() == AlertState.FIRING) {
                    fired = second;
                } else {
                    resolved = second;
                }
            }
        }
        // 5 s windows, limit 5 %: true from the third bad second to the third good one, then 5 s of keeping on
        assertThat(fired).isEqualTo(22);
        assertThat(resolved).isEqualTo(37);
        assertThat(engine.last().orElseThrow().alerts())
                .extracting(AlertStatus::rule)
                .contains("api_error_rate", "api_latency_p99", "feature_drift_customer_age", "model_f1_24h");
    }

    private static MetricSample requests(String outcome, double value) {
        return new MetricSample("ml_requests_total", Map.of("model", "m", "version", "1", "outcome", outcome), value);
    }
}
