package io.github.modelwarden.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The page about detectors.
 *
 * @param results what was measured
 * @param runs number of streams of each kind
 */
record DetectorPage(ResultFile results, int runs) {

    private static final int TRANSITION = 1000;

    static final List<ChangingStream> STREAMS = List.of(
            ChangingStream.unchanged(true),
            new ChangingStream(true, 0.1, 0.2, 0),
            new ChangingStream(true, 0.1, 0.3, 0),
            new ChangingStream(true, 0.1, 0.2, TRANSITION),
            new ChangingStream(true, 0.1, 0.3, TRANSITION),
            ChangingStream.unchanged(false),
            new ChangingStream(false, 0, 0.5, 0),
            new ChangingStream(false, 0, 1, 0),
            new ChangingStream(false, 0, 0.5, TRANSITION),
            new ChangingStream(false, 0, 1, TRANSITION));

    private static final String READ = """
            Each detector runs with its default settings over the same streams. After 2 000 to 2 500 values without a change the
            error rate or the mean changes, at once or evenly over 1 000 values. The first alarm from the start of the change to 1 000
            values behind its end finds it; its distance from the start is the delay. The tables give the mean delay of the
            found changes and, in brackets, the share of changes that was missed. The column _values between false alarms_ comes
            from streams of 20 000 values in which nothing changes; “none” means not one in all of them.

            Read the columns together. A short delay is worth nothing when the detector fires all the time: that is what the rows
            _always_ and _every 500 values_ are for, which do not look at the stream at all. _Never_ raises no false alarm and
            misses everything. A detector is useful for a change when it misses less than the blind ones with as many false
            alarms would.""";

    private static final String NOTES = """
            All changes here are rises, which is all that DDM, EDDM, ECDD, HDDM, CUSUM and Page–Hinkley look for by default. EDDM and
            ECDD take errors alone. HDDM needs a range: values beyond ±6 are cut off, and a range so much wider than the values
            makes it slow. The limits of EWMA and of CUSUM with a known process are those of normal values; errors are lopsided and
            cross them more often. Windows of 30 errors are too short for KSWIN to tell rates of 0.1 and 0.2 apart.""";

    static List<Contender> contenders(boolean errors) {
        return errors ? Contender.ofErrors() : Contender.ofNormalValues();
    }

    Page write(String command, long seed) {
        Page page = Page.titled(
                        "Detectors: delays and false alarms",
                        "How soon drift detectors find a change and how often they fire without one, measured.")
                .paragraph(READ)
                .paragraph("There are " + Page.rows(runs) + " streams of each kind.")
                .provenance(command, results, seed);
        table(page.section("Errors of a classifier, rate 0.1 before the change"), true);
        table(page.section("Normal values, mean 0 and standard deviation 1 before the change"), false);
        return page.paragraph(NOTES);
    }

    private void table(Page page, boolean errors) {
        List<ChangingStream> changing = STREAMS.stream()
                .filter(stream -> stream.errors() == errors && stream.changes())
                .toList();
        List<List<String>> rows = new ArrayList<>();
        for (Contender contender : contenders(errors)) {
            rows.add(Stream.concat(
                            Stream.of(contender.title(), betweenFalseAlarms(contender, errors)),
                            changing.stream().map(stream -> found(contender, stream)))
                    .toList());
        }
        page.table(
                Stream.concat(
                                Stream.of("Detector", "Values between false alarms"),
                                changing.stream().map(ChangingStream::title))
                        .toList(),
                rows);
    }

    private String betweenFalseAlarms(Contender contender, boolean errors) {
        Ratio alarms = results.ratio(ChangingStream.unchanged(errors).cell(), DetectorRace.falseAlarms(contender));
        if (alarms.whole() == 0) {
            return "–";
        }
        return alarms.part() == 0 ? "none" : Page.rows(Math.round((double) alarms.whole() / alarms.part()));
    }

    private String found(Contender contender, ChangingStream stream) {
        Ratio missed = results.ratio(stream.cell(), DetectorRace.missed(contender));
        Ratio delay = results.ratio(stream.cell(), DetectorRace.delay(contender));
        if (missed.whole() == 0) {
            return "–";
        }
        String mean = delay.whole() == 0 ? "–" : Page.rows(Math.round(delay.value()));
        return mean + String.format(Locale.ROOT, " (%.0f %%)", 100 * missed.value());
    }
}
