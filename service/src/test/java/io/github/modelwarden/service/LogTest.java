package io.github.modelwarden.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LogTest {

    private final RunningService service = RunningService.shared();

    @Test
    void tellsEveryPredictionWithTypedFields() {
        try (LogLines log = LogLines.capture()) {
            String id = service.predictedId();

            JsonNode line = only(log.of("prediction").stream()
                    .filter(entry -> entry.path("prediction_id").asString().equals(id))
                    .toList());
            assertThat(Instant.parse(line.path("@timestamp").asString())).isAfter(Instant.EPOCH);
            assertThat(line.path("level").asString()).isEqualTo("INFO");
            assertThat(line.path("logger_name").asString()).isEqualTo("modelwarden.prediction");
            assertThat(line.path("message").asString()).isNotBlank();
            assertThat(line.path("model").asString()).isEqualTo("churn");
            assertThat(line.path("version").isString()).isTrue();
            assertThat(line.path("label").isString()).isTrue();
            assertThat(line.path("score").isNumber()).isTrue();
            assertThat(line.path("latency_ms").isNumber()).isTrue();
            assertThat(line.path("trace_id").asString()).matches("[0-9a-f]{32}");
            assertThat(line.path("features").path("customer_age").isNumber()).isTrue();
            assertThat(line.path("features").path("contract").asString()).isEqualTo("month_to_month");
        }
    }

    @Test
    void tellsBadInputAsAWarningWithoutAStackTrace() {
        try (LogLines log = LogLines.capture()) {
            service.predict(Customers.with("customer_age", "\"old\"")).problem(400);
            service.predict(Customers.batch(Customers.request(), "7")).json(200);
            service.predict("{").problem(400);

            List<JsonNode> lines = log.of("prediction_rejected");
            assertThat(lines).hasSize(3).allSatisfy(line -> {
                assertThat(line.path("level").asString()).isEqualTo("WARN");
                assertThat(line.has("stack_trace")).isFalse();
                assertThat(line.path("status").asInt()).isEqualTo(400);
                assertThat(line.path("model").asString()).isEqualTo("churn");
                assertThat(line.path("trace_id").isString()).isTrue();
            });
            assertThat(lines.get(0).path("errors").get(0).path("field").asString())
                    .isEqualTo("features.customer_age");
            assertThat(log.lines()).noneMatch(line -> line.contains("stack_trace"));
        }
    }

    @Test
    void tellsFeedbackWithItsCounts() {
        try (LogLines log = LogLines.capture()) {
            service.feedback(Traffic.truth(service.predictedId(), "churn")).json(202);

            JsonNode line = only(log.of("feedback"));
            assertThat(line.path("accepted").asInt()).isEqualTo(1);
            assertThat(line.path("unknown").isNumber()).isTrue();
            assertThat(line.path("trace_id").isString()).isTrue();
        }
    }

    @Test
    void staysOneObjectALineForAnyText() {
        try (LogLines log = LogLines.capture()) {
            service.predict(Customers.with("contract", "\"line\\nbreak \\u0000 \\u2028 \\\" }\""))
                    .json(200);

            assertThat(only(log.of("prediction"))
                            .path("features")
                            .path("contract")
                            .asString())
                    .isEqualTo("line\nbreak \u0000 \u2028 \" }");
        }
    }

    private static JsonNode only(List<JsonNode> lines) {
        assertThat(lines).hasSize(1);
        return lines.get(0);
    }
}
