package io.github.modelwarden.retraining.gate;

import io.github.modelwarden.retraining.ModelMetric;
import io.github.modelwarden.retraining.TextForm;
import java.util.List;
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

    private static final String UNDEFINED = "undefined";

    /** {@return challenger − champion; empty if either is undefined} */
    public OptionalDouble difference() {
        return champion.isPresent() && challenger.isPresent()
                ? OptionalDouble.of(challenger.getAsDouble() - champion.getAsDouble())
                : OptionalDouble.empty();
    }

    /**
     * The report as one line with every number at full precision, for logs and the run's record; {@link #parse} reads it
     * back.
     *
     * @return for example {@code promote: f1 champion 0.6, challenger 0.7, …, 900 rows, 300 positive, nothing needed: …}
     */
    public String toText() {
        return verdict.word() + ": " + metric.word() + " champion " + number(champion)
                + ", challenger " + number(challenger) + ", difference " + number(difference()) + ", bounds "
                + number(lower) + " to " + number(upper) + " at confidence " + confidence + ", McNemar p " + pValue
                + ", " + rows + " rows, " + positives + " positive, "
                + (rowsNeeded.isPresent() ? rowsNeeded.getAsLong() + " rows" : "nothing") + " needed: " + sentence;
    }

    /**
     * Reads what {@link #toText} wrote.
     *
     * @param text the line
     * @return the report
     * @throws IllegalArgumentException if the text is not of that form
     */
    public static GateReport parse(String text) {
        List<String> parts = TextForm.split(
                "gate report",
                text,
                ": ",
                " champion ",
                ", challenger ",
                ", difference ",
                ", bounds ",
                " to ",
                " at confidence ",
                ", McNemar p ",
                ", ",
                " rows, ",
                " positive, ",
                " needed: ");
        try {
            String needed = parts.get(11);
            return new GateReport(
                    ModelMetric.ofWord(parts.get(1)),
                    number(parts.get(2)),
                    number(parts.get(3)),
                    number(parts.get(5)),
                    number(parts.get(6)),
                    Double.parseDouble(parts.get(7)),
                    Double.parseDouble(parts.get(8)),
                    Integer.parseInt(parts.get(9)),
                    Integer.parseInt(parts.get(10)),
                    Verdict.ofWord(parts.get(0)),
                    needed.equals("nothing")
                            ? OptionalLong.empty()
                            : OptionalLong.of(Long.parseLong(TextForm.split("gate report", needed, " rows")
                                    .get(0))),
                    parts.get(12));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("gate report: expected numbers but got '" + text + "'", e);
        }
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? Double.toString(value.getAsDouble()) : UNDEFINED;
    }

    private static OptionalDouble number(String word) {
        return word.equals(UNDEFINED) ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(word));
    }
}
