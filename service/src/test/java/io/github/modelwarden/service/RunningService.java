package io.github.modelwarden.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The whole service on a port of its own, and a client of it. */
final class RunningService implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final ConfigurableApplicationContext context;
    private final Path state;
    private final int port;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();

    private RunningService(ConfigurableApplicationContext context, Path state) {
        this.context = context;
        this.state = state;
        this.port = context instanceof WebServerApplicationContext web && web.getWebServer() != null
                ? web.getWebServer().getPort()
                : 0;
    }

    private static final class Shared {

        static final RunningService SERVICE = start(Map.of());

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(SERVICE::close));
        }
    }

    /** The service with the built-in model, started once for all test classes. */
    static RunningService shared() {
        return Shared.SERVICE;
    }

    static RunningService start(Map<String, Object> more) {
        Path state = temporaryFolder();
        Map<String, Object> properties = new HashMap<>();
        properties.put("server.port", 0);
        properties.put("modelwarden.state", state.toString());
        properties.put("modelwarden.initial-rows", 2_000);
        properties.put("modelwarden.policy", "classpath:retraining/manual.yaml");
        properties.put("modelwarden.monitoring.evaluate-every", "200ms");
        properties.put("modelwarden.monitoring.drift-window", "20s");
        properties.put("modelwarden.monitoring.performance-window", "60s");
        properties.putAll(more);
        SpringApplication spring = new SpringApplication(ServiceApplication.class);
        spring.setRegisterShutdownHook(false);
        spring.addInitializers(context ->
                context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties)));
        return new RunningService(spring.run(), state);
    }

    static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("modelwarden-test-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path state() {
        return state;
    }

    int port() {
        return port;
    }

    String property(String name) {
        return context.getEnvironment().getRequiredProperty(name);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(TIMEOUT);
    }

    Answer send(HttpRequest.Builder request) {
        try {
            return Answer.of(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer post(String path, String body) {
        return post(path, HttpRequest.BodyPublishers.ofString(body));
    }

    Answer post(String path, HttpRequest.BodyPublisher body) {
        return send(request(path).header("Content-Type", "application/json").POST(body));
    }

    /** An operator's action, with the token. */
    Answer act(String path) throws IOException {
        String token = Files.readString(state.resolve("operator.token")).strip();
        return send(request(path).header("Authorization", "Bearer " + token).POST(HttpRequest.BodyPublishers.noBody()));
    }

    Answer predict(String body) {
        return post("/predict", body);
    }

    Answer feedback(String body) {
        return post("/feedback", body);
    }

    /** Predicts one good customer and returns the prediction's id. */
    String predictedId() {
        return predict(Customers.request()).json(200).path("prediction_id").asString();
    }

    @Override
    public void close() {
        context.close();
        try (Stream<Path> files = Files.walk(state)) {
            for (Path file :
                    files.sorted((left, right) -> right.compareTo(left)).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
