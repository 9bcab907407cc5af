package io.github.modelwarden.benchmarks;

/** The words on the page about false alarms. */
final class FalseAlarmText {

    static final String READ = """
            Reference and current rows come from the same distribution here, so that every alarm is false. At alpha 0.05 a test
            should raise five alarms in a hundred comparisons: read each number as alarms out of a hundred, and compare it with 5.
            Brackets hold 95 % Wilson intervals. ▼ marks a share below 3.0: a cautious test, which also finds less. ▲ marks one
            above 6.5. What is marked is explained under xref:#cells-outside-the-range[Cells outside the range].

            The verdict is what a user gets: a baseline is built from the reference rows, a profile counts the current ones, and
            the report tests the feature alone, without a minimum effect. Beside it stands the usual fixed rule, PSI ≥ 0.1.
            It has no rate to hold: it always fires with few rows and never with many.""";

    static final String SUMMARY = """
            The verdict on one feature at alpha 0.05, and the usual fixed rule on the same rows: the lowest and the highest share of
            false alarms over the 25 pairs of reference and current rows, in per cent.""";

    static final String MODELS = """
            A report of 20 features of all the kinds below, with ten bins, of which none has changed: the share of reports with
            even one feature called drifted. The budget is 5 %, so any number up to 5 is as promised; ▲ marks a share that exceeds
            it by more than chance explains. _Correlated_ features rise and fall together: the normal numbers they are made of
            have a correlation of 0.8. With a _minimum effect_ of 0.01, as reports have unless told otherwise, false alarms
            disappear as rows become many.""";

    static final String MULTIVARIATE = """
            The tests that look at ten correlated features of all kinds at once, two of them categorical, with their default
            settings.""";

    static final String OUTSIDE = """
            ▼ is caution, and ▲ is more alarms than stated. What the marks below come from:

            * _Verdicts on numbers_ (▼): the larger of two p-values counts, of which one is right with ties and one where the
            reference is the smaller sample; xref:../explanation/calibrated-verdicts.adoc[Calibrated verdicts] has both. With few
            reference rows, most of all with ties, the two together are cautious. So is the exact test of rare values.
            * _Kolmogorov–Smirnov, also over cells, and Cramér–von Mises_ on zero-inflated and discrete numbers (▼): their laws are
            those of values without ties. With ties they are upper bounds.
            * _Anderson–Darling_ on the same (▲): its table is for values without ties, and ties make it alarm up to twice as often.
            Take its p-value from permutations there.
            * _Welch's t_ on skewed numbers with a small side (▲): the mean of 100 zero-inflated or lognormal values is not yet
            normally distributed. It needs some hundred rows on both sides.
            * _Jensen–Shannon and Hellinger_ over sparse bins (▼): their p-value is the larger of that of their own law and of
            Pearson's, because the first alone raises too many alarms.
            * _Chi-square over all categories_ (▼ and ▲): Pearson's law fails with hundreds of categories that hold a row or two. That
            is why verdicts pool rare categories, and why there is a test with matched moments beside it.
            * _Verdict possible_ below 100: the reference shows so many rare categories, and so few of the others, that no category is
            sure to be listed in any such reference. There is no verdict then rather than a wrong one.
            * A single share just outside, between ones that are not, is chance: of some 800 shares of a thousand to two thousand
            comparisons each, a few lie that far from a true 5 %.""";

    private FalseAlarmText() {}
}
