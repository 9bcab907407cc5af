package io.github.modelwarden.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** The service with its tables in PostgreSQL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresTest {

    @SuppressWarnings("NullAway.Init")
    private PostgresCluster cluster;

    @SuppressWarnings("NullAway.Init")
    private RunningService service;

    @BeforeAll
    void start() throws IOException, InterruptedException {
        cluster = PostgresCluster.start();
        service = RunningService.start(
                Map.of("spring.datasource.url", cluster.url(), "spring.datasource.username", PostgresCluster.USER));
    }

    @AfterAll
    void stop() throws IOException, InterruptedException {
        if (service != null) {
            service.close();
        }
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    void predictsOnceForAnId() {
        JsonNode first = service.predict(Customers.request("pg")).json(200);
        JsonNode second = service.predict(Customers.request("pg")).json(200);

        assertThat(second.path("score")).isEqualTo(first.path("score"));
        service.predict("{\"id\": \"pg\", "
                        + Customers.with("customer_age", "42").substring(1))
                .problem(409);
    }

    @Test
    void keepsCategoriesOfAnyText() {
        String request = "{\"id\": \"text\", "
                + Customers.with("contract", "\"ž \\u0000 \uD83D\uDC0E\"").substring(1);

        service.predict(request).json(200);
        service.predict(request).json(200);
    }

    @Test
    void joinsFeedback() {
        String id = service.predictedId();
        String timed = Traffic.truth(id, "churn").replace("}", ", \"observed_at\": \"2026-01-31T12:00:00Z\"}");

        assertThat(service.feedback(timed).json(202).path("accepted").asInt()).isEqualTo(1);
        assertThat(service.feedback(timed).json(202).path("duplicates")).hasSize(1);
        service.feedback(Traffic.truth("a\\u0000b", "churn")).problem(400);
        Traffic.labeled(service, 300, 41);
        Eventually.holds(() -> assertThat(service.get("/api/performance")
                        .json(200)
                        .path("windows")
                        .path(0)
                        .path("labeled")
                        .asInt())
                .isGreaterThan(300));
    }

    @Test
    void keepsModelsRunsAndAlerts() {
        assertThat(service.get("/api/model").json(200).path("history").size()).isPositive();
        assertThat(service.get("/api/retraining").json(200).path("runs").isArray())
                .isTrue();
        assertThat(service.get("/api/alerts").json(200).path("events").isArray())
                .isTrue();
        assertThat(service.get("/actuator/health").json(200).path("status").asString())
                .isEqualTo("UP");
    }

    @Test
    void takesARunToItsEnd() throws IOException {
        Traffic.labeled(service, 1_000, 42);
        Traffic.labeled(service, 1_000, 43);
        // a run needs to see labels arrive
        Eventually.holds(() -> assertThat(service.get("/api/performance")
                        .json(200)
                        .path("windows")
                        .path(0)
                        .path("labeled")
                        .asInt())
                .isGreaterThanOrEqualTo(2_000));

        // the policy may have started a run by itself; one live run is all there can be
        Answer started = service.act("/api/retraining/runs");
        assertThat(started.status()).isIn(202, 409);

        String id = service.get("/api/retraining")
                .json(200)
                .path("runs")
                .path(0)
                .path("id")
                .asString();
        assertThat(id).startsWith("churn-");
        Eventually.holds(() -> {
            JsonNode run = service.get("/api/retraining").json(200).path("runs").path(0);
            assertThat(run.path("id").asString()).isEqualTo(id);
            assertThat(run.propertyNames()).contains("state", "reason", "evidence", "started_at", "ended_at");
            assertThat(run.path("state").asString()).as("%s", run.path("note")).isIn("promoted", "rejected");
        });
        service.act("/api/retraining/runs/" + id + "/cancel").problem(409);
    }
}
