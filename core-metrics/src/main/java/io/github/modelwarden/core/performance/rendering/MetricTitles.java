package io.github.modelwarden.core.performance.rendering;

import java.util.Locale;
import java.util.Map;

/** Metrics under the names that people know them by. */
final class MetricTitles {

    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("f0_5", "F0.5"),
            Map.entry("f1_macro", "F1, macro"),
            Map.entry("f1_weighted", "F1, weighted"),
            Map.entry("mcc", "Matthews correlation (MCC)"),
            Map.entry("cohen_kappa", "Cohen's kappa"),
            Map.entry("roc_auc", "ROC AUC"),
            Map.entry("roc_auc_ovr_macro", "ROC AUC, one against rest, macro"),
            Map.entry("roc_auc_ovr_weighted", "ROC AUC, one against rest, weighted"),
            Map.entry("roc_auc_ovo_macro", "ROC AUC, one against one, macro"),
            Map.entry("roc_auc_ovo_weighted", "ROC AUC, one against one, weighted"),
            Map.entry("pr_auc_trapezoid", "PR AUC by trapezoids"),
            Map.entry("ks_scores", "Kolmogorov–Smirnov distance of the scores"),
            Map.entry("brier", "Brier score"),
            Map.entry("ece", "Expected calibration error (ECE)"),
            Map.entry("ece_top_label", "Expected calibration error (ECE) of the top class"),
            Map.entry("mce", "Maximum calibration error (MCE)"),
            Map.entry("mae", "Mean absolute error (MAE)"),
            Map.entry("mse", "Mean squared error (MSE)"),
            Map.entry("rmse", "Root mean squared error (RMSE)"),
            Map.entry("r2", "R²"),
            Map.entry("median_ae", "Median absolute error"),
            Map.entry("mape", "Mean absolute percentage error (MAPE)"),
            Map.entry("msle", "Mean squared logarithmic error (MSLE)"),
            Map.entry("rmsle", "Root mean squared logarithmic error (RMSLE)"));

    private static final Map<String, String> SHORT = Map.of(
            "mae",
            "MAE",
            "rmse",
            "RMSE",
            "f1_macro",
            "macro F1",
            "roc_auc_ovr_macro",
            "macro ROC AUC",
            "accuracy",
            "accuracy");

    private MetricTitles() {}

    /** The name in the middle of a sentence. */
    static String brief(String word) {
        return SHORT.getOrDefault(word, of(word));
    }

    static String of(String word) {
        String known = KNOWN.get(word);
        return known != null
                ? known
                : word.substring(0, 1).toUpperCase(Locale.ROOT)
                        + word.substring(1).replace('_', ' ');
    }
}
