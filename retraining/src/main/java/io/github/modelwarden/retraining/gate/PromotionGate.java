package io.github.modelwarden.retraining.gate;

import io.github.modelwarden.core.performance.DeLong;
import io.github.modelwarden.retraining.ModelMetric;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Decides whether a challenger may replace the champion: absolute floors first, then the size of the hold-out, then the
 * one-sided lower confidence bound of the difference of the primary metric (paired bootstrap; DeLong for the area under
 * the curve) has to lie above the margin.
 *
 * <p>When the bound does not clear the margin, the answer is {@link Verdict#REJECT} if the challenger is not better at all
 * or cannot be better by more than the relevant effect, and {@link Verdict#INCONCLUSIVE} with the rows needed otherwise:
 * too little data is never evidence against a challenger.
 *
 * @param metric the primary metric
 * @param alpha error rate of each one-sided bound, in (0, 0.5); 0.05 promotes an equally good challenger in at most about
 *     5 of 100 runs
 * @param margin the lower bound has to exceed this, 0 for plain superiority
 * @param relevantEffect differences up to this are not worth a promotion or more data, for example 0.02
 * @param minRows fewest hold-out rows to judge at all
 * @param minPositives fewest positive hold-out rows to judge at all
 * @param minAuc the challenger's area under the curve must reach this
 * @param resamples bootstrap draws, 200 to 100 000
 */
public record PromotionGate(
        ModelMetric metric,
        double alpha,
        double margin,
        double relevantEffect,
        int minRows,
        int minPositives,
        double minAuc,
        int resamples) {

    public PromotionGate {
        require(alpha > 0 && alpha < 0.5, "alpha", "between 0 and 0.5", alpha);
        require(margin > -1 && margin < 1, "margin", "between -1 and 1", margin);
        require(relevantEffect >= 0 && relevantEffect < 1, "relevantEffect", "from 0 to below 1", relevantEffect);
        require(minRows >= 2, "minRows", "at least 2", minRows);
        require(minPositives >= 2, "minPositives", "at least 2", minPositives);
        require(minAuc >= 0 && minAuc <= 1, "minAuc", "between 0 and 1", minAuc);
        require(resamples >= 200 && resamples <= 100_000, "resamples", "200 to 100000", resamples);
    }

    /** {@return F1, alpha 0.05, no margin, relevant effect 0.02, 200 rows with 30 positives, AUC of 0.6, 2000 draws} */
    public static PromotionGate withDefaults() {
        return new PromotionGate(ModelMetric.F1, 0.05, 0, 0.02, 200, 30, 0.6, 2000);
    }

    private static void require(boolean holds, String name, String wanted, double got) {
        if (!holds) {
            throw new IllegalArgumentException("gate: expected " + name + " " + wanted + " but got " + got);
        }
    }

    /**
     * Sets the primary metric.
     *
     * @param newMetric the metric
     * @return a gate with that setting
     */
    public PromotionGate withMetric(ModelMetric newMetric) {
        return new PromotionGate(newMetric, alpha, margin, relevantEffect, minRows, minPositives, minAuc, resamples);
    }

    /**
     * Sets the size of the hold-out that is needed.
     *
     * @param newMinRows fewest rows
     * @param newMinPositives fewest positive rows
     * @return a gate with that setting
     */
    public PromotionGate withMinimum(int newMinRows, int newMinPositives) {
        return new PromotionGate(metric, alpha, margin, relevantEffect, newMinRows, newMinPositives, minAuc, resamples);
    }

    /**
     * Judges a challenger.
     *
     * @param comparison both models on the hold-out
     * @param seed seed of the bootstrap
     * @return the report
     */
    public GateReport judge(Comparison comparison, long seed) {
        Facts facts = facts(comparison);
        if (comparison.rows() < minRows || comparison.positives() < minPositives) {
            long needed = (long) Math.ceil(
                    Math.max(minRows, (double) minPositives * comparison.rows() / Math.max(1, comparison.positives())));
            return report(
                    facts,
                    new Bounds(OptionalDouble.empty(), OptionalDouble.empty()),
                    Verdict.INCONCLUSIVE,
                    OptionalLong.of(needed),
                    String.format(
                            Locale.ROOT,
                            "the hold-out has %d labelled rows, %d of them positive, where %d and %d are needed;"
                                    + " wait for about %d labelled rows",
                            comparison.rows(),
                            comparison.positives(),
                            minRows,
                            minPositives,
                            needed));
        }
        Bounds bounds = bounds(comparison, seed);
        return floors(comparison, facts, bounds, verdict(comparison, facts, bounds));
    }

    private record Bounds(OptionalDouble lower, OptionalDouble upper) {}

    private record Facts(OptionalDouble champion, OptionalDouble challenger, double pValue, int rows, int positives) {}

    private Facts facts(Comparison c) {
        return new Facts(
                metric.of(c.championScores(), c.championThreshold(), c.positive()),
                metric.of(c.challengerScores(), c.challengerThreshold(), c.positive()),
                McNemar.of(c.championDecisions(), c.challengerDecisions(), c.positive())
                        .midPValue(),
                c.rows(),
                c.positives());
    }

    private Bounds bounds(Comparison c, long seed) {
        if (metric == ModelMetric.AUC) {
            DeLong delong = DeLong.of(c.challengerScores(), c.championScores(), c.positive());
            double difference = delong.first() - delong.second();
            double reach = Normal.quantile(1 - alpha) * delong.standardError();
            return new Bounds(OptionalDouble.of(difference - reach), OptionalDouble.of(difference + reach));
        }
        PairedBootstrap bootstrap = PairedBootstrap.of(metric, c.decisions(), resamples, seed);
        return new Bounds(bootstrap.quantile(alpha), bootstrap.quantile(1 - alpha));
    }

    /** Floors come before everything: a challenger that fails one is rejected however much better it looks. */
    private GateReport floors(Comparison c, Facts facts, Bounds bounds, GateReport otherwise) {
        boolean[] decisions = c.challengerDecisions();
        boolean constant = true;
        for (boolean decision : decisions) {
            constant &= decision == decisions[0];
        }
        if (constant) {
            return report(
                    facts,
                    bounds,
                    Verdict.REJECT,
                    OptionalLong.empty(),
                    "the challenger predicts one and the same class for every hold-out row");
        }
        OptionalDouble auc = ModelMetric.AUC.of(c.challengerScores(), c.challengerThreshold(), c.positive());
        if (auc.isEmpty() || auc.getAsDouble() < minAuc) {
            return report(
                    facts,
                    bounds,
                    Verdict.REJECT,
                    OptionalLong.empty(),
                    String.format(
                            Locale.ROOT,
                            "the challenger's AUC %.4f is below the floor of %.2f",
                            auc.orElse(Double.NaN),
                            minAuc));
        }
        return otherwise;
    }

    private GateReport verdict(Comparison c, Facts facts, Bounds bounds) {
        if (facts.champion().isEmpty()
                || facts.challenger().isEmpty()
                || bounds.lower().isEmpty()
                || bounds.upper().isEmpty()) {
            return report(
                    facts,
                    bounds,
                    Verdict.INCONCLUSIVE,
                    OptionalLong.of(2L * c.rows()),
                    metric.word()
                            + " is not defined for both models on this hold-out; collect more labelled rows of both classes");
        }
        double difference = facts.challenger().getAsDouble() - facts.champion().getAsDouble();
        double lower = bounds.lower().getAsDouble();
        double upper = bounds.upper().getAsDouble();
        String seen = String.format(
                Locale.ROOT,
                "%s %.4f against the champion's %.4f (difference %+.4f, bounds" + " %+.4f to %+.4f)",
                metric.word(),
                facts.challenger().getAsDouble(),
                facts.champion().getAsDouble(),
                difference,
                lower,
                upper);
        if (lower > margin) {
            return report(
                    facts,
                    bounds,
                    Verdict.PROMOTE,
                    OptionalLong.empty(),
                    "the challenger is better beyond chance: " + seen);
        }
        if (difference <= margin || upper <= margin + relevantEffect) {
            return report(
                    facts,
                    bounds,
                    Verdict.REJECT,
                    OptionalLong.empty(),
                    "the challenger is not better by an amount that matters: " + seen);
        }
        // the width of the bound shrinks with the square root of the rows
        double ratio = (difference - lower) / (difference - margin);
        long needed = (long) Math.min(1e9, Math.ceil(c.rows() * ratio * ratio * 1.1));
        return report(
                facts,
                bounds,
                Verdict.INCONCLUSIVE,
                OptionalLong.of(needed),
                "the hold-out is too small to tell: " + seen + "; about " + needed
                        + " labelled hold-out rows would settle it");
    }

    private GateReport report(Facts facts, Bounds bounds, Verdict verdict, OptionalLong needed, String sentence) {
        return new GateReport(
                metric,
                facts.champion(),
                facts.challenger(),
                bounds.lower(),
                bounds.upper(),
                1 - alpha,
                facts.pValue(),
                facts.rows(),
                facts.positives(),
                verdict,
                needed,
                sentence);
    }
}
