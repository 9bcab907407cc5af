package io.github.modelwarden.alerting;

import static io.github.modelwarden.alerting.AlertRules.alert;
import static io.github.modelwarden.alerting.Severity.CRITICAL;
import static io.github.modelwarden.alerting.Severity.WARNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.modelwarden.config.ConfigException;
import io.github.modelwarden.core.data.Label;
import io.github.modelwarden.core.data.NumericFeature;
import io.github.modelwarden.core.data.Schema;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleFileTest {

    @Test
    void churnFileAndSentencesAreTheSameRules() {
        Schema schema =
                Schema.of("churn", List.of(NumericFeature.of("customer_age")), new Label("churn", "churn", "stay"));
        assertThat(ChurnRules.load()).isEqualTo(StandardRules.forSchema(schema, 0.7));
    }

    @Test
    void readsWhatItWrites() {
        AlertRule odd = alert("odd_1")
                .when(Signals.gauge("ml_x").where("a", "yes: \"#\\\n\u0007é ✓").aggregated(Aggregation.MAX))
                .isAtMost(-1e-12, CRITICAL)
                .isAtMost(12345678.9, WARNING)
                .lasting("1h30m")
                .keepsFiringFor("250ms")
                .withoutData(NoData.KEEP)
                .labelled("team", "no")
                .titled("true")
                .saying("- {value} # {{ x }} '")
                .describedAs(" two\n lines\n")
                .dashboard("null")
                .build();
        AlertRule quantile = alert("q")
                .when(Signals.latency(0.999).where("version", "1").by("model", "version"))
                .isAtLeast(3, WARNING)
                .basedOnAtLeast(7, "ml_requests_total")
                .withoutData(NoData.ALERT)
                .build();
        RuleSet rules = ChurnRules.load().plus(RuleSet.of(odd, quantile));
        assertThat(RuleFile.parse(RuleFile.write(rules), "w")).isEqualTo(rules);
        RuleSet scaled = rules.scaledBy(1 / 1440.0);
        assertThat(RuleFile.parse(RuleFile.write(scaled), "w")).isEqualTo(scaled);
        assertThat(RuleFile.parse(RuleFile.write(new RuleSet(List.of())), "w").rules())
                .isEmpty();
    }

    @Test
    void readsAListWithoutTheRulesKey() {
        String list = ChurnRules.yaml().replaceFirst("(?m)^rules:$", "");
        assertThat(RuleFile.parse(list, "list")).isEqualTo(ChurnRules.load());
    }

    @Test
    void scalesTimesAndTheWindowsInRecordedNamesButNotCounts() {
        AlertRule rule = ChurnRules.load()
                .scaledBy(1 / 60.0)
                .find("feature_drift_customer_age")
                .orElseThrow();
        assertThat(rule.signal().window()).isEqualTo(Duration.ofMinutes(1));
        assertThat(rule.timing())
                .isEqualTo(new Timing(Duration.ofSeconds(15), Duration.ofSeconds(10), Duration.ofSeconds(1)));
        assertThat(((Signal.Gauge) rule.signal()).recorded()).contains("model_version_feature:ml_feature_psi:1m");
        assertThat(rule.minimum().count()).isEqualTo(500);
        assertThat(rule.minimum().metric()).contains("model_version_feature:ml_feature_observations:increase1m");
        RuleSet fast = ChurnRules.load().scaledBy(1e-6).withMinimumCount(5);
        assertThat(fast.longestWindow()).isEqualTo(Duration.ofSeconds(1));
        assertThat(fast.rules()).allMatch(one -> one.minimum().count() == 5);
    }

    @Test
    void givesEachFeatureItsOwnId() {
        Schema schema = Schema.of(
                "m",
                List.of(
                        NumericFeature.of("Monthly Charges"),
                        NumericFeature.of("monthly-charges"),
                        NumericFeature.of("Ж")),
                new Label("y", "1", "0"));
        assertThat(StandardRules.forSchema(schema, 0.5).rules())
                .extracting(AlertRule::id)
                .contains("feature_drift_monthly_charges", "feature_drift_monthly_charges_2", "feature_drift_feature");
    }

    @Test
    void refusesWrongRulesWithTheirPlace() {
        refuses("window: 5m", "windw: 5m", ":7:7: unknown key 'windw'; did you mean 'window'?");
        refuses("kind: quantile", "kind: ratio", "unknown key 'metric'");
        refuses("op: gt, levels: {critical: 0.05}", "op: above, levels: {critical: 0.05}", "expected one of gt, gte");
        refuses("{critical: 0.05}", "{criticl: 0.05}", "did you mean 'critical'?");
        refuses("{critical: 0.05}", "{}", "expected a threshold for warning or critical");
        refuses("warning: 0.2, critical: 0.3", "warning: 0.3, critical: 0.2", "expected warning before critical");
        refuses("id: api_error_rate", "id: API", "expected an id of lower-case letters");
        refuses("id: api_latency_p99", "id: api_error_rate", "defined twice");
        refuses("q: 0.99", "q: 99", "expected q above 0 and below 1");
        refuses("{model}: {value} of", "{modl}: {value} of", "the text names {modl}");
        refuses("evaluateEvery: 30s", "evaluateEvery: 0s", "expected more than 0s");
        refuses("minimum: {count: 20}", "minimum: {count: -1}", "expected a count of at least 0");
        refuses("keepFiringFor: 5m", "keepFiringFor: 5 minutes", "expected a duration such as 30s");
    }

    private static void refuses(String part, String replacement, String message) {
        String text = ChurnRules.yaml();
        assertThat(text).contains(part);
        assertThatThrownBy(
                        () -> RuleFile.parse(text.replaceFirst(java.util.regex.Pattern.quote(part), replacement), "r"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(message);
    }

    @Test
    void refusesASentenceWithoutThreshold() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> alert("a").when(Signals.f1()).build())
                .withMessageContaining("expected a threshold but got none");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> alert("a").when(Signals.f1()).isBelow(1, WARNING).isAbove(2, CRITICAL))
                .withMessageContaining("every level compares in one way");
    }
}
