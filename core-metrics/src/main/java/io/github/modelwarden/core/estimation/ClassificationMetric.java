package io.github.modelwarden.core.estimation;

import java.util.Locale;

/** The metrics of a classifier that can be estimated without labels; each in [0, 1], higher is better. */
public enum ClassificationMetric {
    /** (tp + tn) / all. */
    ACCURACY,
    /** tp / (tp + fp). */
    PRECISION,
    /** tp / (tp + fn). */
    RECALL,
    /** tn / (tn + fp). */
    SPECIFICITY,
    /** 2·tp / (2·tp + fp + fn). */
    F1,
    /** Area under the receiver operating characteristic. */
    ROC_AUC;

    /** {@return the name in reports, for example {@code roc_auc}} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
