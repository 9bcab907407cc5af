package io.github.modelwarden.core.performance;

import io.github.modelwarden.core.profile.Moments;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The quality of ranked answers to queries, among the first k places. Each query counts once; the intervals are those
 * of a mean over queries.
 *
 * <p>Ties: NDCG is averaged over all orders of tied items, as in scikit-learn (McSherry and Najork 2008,
 * doi:10.1007/978-3-540-78646-7_38). The others take tied items in the order that is worst for the model, so that a
 * model that scores everything alike gets no credit. Queries without any relevant item count for precision only: there
 * was nothing to find.
 *
 * <p>Mergeable over queries: combination is commutative and associative up to rounding. Not thread-safe.
 */
public final class RankingQuality {

    private final int k;
    private final Map<RankingMetric, Moments> moments = new EnumMap<>(RankingMetric.class);
    private long hits;

    private RankingQuality(int k) {
        this.k = k;
        for (RankingMetric metric : RankingMetric.values()) {
            moments.put(metric, Moments.create());
        }
    }

    /**
     * An empty accumulator.
     *
     * @param k how many places count, at least 1
     * @return the accumulator
     * @throws IllegalArgumentException if k is below 1
     */
    public static RankingQuality at(int k) {
        if (k < 1) {
            throw new IllegalArgumentException("ranking: expected at least 1 place but got " + k);
        }
        return new RankingQuality(k);
    }

    /**
     * Adds a query.
     *
     * @param scores the model's score of each item, higher ranking first; not changed
     * @param relevance the actual relevance of each item, 0 for none; same length; not changed
     * @throws IllegalArgumentException if lengths differ, there is no item, a score is NaN, or a relevance is negative
     *     or not finite; nothing is added then
     */
    public void accept(double[] scores, double[] relevance) {
        requireValid(scores, relevance);
        double[] descending = negated(scores);
        double[] ranked = worstOrder(scores, relevance, descending);
        long relevant = 0;
        for (double r : relevance) {
            relevant += r > 0 ? 1 : 0;
        }
        long found = 0;
        int first = 0;
        double precisions = 0;
        for (int place = 1; place <= Math.min(k, ranked.length); place++) {
            if (ranked[place - 1] > 0) {
                found++;
                first = first == 0 ? place : first;
                precisions += (double) found / place;
            }
        }
        add(RankingMetric.PRECISION, (double) found / k);
        if (relevant > 0) {
            hits += found > 0 ? 1 : 0;
            add(RankingMetric.RECALL, (double) found / relevant);
            add(RankingMetric.HIT_RATE, found > 0 ? 1 : 0);
            add(RankingMetric.RECIPROCAL_RANK, first == 0 ? 0 : 1.0 / first);
            add(RankingMetric.AVERAGE_PRECISION, precisions / Math.min(k, relevant));
            double[] best = relevance.clone();
            Arrays.sort(best);
            double unit = Math.scalb(1.0, -Math.getExponent(best[best.length - 1]));
            add(RankingMetric.NDCG, gain(descending, scaled(ranked, unit)) / bestGain(scaled(best, unit)));
        }
    }

    private void add(RankingMetric metric, double value) {
        of(metric).accept(value);
    }

    private Moments of(RankingMetric metric) {
        return java.util.Objects.requireNonNull(moments.get(metric));
    }

    private static void requireValid(double[] scores, double[] relevance) {
        if (scores.length != relevance.length || scores.length == 0) {
            throw new IllegalArgumentException("ranking: expected a relevance for each of one or more items but got "
                    + scores.length + " scores and " + relevance.length + " relevances");
        }
        for (int i = 0; i < scores.length; i++) {
            if (Double.isNaN(scores[i]) || !(relevance[i] >= 0 && relevance[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("ranking, item " + i
                        + ": expected a score and a relevance of 0 or more but got " + scores[i] + " and "
                        + relevance[i]);
            }
        }
    }

    /** The scores from the highest on, with the sign turned; −0 and 0 tie. */
    private static double[] negated(double[] scores) {
        double[] negated = new double[scores.length];
        for (int i = 0; i < scores.length; i++) {
            negated[i] = 0.0 - scores[i];
        }
        Arrays.sort(negated);
        return negated;
    }

    /** The relevances by descending score, the less relevant first among ties. */
    private static double[] worstOrder(double[] scores, double[] relevance, double[] descending) {
        double[] ranked = new double[scores.length];
        int[] filled = new int[scores.length];
        for (int i = 0; i < scores.length; i++) {
            int start = first(descending, 0.0 - scores[i]);
            ranked[start + filled[start]++] = relevance[i];
        }
        for (int start = 0; start < ranked.length; start += filled[start]) {
            Arrays.sort(ranked, start, start + filled[start]);
        }
        return ranked;
    }

    private static int first(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The discounted gain of the first k places, tied items sharing their places evenly. */
    private double gain(double[] descending, double[] ranked) {
        double gain = 0;
        for (int start = 0; start < Math.min(k, ranked.length); ) {
            int end = start;
            double sum = 0;
            double discounts = 0;
            while (end < ranked.length && descending[end] == descending[start]) {
                sum += ranked[end];
                discounts += end < k ? discount(end) : 0;
                end++;
            }
            gain += sum / (end - start) * discounts;
            start = end;
        }
        return gain;
    }

    /** A power of two leaves NDCG as it is, and keeps sums of the largest relevances in range. */
    private static double[] scaled(double[] relevance, double unit) {
        double[] scaled = relevance.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= unit;
        }
        return scaled;
    }

    /** The discounted gain of the first k places in the best order, given the relevances in ascending order. */
    private double bestGain(double[] best) {
        double gain = 0;
        for (int place = 0; place < Math.min(k, best.length); place++) {
            gain += best[best.length - 1 - place] * discount(place);
        }
        return gain;
    }

    private static double discount(int place) {
        return Math.log(2) / Math.log(place + 2.0);
    }

    /**
     * Adds all queries that another has seen.
     *
     * @param other quality over as many places, not changed
     * @return this
     * @throws IllegalArgumentException if the number of places differs
     */
    public RankingQuality combine(RankingQuality other) {
        if (k != other.k) {
            throw new IllegalArgumentException(
                    "cannot combine a ranking of the first " + k + " places with one of the first " + other.k);
        }
        moments.forEach((metric, own) -> own.combine(other.of(metric)));
        hits += other.hits;
        return this;
    }

    /** {@return how many places count} */
    public int places() {
        return k;
    }

    /** {@return the number of queries} */
    public long queries() {
        return of(RankingMetric.PRECISION).count();
    }

    /** {@return the number of queries with a relevant item} */
    public long answerable() {
        return of(RankingMetric.RECALL).count();
    }

    /**
     * Computes a metric.
     *
     * @param metric the metric
     * @return the value, 0 to 1; empty where it is undefined
     */
    public OptionalDouble value(RankingMetric metric) {
        Moments all = of(metric);
        return all.count() == 0 ? OptionalDouble.empty() : OptionalDouble.of(all.mean());
    }

    /**
     * Computes a metric with its interval: Wilson's for the hit rate, else Student's for a mean over queries, cut off
     * at 0 and 1.
     *
     * @param metric the metric
     * @param confidence the confidence level, above 0 and below 1
     * @return the estimate; empty where the metric is undefined
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Optional<Estimate> estimate(RankingMetric metric, double confidence) {
        if (metric == RankingMetric.HIT_RATE) {
            return Estimate.ofProportion(hits, answerable(), confidence);
        }
        return Estimate.ofMean(of(metric), confidence).map(mean -> mean.within(0, 1));
    }
}
