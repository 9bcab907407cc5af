package io.github.modelwarden.alerting;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The rules of the churn model: server errors above 5 % over 5 minutes (critical), p99 latency above 500 ms over 10
 * minutes (warning), PSI of {@code customer_age} above 0.2 (warning) and 0.3 (critical), F1 below 0.7 over 24 hours
 * (critical).
 */
public final class ChurnRules {

    private static final String RESOURCE = "churn.rules.yaml";

    private ChurnRules() {}

    /** {@return the rules} */
    public static RuleSet load() {
        return RuleFile.parse(yaml(), RESOURCE);
    }

    /** {@return the rule file as it ships, with its comments} */
    public static String yaml() {
        try (InputStream in = ChurnRules.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + RESOURCE + " is missing from the alerting jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
