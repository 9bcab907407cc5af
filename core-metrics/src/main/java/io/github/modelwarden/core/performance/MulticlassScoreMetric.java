package io.github.modelwarden.core.performance;

/** A metric of the probabilities that a classifier gives to several classes; see {@link MulticlassScores}. */
public enum MulticlassScoreMetric implements PerformanceMetric {
    /** Mean of −ln of the probability given to the actual class; probabilities are kept 2⁻⁵² away from 0 and 1. */
    LOG_LOSS("log_loss"),
    /** Mean of the sum over classes of (probability − 1{class is actual})², 0 to 2. */
    BRIER("brier"),
    /** Mean over classes of the area under the ROC curve of that class against all others. */
    ROC_AUC_OVR_MACRO("roc_auc_ovr_macro"),
    /** The same, weighted by the actual rows of the classes. */
    ROC_AUC_OVR_WEIGHTED("roc_auc_ovr_weighted"),
    /**
     * Mean over pairs of classes of the areas under the ROC curve of one against the other, each by its own
     * probability. Hand and Till 2001, doi:10.1023/A:1010920819831
     */
    ROC_AUC_OVO_MACRO("roc_auc_ovo_macro"),
    /** The same, weighted by the actual rows of the pairs. */
    ROC_AUC_OVO_WEIGHTED("roc_auc_ovo_weighted"),
    /**
     * Expected calibration error of the largest probability as the chance of being right, over 10 bins. Guo et al.
     * 2017, doi:10.48550/arXiv.1706.04599
     */
    ECE_TOP_LABEL("ece_top_label");

    private final String word;

    MulticlassScoreMetric(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }

    @Override
    public String whenUndefined() {
        return switch (this) {
            case LOG_LOSS, BRIER, ECE_TOP_LABEL -> "there is no labelled row";
            default -> "the labelled rows are all of one class";
        };
    }
}
