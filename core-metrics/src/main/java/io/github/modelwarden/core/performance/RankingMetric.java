package io.github.modelwarden.core.performance;

/** A metric of how well queries are answered by ranked items; see {@link RankingQuality}. All lie between 0 and 1. */
public enum RankingMetric {
    /** Share of relevant items among the first k; places that a shorter list leaves empty count as misses. */
    PRECISION("precision_at_k"),
    /** Share of the relevant items that are among the first k. */
    RECALL("recall_at_k"),
    /** Share of queries with a relevant item among the first k. */
    HIT_RATE("hit_rate_at_k"),
    /** Mean of 1 / rank of the first relevant item, 0 if it is not among the first k. */
    RECIPROCAL_RANK("mrr_at_k"),
    /** Mean over queries of the mean of the precisions at the ranks of the relevant items among the first k. */
    AVERAGE_PRECISION("map_at_k"),
    /**
     * Normalised discounted cumulative gain: {@code Σ relevance / log₂(rank + 1)} over the first k, by that of the best
     * order. Järvelin and Kekäläinen 2002, doi:10.1145/582415.582418
     */
    NDCG("ndcg_at_k");

    private final String word;

    RankingMetric(String word) {
        this.word = word;
    }

    /** {@return the word used in reports and JSON} */
    public String word() {
        return word;
    }

    /** {@return why the metric is undefined where it is, a part of a sentence} */
    public String whenUndefined() {
        return this == PRECISION ? "there is no query" : "no query has a relevant item";
    }
}
