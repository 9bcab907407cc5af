package io.github.modelwarden.exercises.structuredlogging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.modelwarden.exercises.support.CapturedLog;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PredictionLogTest {

    private static final Prediction PREDICTION = new Prediction(
            "p-1",
            "churn",
            "7",
            Map.of("customer_age", 24, "contract", "month_to_month", "senior_citizen", "no"),
            "churn",
            0.7312,
            1.4);

    private final CapturedLog captured = CapturedLog.create();
    private final PredictionLog log = new PredictionLog(captured.logger(), Set.of("senior_citizen"));

    @Test
    @Order(1)
    @DisplayName("a prediction is one line at INFO")
    void onePredictionIsOneLine() {
        log.accepted(PREDICTION);

        assertThat(theLine().path("level").asString())
                .as("the level of an answered request")
                .isEqualTo("INFO");
    }

    // tag::check[]
    @Test
    @Order(2)
    @DisplayName("everything about a prediction is a field of its own")
    void everythingIsAField() {
        log.accepted(PREDICTION);

        JsonNode line = theLine();
        for (String field : List.of("event", "prediction_id", "model", "version", "features", "label", "score")) {
            assertThat(line.has(field))
                    .as("the field '%s' is missing; text in the message is not a field, nobody can search or plot it",
                            field)
                    .isTrue();
        }
        assertThat(line.path("event").asString()).isEqualTo("prediction");
        assertThat(line.path("prediction_id").asString()).isEqualTo("p-1");
    }
    // end::check[]

    @Test
    @Order(3)
    @DisplayName("numbers are numbers and features are an object")
    void typesAreKept() {
        log.accepted(PREDICTION);

        JsonNode line = theLine();
        assertThat(line.path("score").isNumber())
                .as("score is written as %s; a number in quotes cannot be averaged", line.path("score"))
                .isTrue();
        assertThat(line.path("score").asDouble()).isEqualTo(0.7312);
        assertThat(line.path("latency_ms").asDouble()).as("latency_ms").isEqualTo(1.4);
        assertThat(line.path("features").path("customer_age").asInt())
                .as("features.customer_age")
                .isEqualTo(24);
    }

    @Test
    @Order(4)
    @DisplayName("the value of a sensitive feature is nowhere in the line")
    void sensitiveValuesAreMasked() {
        log.accepted(PREDICTION);

        assertThat(theLine().path("features").path("senior_citizen").asString())
                .as("senior_citizen is sensitive; a log is read by more people than the database is, so its value"
                        + " must be masked")
                .isEqualTo("***");
        assertThat(PREDICTION.features().get("senior_citizen"))
                .as("the caller's own map must stay as it was")
                .isEqualTo("no");
    }

    @Test
    @Order(5)
    @DisplayName("a refused request is a warning that says what is wrong")
    void aRefusedRequestIsAWarning() {
        log.rejected("churn", new IllegalArgumentException("bad request"), List.of("customer_age: got -4"));

        JsonNode line = theLine();
        assertThat(line.path("level").asString()).as("the level of a refused request").isEqualTo("WARN");
        assertThat(line.path("event").asString()).isEqualTo("prediction_rejected");
        assertThat(line.path("model").asString()).isEqualTo("churn");
        assertThat(line.path("errors").path(0).asString()).isEqualTo("customer_age: got -4");
    }

    @Test
    @Order(6)
    @DisplayName("a refused request has no stack trace")
    void aRefusedRequestHasNoStackTrace() {
        log.rejected("churn", new IllegalArgumentException("bad request"), List.of("customer_age: got -4"));

        assertThat(theLine().has("stack_trace"))
                .as("there is a stack trace; the mistake is the client's, and a trace of our own code for each one"
                        + " hides the traces of real faults")
                .isFalse();
    }

    private JsonNode theLine() {
        assertThat(captured.lines())
                .as("one request is one line: two lines cannot be joined again when requests run side by side")
                .hasSize(1);
        return captured.lines().get(0);
    }
}
