package io.github.modelwarden.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class BadRequestTest {

    private static final int TEN_MEGABYTES = 10_000_000;

    private final RunningService service = RunningService.shared();

    static Stream<Arguments> unreadable() {
        String good = Customers.request();
        return Stream.of(
                argumentSet("broken JSON", good.substring(0, good.length() - 3)),
                argumentSet("trailing garbage", good + " x"),
                argumentSet("a second value", good + good),
                argumentSet("NaN", Customers.with("customer_age", "NaN")),
                argumentSet("Infinity", Customers.with("customer_age", "-Infinity")),
                argumentSet("duplicate keys", Customers.with("customer_age", "1, \"customer_age\": 2")),
                argumentSet("deep nesting", "[".repeat(10_000) + "]".repeat(10_000)),
                argumentSet("deep nesting of a feature", Customers.with("contract", "{\"a\":".repeat(10_000) + "1")),
                argumentSet("a number of 2000 digits", Customers.with("customer_age", "1".repeat(2_000))),
                argumentSet("half a surrogate pair", Customers.with("contract", "\"\\ud800\"")),
                argumentSet("half a surrogate pair in a name", "{\"features\": {\"\\udc00\": 1}}"),
                argumentSet("empty", ""),
                argumentSet("blank", "  \n"));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void refusesWhatIsNotJson(String body) {
        assertThat(service.predict(body).problem(400).path("detail").asString()).isNotBlank();
        service.feedback(body).problem(400);
    }

    static Stream<Arguments> wrongFields() {
        return Stream.of(
                argumentSet("1e999", Customers.with("customer_age", "1e999"), "features.customer_age"),
                argumentSet("-1e999", Customers.with("customer_age", "-1e999"), "features.customer_age"),
                argumentSet(
                        "an integer beyond double",
                        Customers.with("customer_age", "1" + "0".repeat(400)),
                        "features.customer_age"),
                argumentSet("out of bounds", Customers.with("customer_age", "131"), "features.customer_age"),
                argumentSet("text for a number", Customers.with("tenure_months", "\"12\""), "features.tenure_months"),
                argumentSet("boolean for a number", Customers.with("tenure_months", "true"), "features.tenure_months"),
                argumentSet("array for a number", Customers.with("tenure_months", "[1]"), "features.tenure_months"),
                argumentSet("number for a category", Customers.with("contract", "1"), "features.contract"),
                argumentSet("object for a category", Customers.with("contract", "{}"), "features.contract"),
                argumentSet(
                        "a category of 2000 characters",
                        Customers.with("contract", "\"" + "x".repeat(2_000) + "\""),
                        "features.contract"),
                argumentSet("missing required", Customers.without("contract"), "features.contract"),
                argumentSet("null for a required", Customers.with("contract", "null"), "features.contract"),
                argumentSet("unknown feature", Customers.with("contract", "\"x\", \"shoe\": 1"), "features.shoe"),
                argumentSet("no features", "{}", "features"),
                argumentSet("features is an array", "{\"features\": []}", "features"),
                argumentSet(
                        "unknown member", "{\"foo\": 1, " + Customers.request().substring(1), "foo"),
                argumentSet("bad id", Customers.request("a b"), "id"),
                argumentSet("empty id", Customers.request(""), "id"),
                argumentSet("id of 65 characters", Customers.request("x".repeat(65)), "id"),
                argumentSet("control character in the id", Customers.request("a\u0000"), "id"),
                argumentSet("number as id", "{\"id\": 1, " + Customers.request().substring(1), "id"),
                argumentSet("array", "[" + Customers.request() + "]", ""),
                argumentSet("string", "\"hello\"", ""),
                argumentSet("number", "7", ""),
                argumentSet("null", "null", ""),
                argumentSet("no instances", "{\"instances\": []}", "instances"),
                argumentSet("instances is an object", "{\"instances\": {}}", "instances"),
                argumentSet("instances and features", "{\"instances\": [{}], \"features\": {}}", "instances"),
                argumentSet(
                        "a batch of bad instances",
                        Customers.batch(Customers.without("contract")),
                        "instances[0].features.contract"));
    }

    @ParameterizedTest
    @MethodSource("wrongFields")
    void namesTheBadField(String body, String field) {
        JsonNode problem = service.predict(body).problem(400);

        assertThat(problem.path("errors")
                        .valueStream()
                        .map(error -> error.path("field").asString()))
                .contains(field);
        assertThat(problem.path("errors")
                        .valueStream()
                        .map(error -> error.path("detail").asString()))
                .allSatisfy(detail -> assertThat(detail).isNotBlank());
    }

    @Test
    void namesEveryBadFieldAtOnce() {
        String body = Customers.with("customer_age", "\"old\", \"tenure_months\": -1, \"shoe\": 1")
                .replace("\"tenure_months\":12,", "");

        assertThat(service.predict(body)
                        .problem(400)
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("field").asString()))
                .containsExactlyInAnyOrder("features.customer_age", "features.tenure_months", "features.shoe");
    }

    @Test
    void keepsAProblemSmallerThanItsRequest() {
        StringBuilder body = new StringBuilder("{\"features\": {");
        for (int i = 0; i < 60_000; i++) {
            body.append("\"f").append(i).append("\": 1, ");
        }
        body.append("\"").append("x".repeat(100_000)).append("\": 1}}");

        Answer answer = service.predict(body.toString());

        answer.problem(400);
        assertThat(answer.body().length()).isLessThan(100_000);
    }

    @Test
    void refusesABatchAboveTheLimit() {
        String[] instances = new String[1_001];
        Arrays.fill(instances, Customers.request());

        assertThat(service.predict(Customers.batch(instances))
                        .problem(400)
                        .path("errors")
                        .get(0)
                        .path("detail")
                        .asString())
                .contains("1000")
                .contains("1001");
    }

    @Test
    void refusesALargeBodyWhoseLengthIsAnnounced() {
        byte[] body = new byte[TEN_MEGABYTES];
        Arrays.fill(body, (byte) ' ');

        service.post("/predict", BodyPublishers.ofByteArray(body)).problem(413);
        service.post("/feedback", BodyPublishers.ofByteArray(body)).problem(413);
    }

    @Test
    void refusesALargeBodyWhoseLengthIsNotAnnounced() {
        byte[] body = new byte[TEN_MEGABYTES];
        Arrays.fill(body, (byte) ' ');

        service.post("/predict", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .problem(413);
        service.post("/feedback", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .problem(413);
    }

    @Test
    void acceptsABodyAtTheLimit() {
        String request = Customers.request();

        service.predict(request + " ".repeat((1 << 20) - request.length())).json(200);
        service.predict(request + " ".repeat((1 << 20) - request.length() + 1)).problem(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH"})
    void refusesAWrongMethod(String method) {
        service.send(service.request("/predict").method(method, BodyPublishers.noBody()))
                .problem(405);
        service.send(service.request("/feedback").method(method, BodyPublishers.noBody()))
                .problem(405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/predict/", "/api", "/api/nothing", "/actuator/env", "/predict/x%20y"})
    void refusesAnUnknownPath(String path) {
        service.get(path).problem(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded", "nonsense"})
    void refusesAWrongContentType(String type) {
        service.send(service.request("/predict")
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(Customers.request())))
                .problem(415);
    }

    @Test
    void refusesAMissingContentType() {
        service.send(service.request("/predict").POST(BodyPublishers.ofString(Customers.request())))
                .problem(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml", "nonsense"})
    void refusesAnAcceptHeaderItCannotMeet(String accept) {
        service.send(service.request("/predict")
                        .header("Content-Type", "application/json")
                        .header("Accept", accept)
                        .POST(BodyPublishers.ofString(Customers.request())))
                .problem(406);
    }

    @Test
    void refusesInvalidUtf8() {
        byte[] body = Customers.with("contract", "\"@\"").getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < body.length; i++) {
            body[i] = body[i] == '@' ? (byte) 0xff : body[i];
        }

        service.post("/predict", BodyPublishers.ofByteArray(body)).problem(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/predict/%zz", "/%", "/api/%c0%ae", "/a|b", "//", "/\\x", "/a[b", "/%00", "/api/model;x=%"})
    void answersAMalformedPathWithAProblem(String path) {
        for (String method : List.of("GET", "POST")) {
            Answer answer = RawHttp.send(
                    service.port(),
                    method + " " + path
                            + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            assertThat(answer.status())
                    .as("%s %s: %s", method, path, answer.body())
                    .isBetween(200, 499);
            if (answer.status() >= 400) {
                answer.problem(answer.status());
            }
        }
    }

    @Test
    void answersABrokenTransferWithARefusal() {
        String head =
                "POST /predict HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nConnection: close\r\n";

        assertThat(RawHttp.send(service.port(), head + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n")
                        .status())
                .isEqualTo(400);
        assertThat(RawHttp.send(service.port(), head + "Content-Length: 50\r\n\r\n{}")
                        .status())
                .isEqualTo(400);
        assertThat(RawHttp.send(service.port(), head + "Content-Length: -1\r\n\r\n{}")
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void neverFailsOnMutatedBodies(long seed) {
        Random random = new Random(seed);
        String prediction = Customers.batch(Customers.request(), Customers.request("fuzz-" + seed));
        String feedback = "[{\"prediction_id\": \"fuzz\", \"actual\": \"churn\", \"observed_at\": null}]";
        for (int i = 0; i < 150; i++) {
            byte[] predict = mutated(random, i % 2 == 0 ? Customers.request() : prediction);
            byte[] truth = mutated(random, feedback);
            assertAnswered(service.post("/predict", BodyPublishers.ofByteArray(predict)), seed, predict);
            assertAnswered(service.post("/feedback", BodyPublishers.ofByteArray(truth)), seed, truth);
        }
    }

    private static void assertAnswered(Answer answer, long seed, byte[] body) {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        assertThat(answer.status())
                .as("seed %d, body %s, answer %s", seed, text, answer.body())
                .isLessThan(500);
        if (answer.status() >= 400) {
            answer.problem(answer.status());
        }
    }

    private static byte[] mutated(Random random, String body) {
        List<String> pieces = List.of(
                "\"",
                "{",
                "}",
                "[",
                "]",
                ",",
                ":",
                "null",
                "1e400",
                "-0",
                "\\u0000",
                "\\ud83d",
                "\u00ff",
                "NaN",
                "1E-999",
                "99999999999999999999",
                "\"\"",
                "\t");
        StringBuilder text = new StringBuilder(body);
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(text.length());
            int end = Math.min(text.length(), at + random.nextInt(12));
            switch (random.nextInt(3)) {
                case 0 -> text.insert(at, pieces.get(random.nextInt(pieces.size())));
                case 1 -> text.replace(at, end, pieces.get(random.nextInt(pieces.size())));
                default -> text.insert(at, text.substring(at, end));
            }
        }
        return text.toString().getBytes(random.nextBoolean() ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
    }
}
