package io.github.modelwarden.alerting;

import static io.github.modelwarden.alerting.AlertRules.alert;
import static io.github.modelwarden.alerting.Severity.CRITICAL;
import static io.github.modelwarden.alerting.Severity.WARNING;
import static io.github.modelwarden.alerting.Signals.errorRate;
import static io.github.modelwarden.alerting.Signals.f1;
import static io.github.modelwarden.alerting.Signals.latency;
import static io.github.modelwarden.alerting.Signals.psi;

import io.github.modelwarden.core.data.Feature;
import io.github.modelwarden.core.data.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The rules that every model can start with. */
public final class StandardRules {

    private static final String RUNBOOKS = "https://runbooks.example/ml/";

    private StandardRules() {}

    /**
     * Server errors, latency, drift of each feature and F1, with the thresholds of the churn model.
     *
     * @param schema the model's schema; each feature gets a rule {@code feature_drift_<name>}, the name in lower-case
     *     letters, digits and {@code _}
     * @param f1Floor F1 below which the model is no longer good enough, above 0 and at most 1
     * @return the rules
     * @throws IllegalArgumentException if the floor is out of range
     */
    public static RuleSet forSchema(Schema schema, double f1Floor) {
        if (!(f1Floor > 0 && f1Floor <= 1)) {
            throw new IllegalArgumentException("F1 floor of model '" + schema.model()
                    + "': expected a number above 0 and at most 1 but got " + f1Floor);
        }
        List<AlertRule> rules = new ArrayList<>();
        rules.add(errors());
        rules.add(slowness());
        Set<String> slugs = new HashSet<>();
        for (Feature feature : schema.features()) {
            rules.add(drift(feature.name(), uniqueSlug(feature.name(), slugs)));
        }
        rules.add(quality(f1Floor));
        return new RuleSet(rules);
    }

    private static AlertRule errors() {
        return alert("api_error_rate")
                .when(errorRate().over("5m"))
                .isAbove(0.05, CRITICAL)
                .basedOnAtLeast(20)
                .keepsFiringFor("5m")
                .checkedEvery("30s")
                .withoutData(NoData.OK)
                .titled("API error rate")
                .in("ratio")
                .saying("{model}: {value} of requests failed in 5 min (limit {threshold})")
                .describedAs("The service answers requests with server errors; its clients get no predictions.")
                .runbook(RUNBOOKS + "api-error-rate")
                .build();
    }

    private static AlertRule slowness() {
        return alert("api_latency_p99")
                .when(latency(0.99).over("10m"))
                .isAbove(0.5, WARNING)
                .basedOnAtLeast(100)
                .keepsFiringFor("10m")
                .checkedEvery("1m")
                .withoutData(NoData.OK)
                .titled("API latency p99")
                .in("seconds")
                .saying("{model}: p99 latency is {value} s over 10 min (limit {threshold} s)")
                .describedAs("One request in a hundred takes longer than the limit.")
                .runbook(RUNBOOKS + "api-latency")
                .build();
    }

    private static AlertRule drift(String feature, String slug) {
        Signal signal = psi(feature);
        return alert("feature_drift_" + slug)
                .when(signal)
                .isAbove(0.2, WARNING)
                .isAbove(0.3, CRITICAL)
                .basedOnAtLeast(500, RecordedNames.observations(signal.window()))
                .lasting("15m")
                .keepsFiringFor("10m")
                .checkedEvery("1m")
                .withoutData(NoData.SEPARATE)
                .titled("Drift of " + feature)
                .saying("{model} {version}: PSI of {feature} is {value} against training (limit {threshold})")
                .describedAs("The values of {feature} are no longer distributed as in the training data.")
                .runbook(RUNBOOKS + "feature-drift")
                .build();
    }

    private static AlertRule quality(double floor) {
        return alert("model_f1_24h")
                .when(f1().over("24h"))
                .isBelow(floor, CRITICAL)
                .basedOnAtLeast(200)
                .lasting("30m")
                .keepsFiringFor("1h")
                .checkedEvery("5m")
                .withoutData(NoData.SEPARATE)
                .titled("F1 over 24 h of labelled predictions")
                .in("ratio")
                .saying("{model} {version}: F1 is {value} over 24 h (limit {threshold})")
                .describedAs("The labelled predictions of the last 24 hours are worse than the model was accepted for.")
                .runbook(RUNBOOKS + "model-quality")
                .build();
    }

    /** A name made of lower-case letters, digits and underscores, with a number where two names become one. */
    private static String uniqueSlug(String name, Set<String> taken) {
        String slug =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
        String base = slug.isEmpty() ? "feature" : slug;
        String unique = base;
        for (int i = 2; !taken.add(unique); i++) {
            unique = base + "_" + i;
        }
        return unique;
    }
}
