package io.github.modelwarden.core.catalog;

import static io.github.modelwarden.core.catalog.MetricFamily.DATA;
import static io.github.modelwarden.core.catalog.MetricFamily.MODEL;
import static io.github.modelwarden.core.catalog.MetricFamily.QUALITY;
import static io.github.modelwarden.core.catalog.MetricFamily.SERVICE;
import static io.github.modelwarden.core.catalog.MetricType.COUNTER;
import static io.github.modelwarden.core.catalog.MetricType.GAUGE;
import static io.github.modelwarden.core.catalog.MetricType.HISTOGRAM;

import java.util.ArrayList;
import java.util.List;

/**
 * Every metric Modelwarden exports. Exporters take names and help texts from here, rules and dashboards are checked
 * against it, and the reference page of the documentation is written from it, so that they cannot disagree.
 */
public final class MetricCatalog {

    private static final List<String> VERSION = List.of("model", "version");
    private static final List<String> WINDOW = List.of("model", "version", "window");
    private static final List<String> FEATURE = List.of("model", "version", "feature");
    private static final List<String> BIN = List.of("model", "version", "feature", "bin");
    private static final List<String> FEATURE_WINDOW = List.of("model", "version", "feature", "window");

    /** Prediction requests by outcome. */
    public static final MetricDefinition REQUESTS = new MetricDefinition(
            "ml_requests_total",
            COUNTER,
            SERVICE,
            "1",
            List.of("model", "version", "outcome"),
            "Prediction requests by outcome: success, client_error or server_error.");

    /** Duration of prediction requests. */
    public static final MetricDefinition REQUEST_DURATION = new MetricDefinition(
            "ml_request_duration_seconds",
            HISTOGRAM,
            SERVICE,
            "seconds",
            VERSION,
            "Time from receiving a prediction request to its answer, the prediction log included.");

    /** Feature values by bin. */
    public static final MetricDefinition FEATURE_OBSERVATIONS = new MetricDefinition(
            "ml_feature_observations_total",
            COUNTER,
            DATA,
            "1",
            BIN,
            "Predictions by bin of a feature, or of the model's output (_score, _class).");

    /** Reference share of a bin. */
    public static final MetricDefinition FEATURE_BASELINE_RATIO = new MetricDefinition(
            "ml_feature_baseline_ratio",
            GAUGE,
            DATA,
            "ratio",
            BIN,
            "Share of the reference rows in a bin; adds up to 1 over the bins of a feature.");

    /** Number of reference rows. */
    public static final MetricDefinition FEATURE_BASELINE_OBSERVATIONS = new MetricDefinition(
            "ml_feature_baseline_observations", GAUGE, DATA, "1", FEATURE, "Number of reference rows of a feature.");

    /** Distance to the next bin. */
    public static final MetricDefinition FEATURE_BIN_SPACING = new MetricDefinition(
            "ml_feature_bin_spacing_stddevs",
            GAUGE,
            DATA,
            "stddevs",
            BIN,
            "Distance of a numeric bin's typical value to the next bin's, in reference standard deviations.");

    /** Bounds and names of bins. */
    public static final MetricDefinition FEATURE_BIN_INFO = new MetricDefinition(
            "ml_feature_bin_info",
            GAUGE,
            DATA,
            "1",
            List.of("model", "version", "feature", "bin", "lower", "upper"),
            "Always 1; the labels tell the bounds (or the category, as both) of a bin.");

    /** Population stability index. */
    public static final MetricDefinition FEATURE_PSI = new MetricDefinition(
            "ml_feature_psi",
            GAUGE,
            DATA,
            "1",
            FEATURE_WINDOW,
            "Population stability index of the window against the reference, with half-count smoothing.");

    /** P-value of the population stability index. */
    public static final MetricDefinition FEATURE_PSI_P_VALUE = new MetricDefinition(
            "ml_feature_psi_p_value",
            GAUGE,
            DATA,
            "ratio",
            FEATURE_WINDOW,
            "Probability of a population stability index at least this large without drift.");

    /** Kolmogorov–Smirnov distance. */
    public static final MetricDefinition FEATURE_KS = new MetricDefinition(
            "ml_feature_ks",
            GAUGE,
            DATA,
            "1",
            FEATURE_WINDOW,
            "Two-sample Kolmogorov-Smirnov distance of the window to the reference sample.");

    /** P-value of the Kolmogorov–Smirnov distance. */
    public static final MetricDefinition FEATURE_KS_P_VALUE = new MetricDefinition(
            "ml_feature_ks_p_value",
            GAUGE,
            DATA,
            "ratio",
            FEATURE_WINDOW,
            "Probability of a Kolmogorov-Smirnov distance at least this large without drift.");

    /** Jensen–Shannon divergence. */
    public static final MetricDefinition FEATURE_JS_DIVERGENCE = new MetricDefinition(
            "ml_feature_js_divergence",
            GAUGE,
            DATA,
            "1",
            FEATURE_WINDOW,
            "Jensen-Shannon divergence of the bin shares, natural logarithm, 0 to ln 2.");

    /** Wasserstein-1 distance. */
    public static final MetricDefinition FEATURE_WASSERSTEIN = new MetricDefinition(
            "ml_feature_wasserstein1_stddevs",
            GAUGE,
            DATA,
            "stddevs",
            FEATURE_WINDOW,
            "Wasserstein-1 distance over the bins, in reference standard deviations.");

    /** Drift verdict. */
    public static final MetricDefinition FEATURE_DRIFTED = new MetricDefinition(
            "ml_feature_drifted",
            GAUGE,
            DATA,
            "1",
            FEATURE_WINDOW,
            "1 if the feature drifted under the model-wide false-alarm budget, 0 if stable; absent if inconclusive.");

    /** Labelled predictions by outcome. */
    public static final MetricDefinition LABELED_PREDICTIONS = new MetricDefinition(
            "ml_labeled_predictions_total",
            COUNTER,
            QUALITY,
            "1",
            List.of("model", "version", "class", "outcome"),
            "Predictions whose ground truth arrived, by outcome for the positive class: tp, fp, fn or tn.");

    /** Delay of ground truth. */
    public static final MetricDefinition LABEL_DELAY = new MetricDefinition(
            "ml_label_delay_seconds",
            HISTOGRAM,
            QUALITY,
            "seconds",
            VERSION,
            "Time from a prediction to the arrival of its ground truth.");

    /** F1. */
    public static final MetricDefinition MODEL_F1 =
            quality("ml_model_f1_ratio", "F1 of the window's labelled predictions.");

    /** Precision. */
    public static final MetricDefinition MODEL_PRECISION =
            quality("ml_model_precision_ratio", "Precision of the window's labelled predictions.");

    /** Recall. */
    public static final MetricDefinition MODEL_RECALL =
            quality("ml_model_recall_ratio", "Recall of the window's labelled predictions.");

    /** Accuracy. */
    public static final MetricDefinition MODEL_ACCURACY =
            quality("ml_model_accuracy_ratio", "Accuracy of the window's labelled predictions.");

    /** ROC AUC. */
    public static final MetricDefinition MODEL_ROC_AUC =
            quality("ml_model_roc_auc_ratio", "Area under the ROC curve of the window's labelled predictions.");

    /** Label coverage. */
    public static final MetricDefinition LABEL_COVERAGE = quality(
            "ml_model_label_coverage_ratio", "Share of the window's predictions whose ground truth has arrived.");

    /** The serving model. */
    public static final MetricDefinition MODEL_INFO = new MetricDefinition(
            "ml_model_info",
            GAUGE,
            MODEL,
            "1",
            List.of("model", "version", "baseline", "framework"),
            "Always 1 for the serving model; the labels name its baseline and framework.");

    private static final List<MetricDefinition> ALL = List.of(
            REQUESTS,
            REQUEST_DURATION,
            FEATURE_OBSERVATIONS,
            FEATURE_BASELINE_RATIO,
            FEATURE_BASELINE_OBSERVATIONS,
            FEATURE_BIN_SPACING,
            FEATURE_BIN_INFO,
            FEATURE_PSI,
            FEATURE_PSI_P_VALUE,
            FEATURE_KS,
            FEATURE_KS_P_VALUE,
            FEATURE_JS_DIVERGENCE,
            FEATURE_WASSERSTEIN,
            FEATURE_DRIFTED,
            LABELED_PREDICTIONS,
            LABEL_DELAY,
            MODEL_F1,
            MODEL_PRECISION,
            MODEL_RECALL,
            MODEL_ACCURACY,
            MODEL_ROC_AUC,
            LABEL_COVERAGE,
            MODEL_INFO);

    private MetricCatalog() {}

    private static MetricDefinition quality(String name, String help) {
        return new MetricDefinition(name, GAUGE, QUALITY, "ratio", WINDOW, help);
    }

    /** {@return every metric, by family} */
    public static List<MetricDefinition> all() {
        return ALL;
    }

    /**
     * The names of the series a metric is exported as.
     *
     * @param metric a metric
     * @return its name, or for a histogram the names of its buckets, sum and count
     */
    public static List<String> seriesNames(MetricDefinition metric) {
        List<String> names = new ArrayList<>();
        if (metric.type() == HISTOGRAM) {
            names.add(metric.name() + "_bucket");
            names.add(metric.name() + "_sum");
            names.add(metric.name() + "_count");
        } else {
            names.add(metric.name());
        }
        return names;
    }
}
