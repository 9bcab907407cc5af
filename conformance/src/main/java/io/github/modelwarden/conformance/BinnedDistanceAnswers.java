package io.github.modelwarden.conformance;

import io.github.modelwarden.drift.TestStatistic;
import io.github.modelwarden.drift.statistic.Hellinger;
import io.github.modelwarden.drift.statistic.JensenShannon;
import io.github.modelwarden.drift.statistic.KullbackLeibler;
import io.github.modelwarden.drift.statistic.LInfinity;
import io.github.modelwarden.drift.statistic.PopulationStabilityIndex;
import io.github.modelwarden.drift.statistic.TotalVariation;
import io.github.modelwarden.drift.statistic.ZeroRule;
import java.io.IOException;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Answers to the cases of distances between two distributions over bins or categories. */
final class BinnedDistanceAnswers {

    /** Deequ's margin where the case states none, for a level of about 0.003. */
    private static final double DEFAULT_MARGIN = 1.8;

    /** More than cases ask for: a p-value from fewer permutations has an error of its own, that of the peer is enough. */
    private static final int PERMUTATIONS = 50_000;

    private static final long SEED = 20260101;

    private BinnedDistanceAnswers() {}

    static Map<String, Answerer> answerers() {
        return Map.ofEntries(
                Map.entry("psi", BinnedDistanceAnswers::stabilityIndex),
                Map.entry("psi_chi2_threshold", BinnedDistanceAnswers::stabilityThreshold),
                Map.entry("js_distance", BinnedDistanceAnswers::jensenShannon),
                Map.entry("js_divergence", BinnedDistanceAnswers::jensenShannon),
                Map.entry("kl_divergence", BinnedDistanceAnswers::kullbackLeibler),
                Map.entry("hellinger", BinnedDistanceAnswers::hellinger),
                Map.entry("bhattacharyya_distance", BinnedDistanceAnswers::bhattacharyya),
                Map.entry("total_variation_distance", BinnedDistanceAnswers::totalVariation),
                Map.entry("histogram_intersection_complement", BinnedDistanceAnswers::totalVariation),
                Map.entry("l_infinity", BinnedDistanceAnswers::largest),
                Map.entry("l_infinity_robust", BinnedDistanceAnswers::largestRobust));
    }

    private static Map<String, @Nullable Object> stabilityIndex(ReferenceCase asked) throws IOException {
        BinnedSides sides = BinnedSides.of(asked);
        return new Values()
                .putDistance(
                        asked, "psi", stabilityIndex(sides, ZeroRules.of(asked.params())) / logarithm(asked.params()))
                .asMap();
    }

    /** The index; infinite where a bin is empty on one side and there is no rule for it. */
    static double stabilityIndex(BinnedSides sides, ZeroRule rule) {
        return rule.equals(ZeroRule.refuse()) && sides.hasEmptyBin()
                ? Double.POSITIVE_INFINITY
                : PopulationStabilityIndex.withDefaults()
                        .withZeroRule(rule)
                        .statistic(sides.reference(), sides.current());
    }

    private static Map<String, @Nullable Object> stabilityThreshold(ReferenceCase asked) throws IOException {
        CaseInputs inputs = asked.inputs();
        if (asked.params().has("formula") && !asked.params().says("formula", "chi2.ppf(1-p, bins-1)*(1/n+1/m)")) {
            throw new Unanswerable("the threshold follows another formula than chi2.ppf(1-p, bins-1)*(1/N+1/M)");
        }
        double threshold = PopulationStabilityIndex.withDefaults()
                .threshold(
                        inputs.at("bins").asInt(),
                        inputs.at("n_reference").asLong(),
                        inputs.at("n_current").asLong(),
                        inputs.at("p_value").asDouble());
        return new Values().put("threshold", threshold).asMap();
    }

    /** The divisor that turns natural logarithms into those of the case. */
    static double logarithm(Convention params) {
        OptionalDouble base = params.number("log_base", "base");
        if (base.isPresent()) {
            return base.getAsDouble() == Math.E ? 1 : Math.log(base.getAsDouble());
        }
        return params.says("log", "2") ? Math.log(2) : params.says("log", "10") ? Math.log(10) : 1;
    }

    private static Map<String, @Nullable Object> jensenShannon(ReferenceCase asked) throws IOException {
        BinnedSides sides = BinnedSides.of(asked);
        double divergence =
                JensenShannon.withDefaults().statistic(sides.reference(), sides.current()) / logarithm(asked.params());
        double distance = Math.sqrt(divergence);
        boolean isDistance = asked.statistic().equals("js_distance");
        Values values = new Values().putDistance(asked, asked.statistic(), isDistance ? distance : divergence);
        return values.put("distance", distance)
                .put("divergence", divergence)
                .put("js_distance", distance)
                .put("js_divergence", divergence)
                .asMap();
    }

    private static Map<String, @Nullable Object> kullbackLeibler(ReferenceCase asked) throws IOException {
        BinnedSides sides = BinnedSides.of(asked);
        String words = asked.params().text("form")
                + asked.params().text("direction")
                + asked.params().text("kl");
        boolean referenceFirst = words.contains("(ref") || words.contains("reference||") || words.startsWith("ref");
        double divergence = divergence(sides, referenceFirst, ZeroRules.of(asked.params())) / logarithm(asked.params());
        return new Values()
                .putDistance(asked, "kl", divergence)
                .put("divergence", divergence)
                .asMap();
    }

    /** Without a rule for empty bins, infinite where only the divisor is empty; a bin that only it holds adds nothing. */
    private static double divergence(BinnedSides sides, boolean referenceFirst, ZeroRule rule) {
        KullbackLeibler kl = KullbackLeibler.withDefaults();
        kl = referenceFirst ? kl.withReferenceFirst() : kl;
        if (!rule.equals(ZeroRule.refuse())) {
            return kl.withZeroRule(rule).statistic(sides.reference(), sides.current());
        }
        double[] divisor = referenceFirst ? sides.current() : sides.reference();
        double[] first = referenceFirst ? sides.reference() : sides.current();
        for (int i = 0; i < first.length; i++) {
            if (first[i] > 0 && divisor[i] == 0) {
                return Double.POSITIVE_INFINITY;
            }
        }
        return kl.withZeroRule(ZeroRule.replaceEmpty(Double.MIN_NORMAL)).statistic(sides.reference(), sides.current());
    }

    private static Map<String, @Nullable Object> hellinger(ReferenceCase asked) throws IOException {
        BinnedSides sides = BinnedSides.of(asked);
        double distance = Hellinger.withDefaults().statistic(sides.reference(), sides.current());
        return new Values().putDistance(asked, "hellinger", distance).asMap();
    }

    /** {@code 1 − Σ√(pq)}, the square of Hellinger's distance; or {@code −ln Σ√(pq)} where the case says so. */
    private static Map<String, @Nullable Object> bhattacharyya(ReferenceCase asked) throws IOException {
        BinnedSides sides = BinnedSides.of(asked);
        double hellinger = Hellinger.withDefaults().statistic(sides.reference(), sides.current());
        double missed = hellinger * hellinger;
        boolean logarithm = asked.params().says("form", "ln", "log");
        return new Values()
                .putDistance(asked, "bhattacharyya", logarithm ? -Math.log1p(-missed) : missed)
                .asMap();
    }

    private static Map<String, @Nullable Object> totalVariation(ReferenceCase asked) throws IOException {
        BinnedSides sides = BinnedSides.of(asked);
        double distance = TotalVariation.withDefaults().statistic(sides.reference(), sides.current());
        Values values = new Values().putDistance(asked, "tvd", distance);
        if (asked.wants("permutation_p_value") || asked.wants("p_value")) {
            TestStatistic test = TotalVariation.withDefaults()
                    .withPermutations(Math.max(PERMUTATIONS, asked.params().whole(0, "permutations")), SEED)
                    .test(CategoryMasses.whole(sides.reference()), CategoryMasses.whole(sides.current()));
            values.put("permutation_p_value", test.pValue()).put("p_value", test.pValue());
        }
        return values.asMap();
    }

    private static Map<String, @Nullable Object> largest(ReferenceCase asked) throws IOException {
        Convention params = asked.params();
        if (params.has("alpha") || params.has("c_alpha") || params.says("formula", "max(0")) {
            return largestRobust(asked);
        }
        BinnedSides sides = BinnedSides.of(asked);
        // the API refuses to compare nothing with nothing; the largest of no differences is 0
        double distance = sides.isEmpty() && !asked.asksForARefusal()
                ? 0
                : LInfinity.withDefaults().statistic(sides.reference(), sides.current());
        return new Values().putDistance(asked, "l_infinity", distance).asMap();
    }

    private static Map<String, @Nullable Object> largestRobust(ReferenceCase asked) throws IOException {
        BinnedSides sides = BinnedSides.of(asked);
        double distance = LInfinity.withDefaults()
                .withNoiseMargin(noiseFactor(asked.params()))
                .statistic(sides.reference(), sides.current());
        return new Values().putDistance(asked, "l_infinity", distance).asMap();
    }

    static double noiseFactor(Convention params) {
        if (params.has("c_alpha")) {
            return params.number(DEFAULT_MARGIN, "c_alpha");
        }
        return params.has("alpha") ? LInfinity.noiseFactor(params.number(0, "alpha")) : DEFAULT_MARGIN;
    }
}
