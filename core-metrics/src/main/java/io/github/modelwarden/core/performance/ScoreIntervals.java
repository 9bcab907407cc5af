package io.github.modelwarden.core.performance;

import java.util.List;

/** Intervals of the metrics of ranked scores. */
final class ScoreIntervals {

    private ScoreIntervals() {}

    static Estimate area(RankedScores ranked, boolean binned, double confidence) {
        double area = ranked.area();
        if (ranked.positives() < 2 || ranked.negatives() < 2) {
            return RocAuc.hanleyMcNeil(area, ranked.positives(), ranked.negatives(), confidence);
        }
        return ranked.areaError().estimate(area, binned ? ranked.tiedShare() : 0, confidence);
    }

    static Estimate gini(Estimate area) {
        return area.rescaled(
                2 * area.value() - 1,
                2 * area.lower().orElse(0) - 1,
                2 * area.upper().orElse(0) - 1);
    }

    /**
     * The area is taken for a proportion of the positives, on the log-odds scale: Boyd et al. 2013,
     * doi:10.1007/978-3-642-40994-3_29.
     */
    static Estimate precisionRecall(RankedScores ranked, double value, double confidence) {
        long m = ranked.positives();
        long rows = m + ranked.negatives();
        if (value > 0 && value < 1) {
            double reach = Quantiles.reach(confidence) / Math.sqrt(m * value * (1 - value));
            return Span.logit(value, reach).estimate(value, confidence, IntervalMethod.LOGIT, rows);
        }
        return Span.wilson(Math.round(value * m), m, confidence)
                .estimate(value, confidence, IntervalMethod.WILSON, rows);
    }

    /**
     * The threshold was chosen by these rows, so the distance is biased upwards. At the threshold that is truly best it
     * is no larger, so the upper bound of the difference of two proportions holds. Downwards it can be off by the
     * largest error of two empirical distributions, as in the two-sample Kolmogorov–Smirnov test.
     */
    static Estimate ks(RankedScores ranked, boolean binned, double confidence) {
        ConfusionMatrix best = ranked.farthest();
        Estimate recall = best.estimate(BinaryMetric.RECALL, confidence).orElseThrow();
        Estimate alarms =
                best.estimate(BinaryMetric.FALSE_POSITIVE_RATE, confidence).orElseThrow();
        double value = recall.value() - alarms.value();
        double hidden = binned ? ranked.largestGroup() : 0;
        double upper = Mover.sum(new double[] {1, -1}, List.of(recall, alarms)).upper() + hidden;
        double error = Math.sqrt(-Math.log((1 - confidence) / 2) / 2)
                * Math.sqrt(1.0 / ranked.positives() + 1.0 / ranked.negatives());
        return new Span(value - error, upper)
                .within(0, 1)
                .estimate(value, confidence, IntervalMethod.CONSERVATIVE, best.total());
    }
}
