package io.github.modelwarden.conformance;

import io.github.modelwarden.core.performance.RankingMetric;
import io.github.modelwarden.core.performance.RankingQuality;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers to the cases of ranked items: a row of relevances and of scores for each query. */
final class RankingAnswers {

    private RankingAnswers() {}

    static Map<String, Answerer> answerers() {
        return Map.of("ranking", RankingAnswers::ranking, "ndcg", RankingAnswers::ranking);
    }

    private static Map<String, @Nullable Object> ranking(ReferenceCase asked) throws IOException {
        double[][] relevance = asked.inputs().rows("y_true");
        double[][] scores = asked.inputs().rows("y_score");
        StreamAnswers.requireSameLength(relevance.length, scores.length);
        int longest = 1;
        for (double[] query : relevance) {
            longest = Math.max(longest, query.length);
        }
        int k = asked.params().whole(longest, "k");
        RankingQuality quality = RankingQuality.at(k);
        for (int i = 0; i < relevance.length; i++) {
            quality.accept(scores[i], relevance[i]);
        }
        Values values = new Values();
        for (RankingMetric metric : RankingMetric.values()) {
            String word = metric.word();
            values.put(word, quality.value(metric))
                    .put(word.replace("_at_k", ""), quality.value(metric))
                    .put(word.replace("_at_k", "_at_" + k), quality.value(metric));
        }
        return values.asMap();
    }
}
