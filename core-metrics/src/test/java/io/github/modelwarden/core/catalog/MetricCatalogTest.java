package io.github.modelwarden.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MetricCatalogTest {

    /** The ending a unit asks for; pure numbers have none. */
    private static final Map<String, String> SUFFIXES =
            Map.of("seconds", "_seconds", "ratio", "_ratio", "stddevs", "_stddevs");

    @Test
    void namesAreValidPrometheusNamesWithOnePrefix() {
        assertThat(MetricCatalog.all())
                .allSatisfy(metric -> assertThat(metric.name()).matches("ml_[a-z][a-z0-9_]*"));
        assertThat(MetricCatalog.all()).extracting(MetricDefinition::name).doesNotHaveDuplicates();
    }

    @Test
    void countersAndOnlyCountersEndInTotal() {
        assertThat(MetricCatalog.all())
                .allSatisfy(metric ->
                        assertThat(metric.name().endsWith("_total")).isEqualTo(metric.type() == MetricType.COUNTER));
    }

    @Test
    void theUnitIsPartOfTheName() {
        assertThat(MetricCatalog.all()).allSatisfy(metric -> {
            if (metric.name().endsWith("_p_value")) {
                assertThat(metric.unit()).isEqualTo("ratio");
            } else if (SUFFIXES.containsKey(metric.unit())) {
                assertThat(metric.name()).endsWith(SUFFIXES.get(metric.unit()));
            } else {
                assertThat(metric.unit()).as(metric.name()).isEqualTo("1");
                SUFFIXES.values().forEach(suffix -> assertThat(metric.name()).doesNotEndWith(suffix));
            }
        });
    }

    @Test
    void labelsAreValidAndBeginWithModelAndVersion() {
        assertThat(MetricCatalog.all()).allSatisfy(metric -> {
            assertThat(metric.labels()).startsWith("model", "version").doesNotHaveDuplicates();
            assertThat(metric.labels()).allMatch(label -> label.matches("[a-z][a-z0-9_]*"));
            assertThat(metric.labels()).doesNotContain("le", "job", "instance");
            assertThat(metric.help()).endsWith(".");
        });
    }

    @Test
    void theContractsOfTheDesignAreThere() {
        assertThat(MetricCatalog.all())
                .extracting(MetricDefinition::name)
                .contains(
                        "ml_requests_total",
                        "ml_request_duration_seconds",
                        "ml_feature_observations_total",
                        "ml_feature_baseline_ratio",
                        "ml_feature_baseline_observations",
                        "ml_feature_bin_spacing_stddevs",
                        "ml_feature_bin_info",
                        "ml_labeled_predictions_total",
                        "ml_label_delay_seconds",
                        "ml_feature_psi",
                        "ml_feature_psi_p_value",
                        "ml_feature_ks",
                        "ml_feature_js_divergence",
                        "ml_feature_wasserstein1_stddevs",
                        "ml_feature_drifted",
                        "ml_model_f1_ratio",
                        "ml_model_precision_ratio",
                        "ml_model_recall_ratio",
                        "ml_model_accuracy_ratio",
                        "ml_model_roc_auc_ratio",
                        "ml_model_info");
    }

    @Test
    void everyConstantIsListed() throws IllegalAccessException {
        List<Object> constants = new ArrayList<>();
        for (var field : MetricCatalog.class.getFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == MetricDefinition.class) {
                constants.add(field.get(null));
            }
        }
        assertThat(Set.copyOf(constants)).isEqualTo(Set.copyOf(MetricCatalog.all()));
    }

    @Test
    void aHistogramIsExportedAsThreeSeries() {
        assertThat(MetricCatalog.seriesNames(MetricCatalog.REQUEST_DURATION))
                .containsExactly(
                        "ml_request_duration_seconds_bucket",
                        "ml_request_duration_seconds_sum",
                        "ml_request_duration_seconds_count");
        assertThat(MetricCatalog.seriesNames(MetricCatalog.REQUESTS)).containsExactly("ml_requests_total");
    }
}
