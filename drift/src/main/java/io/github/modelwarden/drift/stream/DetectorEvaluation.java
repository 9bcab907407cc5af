package io.github.modelwarden.drift.stream;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Judges the alarms of a detector on a stream whose changes are known.
 *
 * <p>An alarm is true when it lies from {@code start − maximumEarliness} to {@code end + maximumDelay} of a change, both
 * included, and belongs to the earliest such change; any other alarm is false, those behind the last change too. A change
 * with a true alarm is detected. Its delay is the first such alarm less the start of the change: negative for an early
 * alarm, and longer than the maximum delay where a gradual change is found late. Immutable.
 *
 * @param maximumDelay latest true alarm, in values behind the end of the change, at least 1
 * @param maximumEarliness earliest true alarm, in values before its start, at least 0
 * @see <a href="https://doi.org/10.1007/978-3-319-59060-8_64">Bifet 2017, Classifier concept drift detection and the illusion
 *     of progress, doi:10.1007/978-3-319-59060-8_64</a>
 */
public record DetectorEvaluation(long maximumDelay, long maximumEarliness) {

    private static final String NAME = "detector evaluation";

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException if one is outside its range
     */
    public DetectorEvaluation {
        Settings.between(NAME + ": expected a maximum delay", maximumDelay, 1, Long.MAX_VALUE);
        Settings.between(NAME + ": expected a maximum earliness", maximumEarliness, 0, Long.MAX_VALUE);
    }

    /**
     * Starts from the longest delay that still counts, which should be the time after which anybody would have noticed.
     *
     * @param maximumDelay values behind the end of a change, at least 1
     * @return the evaluation, without early alarms
     * @throws IllegalArgumentException if it is outside its range
     */
    public static DetectorEvaluation withMaximumDelay(long maximumDelay) {
        return new DetectorEvaluation(maximumDelay, 0);
    }

    /**
     * Lets alarms before the start of a change count.
     *
     * @param newMaximumEarliness values before the start, at least 0
     * @return a changed copy
     * @throws IllegalArgumentException if it is outside its range
     */
    public DetectorEvaluation withMaximumEarliness(long newMaximumEarliness) {
        return new DetectorEvaluation(maximumDelay, newMaximumEarliness);
    }

    /**
     * Judges alarms.
     *
     * @param changes the changes, in ascending order of their starts; may be empty
     * @param alarms positions of the alarms, from 0 and ascending; not changed
     * @param length number of values of the stream
     * @return the score
     * @throws IllegalArgumentException if changes or alarms are out of order or outside the stream
     */
    public DetectorScore evaluate(List<TrueChange> changes, long[] alarms, long length) {
        requireOrder(changes, alarms, length);
        long[] firstAlarms = new long[changes.size()];
        Arrays.fill(firstAlarms, -1);
        // few: boxing costs nothing here
        List<Long> falseAlarms = new ArrayList<>();
        for (long alarm : alarms) {
            int change = changeOf(alarm, changes);
            if (change < 0) {
                falseAlarms.add(alarm);
            } else if (firstAlarms[change] < 0) {
                firstAlarms[change] = alarm;
            }
        }
        int detected = 0;
        long delays = 0;
        for (int i = 0; i < firstAlarms.length; i++) {
            if (firstAlarms[i] >= 0) {
                detected++;
                delays += firstAlarms[i] - changes.get(i).start();
            }
        }
        OptionalDouble delay = detected == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) delays / detected);
        return new DetectorScore(
                length,
                changes.size(),
                detected,
                alarms.length,
                falseAlarms.size(),
                maximumDelay,
                delay,
                meanGap(falseAlarms));
    }

    private static OptionalDouble meanGap(List<Long> positions) {
        int gaps = positions.size() - 1;
        return gaps < 1
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) (positions.get(gaps) - positions.get(0)) / gaps);
    }

    private int changeOf(long alarm, List<TrueChange> changes) {
        for (int i = 0; i < changes.size(); i++) {
            TrueChange change = changes.get(i);
            if (alarm >= change.start() - maximumEarliness && alarm - change.end() <= maximumDelay) {
                return i;
            }
        }
        return -1;
    }

    private static void requireOrder(List<TrueChange> changes, long[] alarms, long length) {
        Settings.between(NAME + ": expected a length", length, 1, Long.MAX_VALUE);
        long last = 0;
        for (TrueChange change : changes) {
            if (change.start() < last || change.start() >= length) {
                throw new IllegalArgumentException(NAME + ": expected changes in ascending order within " + length
                        + " values but got one at " + change.start() + " after " + last);
            }
            last = change.start();
        }
        last = 0;
        for (long alarm : alarms) {
            if (alarm < last || alarm >= length) {
                throw new IllegalArgumentException(NAME + ": expected alarms in ascending order within " + length
                        + " values but got one at " + alarm + " after " + last);
            }
            last = alarm;
        }
    }
}
