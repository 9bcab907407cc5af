package io.github.modelwarden.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PredictTest {

    private final RunningService service = RunningService.shared();

    @Test
    void answersOneInstanceWithEveryFieldOfTheContract() {
        JsonNode answer = service.predict(Customers.request()).json(200);

        assertThat(answer.propertyNames())
                .containsExactly("prediction_id", "model", "version", "label", "score", "latency_ms");
        assertThat(answer.path("model").asString()).isEqualTo("churn");
        assertThat(answer.path("version").asString()).isNotBlank();
        assertThat(answer.path("label").asString()).isIn("churn", "stay");
        assertThat(answer.path("score").doubleValue()).isBetween(0.0, 1.0);
        assertThat(answer.path("latency_ms").doubleValue()).isPositive();
    }

    @Test
    void answersABatchInOrder() {
        JsonNode answer = service.predict(Customers.batch(Customers.request(), Customers.request("batch-second")))
                .json(200);

        assertThat(answer.path("rejected")).isEmpty();
        assertThat(answer.path("predictions")).hasSize(2);
        assertThat(answer.path("predictions").get(0).path("index").asInt()).isZero();
        assertThat(answer.path("predictions").get(1).path("index").asInt()).isEqualTo(1);
        assertThat(answer.path("predictions").get(1).path("prediction_id").asString())
                .isEqualTo("batch-second");
    }

    @Test
    void answersTheGoodInstancesOfABatchAndListsTheBadOnes() throws SQLException {
        JsonNode answer = service.predict(Customers.batch(
                        Customers.with("customer_age", "\"old\""), Customers.request("batch-good"), "7"))
                .json(200);

        assertThat(answer.path("predictions")).hasSize(1);
        assertThat(answer.path("predictions").get(0).path("index").asInt()).isEqualTo(1);
        assertThat(answer.path("rejected")).hasSize(2);
        assertThat(answer.path("rejected").get(0).path("index").asInt()).isZero();
        assertThat(answer.path("rejected")
                        .get(0)
                        .path("errors")
                        .get(0)
                        .path("field")
                        .asString())
                .isEqualTo("features.customer_age");
        assertThat(answer.path("rejected").get(1).path("index").asInt()).isEqualTo(2);
        assertThat(loggedIds()).contains("batch-good");
    }

    @Test
    void countsAMissingOptionalFeatureAsMissing() {
        double before = observations("total_charges", "missing");

        service.predict(Customers.without("total_charges")).json(200);
        service.predict(Customers.with("total_charges", "null")).json(200);

        assertThat(observations("total_charges", "missing")).isEqualTo(before + 2);
    }

    @Test
    void countsAnUnknownCategoryAsOther() {
        double before = observations("contract", "other");

        service.predict(Customers.with("contract", "\"lifetime\"")).json(200);

        assertThat(observations("contract", "other")).isEqualTo(before + 1);
    }

    private double observations(String feature, String bin) {
        return Exposition.of(service.get("/metrics").body())
                .value("ml_feature_observations_total", "feature=\"" + feature + "\"", "bin=\"" + bin + "\"");
    }

    @Test
    void repeatsItsAnswerForTheSameIdAndFeatures() {
        JsonNode first = service.predict(Customers.request("same")).json(200);
        JsonNode second = service.predict(Customers.request("same")).json(200);

        assertThat(second.path("score")).isEqualTo(first.path("score"));
        assertThat(second.path("label")).isEqualTo(first.path("label"));
        assertThat(second.path("version")).isEqualTo(first.path("version"));
        assertThat(second.path("prediction_id").asString()).isEqualTo("same");
    }

    @Test
    void repeatsItsAnswerForCategoriesOutsideOfAscii() {
        String request = "{\"id\": \"unicode\", "
                + Customers.with("contract", "\"žluťoučký \uD83D\uDC0E \\u0000\"")
                        .substring(1);

        service.predict(request).json(200);
        service.predict(request).json(200);
    }

    @Test
    void refusesAnIdThatWasUsedForOtherFeatures() {
        service.predict(Customers.request("taken")).json(200);
        String other =
                "{\"id\": \"taken\", " + Customers.with("customer_age", "42").substring(1);

        assertThat(service.predict(other).problem(409).path("detail").asString())
                .contains("taken");
    }

    @Test
    void refusesAnIdThatStandsTwiceInABatch() {
        String batch = Customers.batch(Customers.request("twice"), Customers.request("twice"));

        assertThat(service.predict(batch).problem(409).path("detail").asString())
                .contains("twice");
    }

    @Test
    void givesTheSameAnswerToRequestsThatShareAnIdAtTheSameMoment() {
        for (int round = 0; round < 10; round++) {
            String id = "at-once-" + round;
            List<Answer> answers = concurrently(8, i -> service.predict(Customers.request(id)));
            assertThat(answers)
                    .allSatisfy(answer -> assertThat(
                                    answer.json(200).path("prediction_id").asString())
                            .isEqualTo(id));
        }
    }

    @Test
    void hasEveryAnswerInTheLogBeforeItIsSent() {
        List<Boolean> logged = concurrently(200, i -> {
            String id = service.predictedId();
            try {
                return logged(id);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });

        assertThat(logged).hasSize(200).containsOnly(true);
    }

    private static <T> List<T> concurrently(int times, java.util.function.IntFunction<T> call) {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<CompletableFuture<T>> answers = IntStream.range(0, times)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> call.apply(i), threads))
                    .toList();
            return answers.stream().map(CompletableFuture::join).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private boolean logged(String id) throws SQLException {
        try (Connection reader = reader();
                var statement = reader.prepareStatement("select 1 from prediction where prediction_id = ?")) {
            statement.setString(1, id);
            return statement.executeQuery().next();
        }
    }

    private Set<String> loggedIds() throws SQLException {
        Set<String> ids = new HashSet<>();
        try (Connection reader = reader();
                Statement statement = reader.createStatement();
                ResultSet rows = statement.executeQuery("select prediction_id from prediction")) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }

    /** A connection of its own: what it sees is committed. */
    private Connection reader() throws SQLException {
        return DriverManager.getConnection(service.property("spring.datasource.url"));
    }

    @Test
    void keepsTheTraceOfTheCaller() throws SQLException {
        String trace = UUID.randomUUID().toString().replace("-", "");
        String id = service.send(service.request("/predict")
                        .header("Content-Type", "application/json")
                        .header("traceparent", "00-" + trace + "-0123456789abcdef-01")
                        .POST(java.net.http.HttpRequest.BodyPublishers.ofString(Customers.request())))
                .json(200)
                .path("prediction_id")
                .asString();

        try (Connection reader = reader();
                var statement = reader.prepareStatement("select trace_id from prediction where prediction_id = ?")) {
            statement.setString(1, id);
            ResultSet row = statement.executeQuery();
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo(trace);
        }
    }
}
