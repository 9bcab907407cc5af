package io.github.modelwarden.core.performance;

/**
 * A kind of model for {@link LabeledWindows}: how a prediction and its label are counted, and which number of a
 * prediction tells whether the labelled rows are like all others.
 *
 * @param <P> a prediction
 * @param <L> a label
 * @param <A> what counts them: a mergeable accumulator
 */
public interface LabeledKind<P, L, A> {

    /** {@return an empty accumulator} */
    A create();

    /**
     * Adds a labelled row.
     *
     * @param performance where to
     * @param prediction what the model said
     * @param label what was true
     */
    void accept(A performance, P prediction, L label);

    /**
     * Adds all that another accumulator has seen.
     *
     * @param performance where to
     * @param other another accumulator, not changed
     */
    void combine(A performance, A other);

    /**
     * The number that labelled and other predictions are compared by.
     *
     * @param prediction a prediction
     * @return its score, or the predicted number
     */
    double score(P prediction);

    /**
     * Binary classifiers.
     *
     * @param bins bins of the score histogram, a multiple of 10; 0 to keep every score
     * @return the kind
     */
    static LabeledKind<BinaryPrediction, Boolean, BinaryPerformance> binary(int bins) {
        return new LabeledKind<>() {
            @Override
            public BinaryPerformance create() {
                return bins == 0 ? BinaryPerformance.create() : BinaryPerformance.withHistogram(bins);
            }

            @Override
            public void accept(BinaryPerformance performance, BinaryPrediction prediction, Boolean label) {
                performance.accept(prediction, label);
            }

            @Override
            public void combine(BinaryPerformance performance, BinaryPerformance other) {
                performance.combine(other);
            }

            @Override
            public double score(BinaryPrediction prediction) {
                return prediction.score();
            }
        };
    }

    /** {@return models that predict a number} */
    static LabeledKind<Double, Double, RegressionErrors> regression() {
        return new LabeledKind<>() {
            @Override
            public RegressionErrors create() {
                return RegressionErrors.create();
            }

            @Override
            public void accept(RegressionErrors performance, Double prediction, Double label) {
                performance.accept(label, prediction);
            }

            @Override
            public void combine(RegressionErrors performance, RegressionErrors other) {
                performance.combine(other);
            }

            @Override
            public double score(Double prediction) {
                return prediction;
            }
        };
    }

    /**
     * {@return classifiers of several classes, by their decisions; compared by the probability of the predicted class}
     */
    static LabeledKind<ClassPrediction, String, MulticlassMatrix> multiclass() {
        return new LabeledKind<>() {
            @Override
            public MulticlassMatrix create() {
                return MulticlassMatrix.create();
            }

            @Override
            public void accept(MulticlassMatrix performance, ClassPrediction prediction, String label) {
                performance.accept(label, prediction.label());
            }

            @Override
            public void combine(MulticlassMatrix performance, MulticlassMatrix other) {
                performance.combine(other);
            }

            @Override
            public double score(ClassPrediction prediction) {
                return prediction.probability();
            }
        };
    }
}
