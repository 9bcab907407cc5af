package io.github.modelwarden.drift.stream;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.OptionalDouble;

/**
 * Detectors that do not look at the stream. A table of detectors means little without them: where changes are frequent,
 * an alarm at fixed intervals scores higher than well-known methods on measures that forget false alarms.
 */
public final class BaselineDetectors {

    private BaselineDetectors() {}

    /**
     * Says drift at fixed intervals.
     *
     * @param period values from one alarm to the next, at least 1
     * @return the method
     * @throws IllegalArgumentException if the period is below 1
     */
    public static DetectionMethod alarmEvery(long period) {
        return new AlarmEvery(period);
    }

    /** {@return the method that never says drift} */
    public static DetectionMethod neverAlarm() {
        return new NeverAlarm();
    }

    private record AlarmEvery(long period) implements DetectionMethod {

        private static final String NAME = "alarm_every";

        private AlarmEvery {
            Settings.between(NAME + ": expected a period", period, 1, Long.MAX_VALUE);
        }

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public ChangeDetector start() {
            return new Periodic(this);
        }
    }

    private record NeverAlarm() implements DetectionMethod {

        private static final String NAME = "never_alarm";

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public ChangeDetector start() {
            return new Silent(this);
        }
    }

    /** Counts to the period. */
    static final class Periodic extends RunningDetector {

        private final AlarmEvery method;
        private long left;

        private Periodic(AlarmEvery method) {
            super(Domain.finite(AlarmEvery.NAME));
            this.method = method;
            this.left = method.period();
        }

        @Override
        Signal judge(double value) {
            return --left == 0 ? Signal.DRIFT : Signal.STABLE;
        }

        @Override
        void restart() {
            left = method.period();
        }

        @Override
        public OptionalDouble estimate() {
            return OptionalDouble.empty();
        }

        @Override
        public DetectionMethod method() {
            return method;
        }

        @Override
        DetectorKind kind() {
            return DetectorKind.PERIODIC;
        }

        @Override
        void writeState(DataOutputStream out) throws IOException {
            out.writeLong(method.period());
            out.writeLong(left);
        }

        static Periodic read(DataInputStream in) throws IOException {
            Periodic detector = new Periodic(new AlarmEvery(in.readLong()));
            detector.left = DetectorCodec.readCount(in);
            return detector;
        }
    }

    /** Says nothing. */
    static final class Silent extends RunningDetector {

        private final NeverAlarm method;

        private Silent(NeverAlarm method) {
            super(Domain.finite(NeverAlarm.NAME));
            this.method = method;
        }

        @Override
        Signal judge(double value) {
            return Signal.STABLE;
        }

        @Override
        void restart() {
            // nothing is ever learned
        }

        @Override
        public OptionalDouble estimate() {
            return OptionalDouble.empty();
        }

        @Override
        public DetectionMethod method() {
            return method;
        }

        @Override
        DetectorKind kind() {
            return DetectorKind.SILENT;
        }

        @Override
        void writeState(DataOutputStream out) {
            // no settings and no state
        }

        static Silent read(DataInputStream in) {
            return new Silent(new NeverAlarm());
        }
    }
}
