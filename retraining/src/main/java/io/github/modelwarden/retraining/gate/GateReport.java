package io.github.modelwarden.retraining.gate;

import io.github.modelwarden.retraining.ModelMetric;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The comparison of champion and challenger on the same hold-out rows.
 *
 * @param metric the metric compared
 * @param champion the champion's value; empty if it was not defined
 * @param challenger the challenger's value; empty if it was not defined
 * @param lower one-sided lower confidence bound of the difference challenger − champion; empty if not computed
 * @param upper one-sided upper confidence bound of the difference; empty if not computed
 * @param confidence confidence of each bound, for example 0.95
 * @param pValue two-sided mid-p of McNemar's test on right and wrong decisions; 1 when no decision differs
 * @param rows hold-out rows
 * @param positives positive hold-out rows
 * @param verdict the verdict
 * @param rowsNeeded hold-out rows estimated to be enough, when the verdict is inconclusive
 * @param sentence the verdict and its reason for people
 */
public record GateReport(
        ModelMetric metric,
        OptionalDouble champion,
        OptionalDouble challenger,
        OptionalDouble lower,
        OptionalDouble upper,
        double confidence,
        double pValue,
        int rows,
        int positives,
        Verdict verdict,
        OptionalLong rowsNeeded,
        String sentence) {

    /** {@return challenger − champion; empty if either is undefined} */
    public OptionalDouble difference() {
        return champion.isPresent() && challenger.isPresent()
                ? OptionalDouble.of(challenger.getAsDouble() - champion.getAsDouble())
                : OptionalDouble.empty();
    }

    /** {@return one line with every number, for logs and the run's record} */
    public String toText() {
        return String.format(
                Locale.ROOT,
                "%s: %s champion %s, challenger %s, difference %s, %.0f %% bounds %s to %s, McNemar p %.4g, %d rows,"
                        + " %d positive: %s",
                verdict.name().toLowerCase(Locale.ROOT),
                metric.word(),
                number(champion),
                number(challenger),
                number(difference()),
                100 * confidence,
                number(lower),
                number(upper),
                pValue,
                rows,
                positives,
                sentence);
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.4f", value.getAsDouble()) : "undefined";
    }
}
