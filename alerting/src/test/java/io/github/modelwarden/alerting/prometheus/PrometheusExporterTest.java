package io.github.modelwarden.alerting.prometheus;

import static io.github.modelwarden.alerting.AlertRules.alert;
import static io.github.modelwarden.alerting.Severity.CRITICAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.modelwarden.alerting.Aggregation;
import io.github.modelwarden.alerting.ChurnRules;
import io.github.modelwarden.alerting.NoData;
import io.github.modelwarden.alerting.RuleSet;
import io.github.modelwarden.alerting.Signals;
import io.github.modelwarden.alerting.StandardRules;
import io.github.modelwarden.alerting.tools.Promtool;
import io.github.modelwarden.core.data.CategoricalFeature;
import io.github.modelwarden.core.data.Label;
import io.github.modelwarden.core.data.NumericFeature;
import io.github.modelwarden.core.data.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrometheusExporterTest {

    @TempDir
    Path folder;

    private static String resource(String name) throws IOException {
        try (InputStream in = PrometheusExporterTest.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void promtoolAcceptsTheChurnRules() throws Exception {
        Promtool.check(PrometheusExporter.export(ChurnRules.load()), folder);
    }

    @Test
    void promtoolAcceptsTheRulesOfAnySchemaAndEveryKindOfRule() throws Exception {
        Schema schema = Schema.of(
                "loans \"x\"",
                List.of(NumericFeature.of("Größe \\ \"m\""), CategoricalFeature.of("a b", "x")),
                new Label("bad", "1", "0"));
        RuleSet odd = RuleSet.of(
                alert("missing_share")
                        .when(Signals.gauge("ml_model_f1_ratio")
                                .where("window", "1h")
                                .aggregated(Aggregation.AVG))
                        .isAtMost(0.5, CRITICAL)
                        .withoutData(NoData.ALERT)
                        .labelled("team", "ml")
                        .saying("tricky {{ \"quotes\" }} {value} %")
                        .describedAs("{model} {version}\nsecond line")
                        .dashboard("https://dashboards.example/d/x?var-model=a&b={c")
                        .build(),
                alert("slow")
                        .when(Signals.latency(0.5).over("90s").where("version", "1"))
                        .isAtLeast(1e-7, CRITICAL)
                        .basedOnAtLeast(3, "ml_requests_total")
                        .withoutData(NoData.KEEP)
                        .build());
        RuleSet rules = StandardRules.forSchema(schema, 0.5).plus(odd);
        Promtool.check(PrometheusExporter.export(rules), folder);
        Promtool.check(PrometheusExporter.export(rules.scaledBy(1 / 1440.0)), folder);
        Promtool.check(DriftRecordingRules.psi(Duration.ofHours(24)), folder);
    }

    @Test
    void alertsBehaveAsTheRulesSay() throws Exception {
        Promtool.test(PrometheusExporter.export(ChurnRules.load()), resource("churn.test.yml"), folder);
    }

    @Test
    void alertsOverADayBehaveAsTheRulesSay() throws Exception {
        Promtool.test(PrometheusExporter.export(ChurnRules.load()), resource("churn-long.test.yml"), folder);
    }

    @Test
    void driftIsTheSmoothedIndexOverAllReplicas() throws Exception {
        Promtool.test(DriftRecordingRules.psi(Duration.ofHours(1)), PsiCase.tests(), folder);
    }
}
