package io.github.modelwarden.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The service on a user's own table, with features whose values must not be logged, and room for one request. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnDataTest {

    private static final String GOOD =
            "{\"features\": {\"income\": 43210.125, \"diagnosis\": \"zebra-pox\", \"visits\": 3}}";

    @SuppressWarnings("NullAway.Init")
    private RunningService service;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        service = RunningService.start(Map.of(
                "modelwarden.data", OwnData.csv(folder, 1_000).toString(),
                "modelwarden.schema", OwnData.schema(folder).toString(),
                "modelwarden.max-in-flight", 1));
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void servesTheUsersModel() {
        JsonNode answer = service.predict(GOOD).json(200);

        assertThat(answer.path("model").asString()).isEqualTo("shop");
        assertThat(answer.path("label").asString()).isIn("yes", "no");
        assertThat(service.get("/api/model").json(200).path("baseline_rows").asInt())
                .isPositive();
    }

    @Test
    void saysThatItKnowsNothingYet() {
        JsonNode drift = service.get("/api/drift").json(200);
        JsonNode performance = service.get("/api/performance").json(200);

        assertThat(drift.path("verdict").asString()).isEqualTo("inconclusive");
        assertThat(drift.path("features").valueStream())
                .allSatisfy(
                        feature -> assertThat(feature.path("reason").asString()).isNotBlank());
        assertThat(performance.path("windows").valueStream())
                .allSatisfy(window -> assertThat(window.path("f1").isNull()).isTrue());
    }

    @Test
    void keepsSensitiveValuesOutOfLogsAndProblems() {
        try (LogLines log = LogLines.capture()) {
            String text = service.predict(GOOD).body()
                    + service.predict(GOOD.replace("43210.125", "98765432")).problem(400)
                    + service.predict(GOOD.replace("43210.125", "\"98765432\"")).problem(400)
                    + service.predict(GOOD.replace("43210.125", "98765432x")).problem(400)
                    + service.predict(GOOD.replace("43210.125", "n98765432")).problem(400)
                    + service.predict(GOOD.replace("43210.125", "98765432" + "0".repeat(2_000)))
                            .problem(400)
                    + service.predict(GOOD.replace("43210.125", "98765432" + "0".repeat(400)))
                            .problem(400)
                    + service.predict(GOOD.replace("\"zebra-pox\"", "zebra-pox"))
                            .problem(400)
                    + service.predict(GOOD.replace("zebra-pox", "zebra-pox" + "x".repeat(2_000)))
                            .problem(400)
                    + service.predict("{\"id\": \"same\", " + GOOD.substring(1)).body()
                    + service.predict("{\"id\": \"same\", "
                                    + GOOD.replace("43210.125", "98765").substring(1))
                            .problem(409);

            assertThat(log.of("prediction")).hasSize(2).allSatisfy(line -> {
                assertThat(line.path("features").path("income").asString()).isEqualTo("***");
                assertThat(line.path("features").path("diagnosis").asString()).isEqualTo("***");
                assertThat(line.path("features").path("visits").isNumber()).isTrue();
            });
            assertThat(log.of("prediction_rejected")).hasSize(9);
            for (String secret : List.of("43210", "98765", "9.8765", "zebra")) {
                assertThat(text).doesNotContain(secret);
                assertThat(log.lines()).noneMatch(line -> line.contains(secret));
            }
        }
    }

    @Test
    void refusesWhatIsTooMuchAndLosesNothing() {
        // again if the second request came before the slow one had taken its place
        Eventually.holds(() -> {
            try (RawHttp slow = RawHttp.open(service.port(), head() + GOOD.substring(0, 20))) {
                Answer refused = service.predict(GOOD);
                assertThat(refused.problem(503).path("detail").asString()).contains("try again");
                assertThat(refused.retryAfter()).contains("1");
                service.get("/api/model").json(200);
                slow.write(GOOD.substring(20));
                assertThat(slow.answer().json(200).path("prediction_id").asString())
                        .isNotBlank();
            }
        });
        Eventually.holds(() -> service.predict(GOOD).json(200));
    }

    private static String head() {
        return "POST /predict HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + GOOD.length() + "\r\n\r\n";
    }

    @Test
    void stillAnswersAfterARequestThatNeverCame() {
        Eventually.holds(() -> {
            try (RawHttp cut = RawHttp.open(service.port(), head())) {
                cut.write(GOOD.substring(0, 20));
                service.predict(GOOD).problem(503);
            }
        });
        Eventually.holds(() -> service.predict(GOOD).json(200));
    }
}
