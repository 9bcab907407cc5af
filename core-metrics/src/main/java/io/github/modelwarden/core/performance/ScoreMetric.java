package io.github.modelwarden.core.performance;

/** A metric of a binary classifier's scores against the truth; see {@link BinaryScores}. */
public enum ScoreMetric implements PerformanceMetric {
    /** Area under the ROC curve: the probability that a positive scores above a negative, 0.5 for guessing. */
    ROC_AUC("roc_auc", ScoreMetric.BOTH),
    /** 2·AUC − 1, 0 for guessing. */
    GINI("gini", ScoreMetric.BOTH),
    /** Step-wise area under the precision–recall curve, the base rate for guessing. */
    AVERAGE_PRECISION("average_precision", "no labelled row is positive"),
    /** Area under the precision–recall curve by trapezoids; optimistic, as the curve is not straight between points. */
    PR_AUC_TRAPEZOID("pr_auc_trapezoid", "no labelled row is positive"),
    /** Largest excess of the true positive rate over the false positive rate at any threshold, at least 0. */
    KS("ks_scores", ScoreMetric.BOTH),
    /** Mean of −ln of the probability given to what happened, from 0; probabilities are kept 2⁻⁵² away from 0 and 1. */
    LOG_LOSS("log_loss", ScoreMetric.PROBABILITIES),
    /** Mean of (score − label)², 0 to 1. Brier 1950, doi:10.1175/1520-0493(1950)078&lt;0001:VOFEIT&gt;2.0.CO;2 */
    BRIER("brier", ScoreMetric.PROBABILITIES),
    /**
     * Expected calibration error over 10 bins [0, 0.1), …, [0.9, 1]: the mean over rows of the distance of a bin's mean
     * label from its mean score. Biased upwards for few rows, which its interval takes into account. Naeini et al.
     * 2015, doi:10.1609/aaai.v29i1.9602
     */
    ECE("ece", ScoreMetric.PROBABILITIES),
    /** Maximum calibration error: the largest distance of any of those bins, however few rows it has. */
    MCE("mce", ScoreMetric.PROBABILITIES);

    private static final String BOTH = "the labelled rows are all of one class";
    private static final String PROBABILITIES = "there is no labelled row, or a score outside of 0 to 1";

    private final String word;
    private final String undefined;

    ScoreMetric(String word, String undefined) {
        this.word = word;
        this.undefined = undefined;
    }

    @Override
    public String word() {
        return word;
    }

    @Override
    public String whenUndefined() {
        return undefined;
    }
}
