package io.github.modelwarden.service;

import java.util.Random;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Requests about customers of the built-in model. */
final class Customers {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String FEATURES = """
            {"customer_age": 41, "tenure_months": 12, "monthly_charges": 70.5, "total_charges": 846.0,
             "support_calls_90d": 2, "contract": "month_to_month", "payment_method": "electronic_check",
             "internet_service": "fiber", "paperless_billing": "yes", "senior_citizen": "no"}
            """;

    private Customers() {}

    static ObjectNode features() {
        return (ObjectNode) JSON.readTree(FEATURES);
    }

    static ObjectNode random(Random random) {
        ObjectNode features = features();
        features.put("customer_age", 18 + random.nextInt(60));
        features.put("tenure_months", random.nextInt(72));
        features.put("monthly_charges", 20 + 90 * random.nextDouble());
        features.put("total_charges", 8_000 * random.nextDouble());
        features.put("support_calls_90d", random.nextInt(6));
        features.put("contract", random.nextBoolean() ? "month_to_month" : "two_year");
        return features;
    }

    static ObjectNode instance(ObjectNode features) {
        ObjectNode instance = JSON.createObjectNode();
        instance.set("features", features);
        return instance;
    }

    static String request() {
        return instance(features()).toString();
    }

    static String request(String id) {
        return instance(features()).put("id", id).toString();
    }

    /** A request in which the raw JSON of one feature's value is replaced. */
    static String with(String feature, String rawValue) {
        ObjectNode features = features();
        features.put(feature, "@@");
        return instance(features).toString().replace("\"@@\"", rawValue);
    }

    static String without(String feature) {
        ObjectNode features = features();
        features.remove(feature);
        return instance(features).toString();
    }

    static String batch(String... instances) {
        return "{\"instances\": [" + String.join(", ", instances) + "]}";
    }
}
