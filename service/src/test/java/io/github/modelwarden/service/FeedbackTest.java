package io.github.modelwarden.service;

import static io.github.modelwarden.service.Traffic.truth;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class FeedbackTest {

    private final RunningService service = RunningService.shared();

    private static List<String> words(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    @Test
    void acceptsTheTruthOfOnePrediction() {
        JsonNode receipt =
                service.feedback(truth(service.predictedId(), "churn")).json(202);

        assertThat(receipt.propertyNames())
                .containsExactly("accepted", "duplicates", "conflicts", "unknown", "rejected");
        assertThat(receipt.path("accepted").asInt()).isEqualTo(1);
    }

    @Test
    void acceptsATimeOfObservation() {
        String item = truth(service.predictedId(), "stay")
                .replace("}", ", \"observed_at\": \"2026-01-31T12:00:00.5+02:00\"}");

        assertThat(service.feedback(item).json(202).path("accepted").asInt()).isEqualTo(1);
    }

    @Test
    void countsTheSameTruthOnce() {
        String id = service.predictedId();
        double before = labeled();

        service.feedback(truth(id, "churn")).json(202);
        JsonNode again = service.feedback("[" + truth(id, "churn") + "," + truth(id, "churn") + "]")
                .json(202);

        assertThat(again.path("accepted").asInt()).isZero();
        assertThat(words(again.path("duplicates"))).containsExactly(id, id);
        assertThat(labeled()).isEqualTo(before + 1);
    }

    @Test
    void keepsTheFirstOfTwoTruths() {
        String id = service.predictedId();
        service.feedback(truth(id, "churn")).json(202);

        JsonNode receipt = service.feedback(truth(id, "stay")).json(202);

        assertThat(words(receipt.path("conflicts"))).containsExactly(id);
        assertThat(words(service.feedback(truth(id, "churn")).json(202).path("duplicates")))
                .containsExactly(id);
    }

    @Test
    void keepsTheFirstOfTwoTruthsInOneRequest() {
        String id = service.predictedId();

        JsonNode receipt = service.feedback("[" + truth(id, "stay") + "," + truth(id, "churn") + "]")
                .json(202);

        assertThat(receipt.path("accepted").asInt()).isEqualTo(1);
        assertThat(words(receipt.path("conflicts"))).containsExactly(id);
    }

    @Test
    void listsUnknownIdsAndKeepsTheKnownOnes() {
        String id = service.predictedId();

        JsonNode receipt = service.feedback("[" + truth("never-made", "churn") + "," + truth(id, "churn") + "]")
                .json(202);

        assertThat(receipt.path("accepted").asInt()).isEqualTo(1);
        assertThat(words(receipt.path("unknown"))).containsExactly("never-made");
    }

    @Test
    void rejectsBadItemsAndKeepsTheGoodOnes() {
        String id = service.predictedId();

        JsonNode receipt = service.feedback("[7, " + truth(id, "churn") + "," + truth(id, "maybe") + "]")
                .json(202);

        assertThat(receipt.path("accepted").asInt()).isEqualTo(1);
        assertThat(receipt.path("rejected")).hasSize(2);
        assertThat(receipt.path("rejected").get(0).path("index").asInt()).isZero();
        assertThat(receipt.path("rejected").get(1).path("index").asInt()).isEqualTo(2);
        assertThat(receipt.path("rejected")
                        .get(1)
                        .path("errors")
                        .get(0)
                        .path("field")
                        .asString())
                .isEqualTo("actual");
    }

    static Stream<Arguments> badItems() {
        return Stream.of(
                argumentSet("no id", "{\"actual\": \"churn\"}", "prediction_id"),
                argumentSet("an id that is a number", "{\"prediction_id\": 1, \"actual\": \"churn\"}", "prediction_id"),
                argumentSet("a blank id", truth(" ", "churn"), "prediction_id"),
                argumentSet("U+0000 in the id", truth("a\\u0000b", "churn"), "prediction_id"),
                argumentSet("a control character in the id", truth("a\\nb", "churn"), "prediction_id"),
                argumentSet("an id of 10 000 characters", truth("x".repeat(10_000), "churn"), "prediction_id"),
                argumentSet("no truth", "{\"prediction_id\": \"x\"}", "actual"),
                argumentSet("a truth that is no class", truth("x", "CHURN"), "actual"),
                argumentSet("a truth that is a boolean", "{\"prediction_id\": \"x\", \"actual\": true}", "actual"),
                argumentSet("a time that is none", observed("\"yesterday\""), "observed_at"),
                argumentSet("a time that is a number", observed("1700000000"), "observed_at"),
                argumentSet("a time without a zone", observed("\"2026-01-31T12:00:00\""), "observed_at"),
                argumentSet("a time beyond the calendar", observed("\"2026-02-30T12:00:00Z\""), "observed_at"),
                argumentSet("an unknown field", truth("x", "churn").replace("}", ", \"foo\": 1}"), "foo"),
                argumentSet("a text", "\"hello\"", ""),
                argumentSet("null", "null", ""),
                argumentSet("an array in an array", "[[]]", ""));
    }

    private static String observed(String time) {
        return truth("x", "churn").replace("}", ", \"observed_at\": " + time + "}");
    }

    @ParameterizedTest
    @MethodSource("badItems")
    void refusesWhenNoItemCanBeUsed(String body, String field) {
        assertThat(service.feedback(body)
                        .problem(400)
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("field").asString()))
                .contains(field);
    }

    @Test
    void acceptsOrRefusesExtremeTimesButNeverFails() {
        for (String time :
                List.of("-999999999-01-01T00:00:00Z", "+999999999-12-31T23:59:59Z", "0000-01-01T00:00:00Z")) {
            String item = truth(service.predictedId(), "churn").replace("}", ", \"observed_at\": \"" + time + "\"}");
            assertThat(service.feedback(item).status()).as(time).isEqualTo(400);
        }
    }

    @Test
    void refusesAnEmptyArrayAndTooManyItems() {
        service.feedback("[]").problem(400);
        service.feedback("[" + "1,".repeat(10_000) + "1]").problem(400);
    }

    @Test
    void joinsLabelsToPredictionsInThePerformance() {
        double before = labeled();

        Traffic.labeled(service, 50, 11);

        assertThat(labeled()).isEqualTo(before + 50);
        Eventually.holds(() -> {
            JsonNode window =
                    service.get("/api/performance").json(200).path("windows").path(0);
            assertThat(window.path("labeled").asInt()).isGreaterThanOrEqualTo(50);
            assertThat(window.path("f1").isNumber()).isTrue();
        });
    }

    private double labeled() {
        return Exposition.of(service.get("/metrics").body()).value("ml_labeled_predictions_total");
    }
}
