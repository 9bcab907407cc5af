package io.github.modelwarden.core.performance;

import java.util.Locale;

/** How the bounds of an {@link Estimate} were found. */
public enum IntervalMethod {
    /**
     * Score interval of a proportion. Wilson 1927, <a
     * href="https://doi.org/10.1080/01621459.1927.10502953">doi:10.1080/01621459.1927.10502953</a>
     */
    WILSON,
    /** Mean ± Student's t times its standard error. */
    STUDENT_T,
    /** Value ± normal quantile times its standard error. */
    NORMAL,
    /** Value ± normal quantile times the standard error that the delta method gives from the counts. */
    DELTA,
    /** The delta method on the logarithm, so that the bounds of an error stay above 0. */
    LOG_DELTA,
    /** The delta method on the log-odds, so that the bounds stay between 0 and 1. */
    LOGIT,
    /**
     * Recovered from the intervals of the parts of a sum, difference or ratio. Zou and Donner 2008, <a
     * href="https://doi.org/10.1002/sim.3095">doi:10.1002/sim.3095</a>
     */
    MOVER,
    /** Variance of an area under the ROC curve from the placement of every row; see {@link DeLong}. */
    DELONG,
    /** Variance of an area under the ROC curve from the area and the class sizes alone; see {@link RocAuc}. */
    HANLEY_MCNEIL,
    /** Ranks around the middle that a binomial count of lower values can reach. */
    ORDER_STATISTICS,
    /** Bounds that hold at least the stated confidence, and usually more. */
    CONSERVATIVE,
    /** No bounds: the value has no known sampling distribution, or rests on too few rows. */
    NONE;

    /** {@return the word used in reports and JSON} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
