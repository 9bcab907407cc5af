package io.github.modelwarden.core.performance;

/**
 * What an average does with a class whose own metric is undefined, such as the precision of a class never predicted.
 */
public enum ZeroDivision {
    /** The class counts as 0: a class that is never predicted is a failure of the model. As scikit-learn by default. */
    ZERO,
    /** The class counts as 1. */
    ONE,
    /** The class is left out, as scikit-learn does with {@code zero_division=nan}. */
    LEAVE_OUT
}
