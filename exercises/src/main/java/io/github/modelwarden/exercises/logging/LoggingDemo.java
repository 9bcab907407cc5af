package io.github.modelwarden.exercises.logging;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Scores a few made-up customers and logs each one as a JSON object on a line of its own: fields that a machine can
 * search, not sentences that it would have to take apart. The customers and their order are the same in every run.
 */
public final class LoggingDemo {

    private static final Logger LOG = LoggerFactory.getLogger("prediction");
    private static final int CUSTOMERS = 6;
    private static final long SEED = 20260302;

    private LoggingDemo() {}

    /**
     * Runs the demonstration.
     *
     * @param arguments not used
     */
    public static void main(String[] arguments) {
        Random random = new Random(SEED);
        for (int i = 1; i <= CUSTOMERS; i++) {
            Map<String, Object> features = new LinkedHashMap<>();
            // one customer comes with an impossible age, as they do
            features.put("customer_age", i == CUSTOMERS - 1 ? -4 : 18 + random.nextInt(60));
            features.put("contract", random.nextBoolean() ? "month_to_month" : "two_year");
            features.put("support_calls_90d", random.nextInt(6));
            predict(String.format(Locale.ROOT, "demo-%03d", i), features);
        }
    }

    private static void predict(String id, Map<String, Object> features) {
        LOG.atDebug().addKeyValue("prediction_id", id).log("validating");
        int age = (Integer) features.getOrDefault("customer_age", 0);
        if (age < 18) {
            // the client's mistake: a warning that says what is wrong, and no stack trace
            LOG.atWarn()
                    .addKeyValue("event", "prediction_rejected")
                    .addKeyValue("prediction_id", id)
                    .addKeyValue("errors", List.of("customer_age: expected at least 18 but got " + age))
                    .log("prediction rejected");
            return;
        }
        double score = score(features, age);
        LOG.atInfo()
                .addKeyValue("event", "prediction")
                .addKeyValue("prediction_id", id)
                .addKeyValue("model", "churn")
                .addKeyValue("version", "1")
                .addKeyValue("features", features)
                .addKeyValue("label", score >= 0.5 ? "churn" : "stay")
                .addKeyValue("score", score)
                .log("prediction");
    }

    private static double score(Map<String, Object> features, int age) {
        double calls = (Integer) features.getOrDefault("support_calls_90d", 0);
        double monthly = "month_to_month".equals(features.get("contract")) ? 1.2 : -1.2;
        double logit = monthly + 0.4 * calls - 0.02 * age;
        return Math.round(10_000 / (1 + Math.exp(-logit))) / 10_000.0;
    }
}
