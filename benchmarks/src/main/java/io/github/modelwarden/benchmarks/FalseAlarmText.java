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

    static final String OUTSIDE = "";

    private FalseAlarmText() {}
}
