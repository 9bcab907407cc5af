package io.github.modelwarden.benchmarks;

import io.github.modelwarden.drift.stream.ChangeDetectors;
import io.github.modelwarden.drift.stream.DetectorEvaluation;
import io.github.modelwarden.drift.stream.DetectorScore;
import io.github.modelwarden.drift.stream.TrueChange;
import java.util.List;
import java.util.SplittableRandom;

/**
 * All detectors on the same stream.
 *
 * @param stream where values come from
 * @param contenders the detectors
 */
record DetectorRace(ChangingStream stream, List<Contender> contenders) implements Experiment {

    private static final DetectorEvaluation EVALUATION =
            DetectorEvaluation.withMaximumDelay(ChangingStream.MAXIMUM_DELAY);

    /** Changes without an alarm, of all. */
    static String missed(Contender contender) {
        return contender.word() + ".missed";
    }

    /** Values from the change to the alarm, over the detected changes. */
    static String delay(Contender contender) {
        return contender.word() + ".delay";
    }

    /** False alarms, of all values. */
    static String falseAlarms(Contender contender) {
        return contender.word() + ".false";
    }

    @Override
    public void run(SplittableRandom random, Outcomes outcomes) {
        List<TrueChange> change = stream.drawChange(random);
        double[] values = stream.draw(change, random);
        for (Contender contender : contenders) {
            long[] alarms = ChangeDetectors.alarms(contender.method(), values);
            DetectorScore score = EVALUATION.evaluate(change, alarms, values.length);
            outcomes.add(falseAlarms(contender), score.falseAlarms(), values.length);
            if (stream.changes()) {
                outcomes.add(missed(contender), score.missed(), score.changes());
                score.meanDelay().ifPresent(delay -> outcomes.add(delay(contender), Math.round(delay), 1));
            }
        }
    }
}
