package io.github.modelwarden.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The shapes that scripts rely on. */
class ApiShapeTest {

    private final RunningService service = RunningService.shared();

    private static List<String> names(JsonNode object) {
        return List.copyOf(object.propertyNames());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/drift",
                "/api/performance",
                "/api/alerts",
                "/api/retraining",
                "/api/model",
                "/api/baseline",
                "/api/status",
                "/api/traffic",
                "/api/dashboard"
            })
    void answersJsonWithoutNumbersThatAreNone(String path) {
        Answer answer = service.get(path);

        assertThat(answer.type()).isEqualTo("application/json");
        assertThat(answer.json(200).isObject()).isTrue();
        assertThat(answer.body()).doesNotContain("NaN").doesNotContain("Infinity");
    }

    @Test
    void driftTellsAVerdictForEachFeatureWithItsTests() {
        Eventually.holds(() -> {
            Traffic.labeled(service, 200, 31);
            JsonNode drift = service.get("/api/drift").json(200);
            assertThat(drift.path("schema_version").asInt()).isEqualTo(1);
            assertThat(drift.path("verdict").asString()).isIn("drifted", "stable");
            assertThat(drift.path("alpha").doubleValue()).isBetween(0.0, 1.0);
            assertThat(drift.path("correction").asString()).isIn("bh", "holm", "none");
            assertThat(drift.path("features").size()).isGreaterThanOrEqualTo(10);
            JsonNode feature = drift.path("features").get(0);
            assertThat(names(feature)).contains("feature", "type", "verdict", "tests");
            assertThat(feature.path("type").asString()).isIn("numeric", "categorical");
            assertThat(feature.path("verdict").asString()).isIn("drifted", "stable", "inconclusive");
            assertThat(feature.path("tests").size()).isPositive();
            assertThat(names(feature.path("tests").get(0)))
                    .contains("statistic", "value", "effect", "reference_count", "current_count");
        });
    }

    @Test
    void performanceTellsEachWindow() {
        Eventually.holds(() -> {
            Traffic.labeled(service, 200, 32);
            JsonNode window =
                    service.get("/api/performance").json(200).path("windows").path(0);
            assertThat(names(window))
                    .contains("window", "f1", "precision", "recall", "accuracy", "roc_auc", "labeled", "coverage");
            assertThat(window.path("window").asString()).isEqualTo("1m");
            for (String metric : List.of("f1", "precision", "recall", "accuracy", "roc_auc", "coverage")) {
                assertThat(window.path(metric).isNumber()).as(metric).isTrue();
                assertThat(window.path(metric).doubleValue()).as(metric).isBetween(0.0, 1.0);
            }
        });
    }

    @Test
    void alertsTellRuleSeverityAndState() {
        Eventually.holds(() -> {
            JsonNode alerts = service.get("/api/alerts").json(200).path("alerts");
            assertThat(alerts.size()).isPositive();
            assertThat(alerts.valueStream()).allSatisfy(alert -> {
                assertThat(names(alert)).contains("rule", "severity", "state", "labels", "value", "since");
                assertThat(alert.path("state").asString()).isIn("inactive", "pending", "firing", "resolved");
                assertThat(alert.path("severity").asString()).isIn("critical", "warning", "info");
                assertThat(alert.path("labels").isObject()).isTrue();
            });
        });
    }

    @Test
    void modelTellsVersionAndBaseline() {
        JsonNode model = service.get("/api/model").json(200);
        JsonNode baseline = service.get("/api/baseline").json(200);

        assertThat(names(model)).contains("model", "version", "trained_at", "baseline");
        assertThat(model.path("model").asString()).isEqualTo("churn");
        assertThat(Instant.parse(model.path("trained_at").asString())).isBefore(Instant.now());
        assertThat(baseline.path("baseline")).isEqualTo(model.path("baseline"));
        assertThat(baseline.path("features").valueStream())
                .allSatisfy(feature -> assertThat(feature.path("bins").size()).isPositive());
    }

    @Test
    void statusTellsThatThereIsNoDemo() {
        JsonNode status = service.get("/api/status").json(200);

        assertThat(status.path("model").asString()).isEqualTo("churn");
        assertThat(status.path("time_scale").doubleValue()).isEqualTo(1);
        assertThat(status.path("demo").isNull()).isTrue();
    }

    @Test
    void trafficTellsRateErrorsAndLatency() {
        Eventually.holds(() -> {
            service.predictedId();
            JsonNode traffic = service.get("/api/traffic").json(200);
            assertThat(traffic.path("step_seconds").doubleValue()).isEqualTo(0.2);
            JsonNode latest = traffic.path("points").path(traffic.path("points").size() - 1);
            assertThat(names(latest))
                    .contains("at", "requests_per_second", "error_ratio", "p50_ms", "p90_ms", "p99_ms");
            assertThat(latest.path("requests_per_second").doubleValue()).isPositive();
        });
    }

    @Test
    void healthTellsLivenessAndReadiness() {
        for (String path : List.of("/actuator/health", "/actuator/health/readiness", "/actuator/health/liveness")) {
            assertThat(service.get(path).json(200).path("status").asString())
                    .as(path)
                    .isEqualTo("UP");
        }
        assertThat(service.get("/actuator/health")
                        .json(200)
                        .path("groups")
                        .valueStream()
                        .map(JsonNode::asString))
                .contains("liveness", "readiness");
    }

    @Test
    void servesTheLivePageWithoutOtherHosts() {
        Answer page = service.get("/");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.type()).startsWith("text/html");
        assertThat(page.body()).doesNotContain("https://").doesNotContain("//cdn");
    }
}
