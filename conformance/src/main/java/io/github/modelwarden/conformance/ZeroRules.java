package io.github.modelwarden.conformance;

import io.github.modelwarden.drift.statistic.ZeroRule;

/** What a case says of empty bins. */
final class ZeroRules {

    private ZeroRules() {}

    static ZeroRule of(Convention params) {
        for (String name : new String[] {"zero_rule", "psi_epsilon", "epsilon", "min_pct_empty_bins"}) {
            if (params.has(name)) {
                return of(params.text(name));
            }
        }
        return ZeroRule.refuse();
    }

    /**
     * Reads a rule: {@code half count}, {@code floored at 1e-4}, {@code add 0.5 to each count}, {@code add 1e-6 to each
     * share}, or {@code empty bin -> 0.0001}, which a bare number means too.
     */
    static ZeroRule of(String words) {
        if (words.contains("half")) {
            return ZeroRule.halfCount();
        }
        if (words.contains("refuse") || words.contains("none") || words.contains("no rule")) {
            return ZeroRule.refuse();
        }
        double number = Convention.numberIn(words)
                .orElseThrow(() -> new Unanswerable("the rule for empty bins '" + words + "' is not understood"));
        if (words.contains("min/10 ") || words.contains("min / 10 ") || words.endsWith("min/10")) {
            throw new Unanswerable("the API has no rule that fills empty bins with a tenth of the smallest share");
        }
        if (words.contains("min/1e6") || words.contains("min / 1e6") || words.contains("min/10**6")) {
            return ZeroRule.replaceEmptyBelowFilled(number);
        }
        if (words.contains("floor") || words.contains("at least") || words.contains("clip") || words.contains("max(")) {
            return ZeroRule.floor(number);
        }
        if (words.contains("add") || words.contains("+")) {
            return words.contains("count") || words.contains("row")
                    ? ZeroRule.addToCounts(number)
                    : ZeroRule.addToShares(number);
        }
        return ZeroRule.replaceEmpty(number);
    }
}
