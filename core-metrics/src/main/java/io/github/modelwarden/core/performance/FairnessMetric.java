package io.github.modelwarden.core.performance;

/** A metric of how differently a model treats two groups of people; see {@link GroupFairness}. */
public enum FairnessMetric {
    /** Positive rate of the unprivileged minus that of the privileged: −1 to 1, 0 is parity. */
    STATISTICAL_PARITY_DIFFERENCE("statistical_parity_difference", "a group has no row"),
    /**
     * Positive rate of the unprivileged over that of the privileged: 1 is parity, below 0.8 is the four-fifths rule's
     * alarm; infinite if the privileged rate alone is 0. Feldman et al. 2015, doi:10.1145/2783258.2783311
     */
    DISPARATE_IMPACT_RATIO("disparate_impact_ratio", "a group has no row, or both positive rates are 0"),
    /** Recall of the unprivileged minus that of the privileged. Hardt et al. 2016, doi:10.48550/arXiv.1610.02413 */
    EQUAL_OPPORTUNITY_DIFFERENCE("equal_opportunity_difference", "a group has no row that is positive"),
    /** Mean of the differences of recall and of the false positive rate, unprivileged minus privileged. */
    AVERAGE_ODDS_DIFFERENCE("average_odds_difference", "a group has no row of one of the classes");

    private final String word;
    private final String undefined;

    FairnessMetric(String word, String undefined) {
        this.word = word;
        this.undefined = undefined;
    }

    /** {@return the word used in reports and JSON} */
    public String word() {
        return word;
    }

    /** {@return why the metric is undefined where it is, a part of a sentence} */
    public String whenUndefined() {
        return undefined;
    }
}
