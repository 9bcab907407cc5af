package io.github.modelwarden.core.performance;

/**
 * A metric of a {@link MulticlassMatrix}. Averages over classes count an undefined class as 0; see
 * {@link MulticlassMatrix#precision} for other choices.
 */
public enum MulticlassMetric implements PerformanceMetric {
    /** Share of right predictions; also the micro average of precision, recall and F1. */
    ACCURACY("accuracy"),
    /** Mean of the recalls of the classes that occur. */
    BALANCED_ACCURACY("balanced_accuracy"),
    /** Mean precision of the classes. */
    PRECISION_MACRO("precision_macro"),
    /** Mean recall of the classes. */
    RECALL_MACRO("recall_macro"),
    /** Mean F1 of the classes. */
    F1_MACRO("f1_macro"),
    /** Mean specificity of the classes, each against all others, of those that not every row is of. */
    SPECIFICITY_MACRO("specificity_macro"),
    /** Mean precision of the classes, weighted by their actual rows. */
    PRECISION_WEIGHTED("precision_weighted"),
    /** Mean recall of the classes, weighted by their actual rows: the accuracy. */
    RECALL_WEIGHTED("recall_weighted"),
    /** Mean F1 of the classes, weighted by their actual rows. */
    F1_WEIGHTED("f1_weighted"),
    /** Correlation of actual and predicted class; 1 is perfect, 0 guessing. */
    MATTHEWS_CORRELATION("mcc"),
    /** Agreement beyond that of guessing with the same rates; 1 is perfect, 0 guessing. */
    COHEN_KAPPA("cohen_kappa");

    private final String word;

    MulticlassMetric(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }

    @Override
    public String whenUndefined() {
        return switch (this) {
            case MATTHEWS_CORRELATION -> "the labelled rows are all of one class or all predicted alike";
            case SPECIFICITY_MACRO -> "the labelled rows are all of one class";
            case COHEN_KAPPA -> "the labelled rows are all of one class and all predicted so";
            default -> "there is no labelled row";
        };
    }
}
