package io.github.modelwarden.core.profile;

/** What is kept of numbers whatever their bins: moments, quantiles, distinct count, and the numbers while they are few. */
final class NumberSketches {

    final Moments moments;
    final QuantileSketch quantiles;
    final DistinctCount distinct;
    final KeptValues kept;

    /** Whether quantiles and distinct count have seen every number; a profile of format version 1 did not have them. */
    private boolean complete;

    NumberSketches(
            Moments moments, QuantileSketch quantiles, DistinctCount distinct, KeptValues kept, boolean complete) {
        this.moments = moments;
        this.quantiles = quantiles;
        this.distinct = distinct;
        this.kept = kept;
        this.complete = complete;
    }

    static NumberSketches keeping(long limit) {
        return new NumberSketches(
                Moments.create(), QuantileSketch.create(), DistinctCount.create(), KeptValues.upTo(limit), true);
    }

    /** Adds a finite number. */
    void accept(double value) {
        moments.accept(value);
        quantiles.accept(value);
        distinct.accept(value);
        kept.accept(value);
    }

    /** Adds finite numbers none of which is −0.0. */
    void accept(double[] values, int size) {
        moments.accept(values, size);
        quantiles.accept(values, size, moments.min(), moments.max());
        distinct.accept(values, size);
        kept.accept(values, size);
    }

    void combine(NumberSketches other) {
        moments.combine(other.moments);
        quantiles.combine(other.quantiles);
        distinct.combine(other.distinct);
        kept.combine(other.kept);
        complete &= other.complete;
    }

    boolean isComplete() {
        return complete;
    }

    NumberSketches copy() {
        return new NumberSketches(moments.copy(), quantiles.copy(), distinct.copy(), kept.copy(), complete);
    }
}
