package io.github.modelwarden.core.profile;

/** What is kept of numbers whatever their bins: moments, quantiles, distinct count, and the numbers while they are few. */
final class NumberSketches {

    private static final int CHUNK = 1 << 14;

    final Moments moments;
    final KeptValues kept;
    private final QuantileSketch quantiles;
    private final DistinctCount distinct;

    /** Kept values that the sketches have seen: while all values are kept, sketches need not be up to date. */
    private long sketched;

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
        if (kept.hasRoom(1)) {
            kept.accept(value);
        } else {
            catchUp();
            kept.accept(value);
            quantiles.accept(value);
            distinct.accept(value);
        }
    }

    /** Adds finite numbers none of which is −0.0. */
    void accept(double[] values, int size) {
        if (kept.hasRoom(size)) {
            moments.accept(values, size);
            kept.accept(values, size);
        } else {
            catchUp();
            moments.accept(values, size);
            kept.accept(values, size);
            sketch(values, size);
        }
    }

    private void sketch(double[] values, int size) {
        quantiles.accept(values, size, moments.min(), moments.max());
        distinct.accept(values, size);
    }

    /** Shows the sketches the kept values that they have not seen. */
    private void catchUp() {
        long all = kept.kept();
        while (sketched < all) {
            double[] next = kept.values(sketched, Math.min(all, sketched + CHUNK));
            sketch(next, next.length);
            sketched += next.length;
        }
    }

    void combine(NumberSketches other) {
        NumberSketches that = other.copy();
        catchUp();
        that.catchUp();
        moments.combine(that.moments);
        quantiles.combine(that.quantiles);
        distinct.combine(that.distinct);
        kept.combine(that.kept);
        sketched = kept.kept();
        complete &= that.complete;
    }

    boolean isComplete() {
        return complete;
    }

    QuantileSketch quantiles() {
        catchUp();
        return quantiles;
    }

    DistinctCount distinct() {
        catchUp();
        return distinct;
    }

    NumberSketches copy() {
        NumberSketches copy =
                new NumberSketches(moments.copy(), quantiles.copy(), distinct.copy(), kept.copy(), complete);
        copy.sketched = sketched;
        return copy;
    }
}
