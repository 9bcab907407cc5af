package io.github.modelwarden.service.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of a running service. */
final class Api {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final URI base;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    Api(URI base) {
        this.base = base;
    }

    /** An answer of the service. */
    record Answer(int status, JsonNode body) {}

    URI base() {
        return base;
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        Answer answer = send(request(path).GET());
        assertThat(answer.status()).as("GET %s: %s", path, answer.body()).isEqualTo(200);
        return answer.body();
    }

    Answer post(String path, Object body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(MAPPER.writeValueAsString(body)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(TIMEOUT);
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(response.statusCode(), MAPPER.readTree(response.body()));
    }

    /** The drift verdict on a feature; empty before the first evaluation. */
    Optional<String> verdict(String feature) throws IOException, InterruptedException {
        return stream(get("/api/drift").path("features"))
                .filter(node -> node.path("feature").asString().equals(feature))
                .map(node -> node.path("verdict").asString())
                .findFirst();
    }

    /** The retraining runs, newest first. */
    List<JsonNode> runs() throws IOException, InterruptedException {
        return stream(get("/api/retraining").path("runs")).toList();
    }

    static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
