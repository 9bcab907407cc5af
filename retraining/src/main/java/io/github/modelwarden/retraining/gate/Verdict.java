package io.github.modelwarden.retraining.gate;

/** What the promotion gate says about a challenger. */
public enum Verdict {
    /** The challenger is better beyond chance and passes every floor. */
    PROMOTE,
    /** The challenger is not better by an amount that matters, or fails a floor. */
    REJECT,
    /** The hold-out is too small to tell. */
    INCONCLUSIVE
}
