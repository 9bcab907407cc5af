package io.github.modelwarden.drift.stream;

import java.util.OptionalDouble;

/**
 * How well alarms met the changes of a stream; see {@link DetectorEvaluation}. No single number does: a detector that
 * always fires misses nothing, and one that never fires raises no false alarm. Read the delay beside the missed changes
 * and the false alarms.
 *
 * @param length number of values of the stream
 * @param changes number of true changes
 * @param detected number of them with a true alarm
 * @param alarms number of alarms
 * @param falseAlarms number of them that are false
 * @param maximumDelay latest true alarm, in values behind the end of a change
 * @param meanDelay mean delay over the detected changes alone, in values (CapyMOA's {@code mdt}); empty if none was
 *     detected
 * @param meanTimeBetweenFalseAlarms mean distance of consecutive false alarms, in values; empty with fewer than two
 */
public record DetectorScore(
        long length,
        int changes,
        int detected,
        int alarms,
        int falseAlarms,
        long maximumDelay,
        OptionalDouble meanDelay,
        OptionalDouble meanTimeBetweenFalseAlarms) {

    /** {@return the number of changes without a true alarm} */
    public int missed() {
        return changes - detected;
    }

    /** {@return the number of true alarms, all of those for the same change counted} */
    public int trueAlarms() {
        return alarms - falseAlarms;
    }

    /** {@return the mean delay as a share of the maximum delay (CapyMOA's {@code ndt}); empty if no change was detected} */
    public OptionalDouble normalizedDelay() {
        return meanDelay.isEmpty() ? meanDelay : OptionalDouble.of(meanDelay.getAsDouble() / maximumDelay);
    }

    /** {@return the share of alarms that are true, 0 to 1; empty without an alarm} */
    public OptionalDouble precision() {
        return ratio(trueAlarms(), alarms);
    }

    /** {@return the share of changes that were detected, 0 to 1; empty without a change} */
    public OptionalDouble recall() {
        return ratio(detected, changes);
    }

    /** {@return the share of changes that were missed, 0 to 1; empty without a change} */
    public OptionalDouble missedRate() {
        return ratio(missed(), changes);
    }

    /** {@return the false alarms for each value of the stream, 0 to 1} */
    public double falseAlarmRate() {
        return (double) falseAlarms / length;
    }

    /**
     * Bifet's mean time ratio: mean time between false alarms over mean delay, times recall. Larger is better.
     *
     * @return the ratio, infinite without a delay; empty where one of its parts is
     */
    public OptionalDouble meanTimeRatio() {
        if (meanDelay.isEmpty() || meanTimeBetweenFalseAlarms.isEmpty()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                meanTimeBetweenFalseAlarms.getAsDouble() / meanDelay.getAsDouble() * recall().orElse(0));
    }

    private static OptionalDouble ratio(int part, int whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }
}
