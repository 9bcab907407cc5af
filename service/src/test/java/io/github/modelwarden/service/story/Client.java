package io.github.modelwarden.service.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.modelwarden.service.churn.ChurnGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** A client that asks, tells the truth about every second answer, and remembers what the service promised. */
final class Client implements Runnable {

    private final Api api;
    private final ChurnGenerator customers;
    private final Ledger ledger;
    private volatile boolean stopped;

    Client(Api api, long seed, Ledger ledger) {
        this.api = api;
        this.customers = ChurnGenerator.create(seed);
        this.ledger = ledger;
    }

    /** What the service acknowledged, over all of its lives. Thread-safe. */
    static final class Ledger {

        final Map<String, Promise> answers = new ConcurrentHashMap<>();
        final Map<String, String> truths = new ConcurrentHashMap<>();
        final AtomicInteger acknowledged = new AtomicInteger();
    }

    /** An answer that a client has in hand. */
    record Promise(String version, String label, double score) {}

    @Override
    public void run() {
        try {
            while (!stopped) {
                batch(1);
                batch(7);
            }
        } catch (IOException e) {
            // the service was killed; what was under way has no answer and may be lost
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void stop() {
        stopped = true;
    }

    /** Asks for some predictions in one request and reports the outcome of every second. */
    void batch(int size) throws IOException, InterruptedException {
        List<ChurnGenerator.Example> examples = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            examples.add(customers.next());
        }
        Optional<List<JsonNode>> answers = size == 1 ? one(examples.get(0)) : many(examples);
        if (answers.isEmpty()) {
            return;
        }
        List<Map<String, String>> truths = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            JsonNode answer = answers.get().get(i);
            String id = answer.path("prediction_id").asString();
            ledger.answers.put(
                    id,
                    new Promise(
                            answer.path("version").asString(),
                            answer.path("label").asString(),
                            answer.path("score").asDouble()));
            if (size > 1 || ledger.acknowledged.get() % 2 == 0) {
                truths.add(Map.of("prediction_id", id, "actual", examples.get(i).churned() ? "churn" : "stay"));
            }
            ledger.acknowledged.incrementAndGet();
        }
        tell(truths);
    }

    private Optional<List<JsonNode>> one(ChurnGenerator.Example example) throws IOException, InterruptedException {
        Api.Answer answer = api.post("/predict", Map.of("features", example.features()));
        return answer.status() == 200 ? Optional.of(List.of(answer.body())) : Optional.empty();
    }

    private Optional<List<JsonNode>> many(List<ChurnGenerator.Example> examples)
            throws IOException, InterruptedException {
        List<Map<String, Object>> instances = new ArrayList<>();
        for (ChurnGenerator.Example example : examples) {
            instances.add(new LinkedHashMap<>(Map.of("features", example.features())));
        }
        Api.Answer answer = api.post("/predict", Map.of("instances", instances));
        return answer.status() == 200
                ? Optional.of(Api.stream(answer.body().path("predictions")).toList())
                : Optional.empty();
    }

    private void tell(List<Map<String, String>> truths) throws IOException, InterruptedException {
        if (truths.isEmpty()) {
            return;
        }
        Api.Answer answer = api.post("/feedback", truths);
        if (answer.status() == 202) {
            assertThat(answer.body().path("accepted").asInt()).isEqualTo(truths.size());
            truths.forEach(truth ->
                    ledger.truths.put(String.valueOf(truth.get("prediction_id")), String.valueOf(truth.get("actual"))));
        }
    }
}
