package io.github.modelwarden.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Sends a batch of customers and then what became of them. */
final class Traffic {

    private Traffic() {}

    /** Predicts and labels; about a quarter of the labels are the other class than predicted. */
    static List<String> labeled(RunningService service, int rows, long seed) {
        Random random = new Random(seed);
        String[] instances = Stream.generate(
                        () -> Customers.instance(Customers.random(random)).toString())
                .limit(rows)
                .toArray(String[]::new);
        JsonNode answer = service.predict(Customers.batch(instances)).json(200);
        List<String> ids = new ArrayList<>();
        List<String> items = new ArrayList<>();
        for (JsonNode prediction : answer.path("predictions")) {
            String id = prediction.path("prediction_id").asString();
            boolean churn = prediction.path("label").asString().equals("churn") ^ random.nextInt(4) == 0;
            ids.add(id);
            items.add(truth(id, churn ? "churn" : "stay"));
        }
        service.feedback("[" + String.join(",", items) + "]").json(202);
        return ids;
    }

    static String truth(String id, String actual) {
        return "{\"prediction_id\": \"" + id + "\", \"actual\": \"" + actual + "\"}";
    }
}
