package io.github.modelwarden.conformance;

import io.github.modelwarden.drift.TestStatistic;
import io.github.modelwarden.drift.statistic.Alternative;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The alternatives that a case asks a test for: one, or several in a list. */
final class Alternatives {

    private Alternatives() {}

    static List<Alternative> of(Convention params) {
        List<String> listed = params.texts("alternatives");
        if (!listed.isEmpty()) {
            return listed.stream().map(Alternatives::parse).toList();
        }
        return List.of(params.has("alternative") ? parse(params.text("alternative")) : twoSided(params));
    }

    private static Alternative twoSided(Convention params) {
        if (!params.flag(true, "two_sided")) {
            throw new Unanswerable("the case asks for a one-sided test and does not say which side");
        }
        return Alternative.TWO_SIDED;
    }

    private static Alternative parse(String text) {
        if (text.startsWith("two") || text.startsWith("2")) {
            return Alternative.TWO_SIDED;
        }
        if (text.startsWith("less") || text.startsWith("smaller")) {
            return Alternative.LESS;
        }
        if (text.startsWith("greater") || text.startsWith("larger")) {
            return Alternative.GREATER;
        }
        throw new Unanswerable("the alternative '" + text + "' is none of two-sided, less and greater");
    }

    /** Runs a test for each alternative: single values for the first, lists for all. */
    static Values answer(ReferenceCase asked, Function<Alternative, TestStatistic> test) {
        List<Double> statistics = new ArrayList<>();
        List<@Nullable Double> pValues = new ArrayList<>();
        for (Alternative alternative : of(asked.params())) {
            TestStatistic result = test.apply(alternative);
            statistics.add(result.value());
            pValues.add(Values.orNull(result.pValue()));
        }
        return new Values()
                .put("statistics", statistics)
                .put("p_values", pValues)
                .put("statistic", statistics.get(0))
                .putPValue(asked, pValues.get(0));
    }
}
