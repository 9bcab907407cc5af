package io.github.modelwarden.drift.stream;

import java.util.Arrays;

/** Restores detectors and runs them over whole streams. */
public final class ChangeDetectors {

    private ChangeDetectors() {}

    /**
     * Restores a detector of this package.
     *
     * @param bytes what {@link ChangeDetector#toBytes()} returned; not changed
     * @return a detector that decides exactly as the one that was written
     * @throws IllegalArgumentException if these are other bytes, not all of them, damaged, or written by a newer version
     */
    public static ChangeDetector fromBytes(byte[] bytes) {
        return DetectorCodec.read(bytes);
    }

    /**
     * Runs a fresh detector over a stream.
     *
     * @param method the method
     * @param values the stream, in order; not changed
     * @return the positions, from 0 and ascending, of the values after which it said {@link Signal#DRIFT}
     * @throws IllegalArgumentException if the method does not allow one of the values
     */
    public static long[] alarms(DetectionMethod method, double... values) {
        ChangeDetector detector = method.start();
        long[] alarms = new long[16];
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            if (detector.accept(values[i]) == Signal.DRIFT) {
                if (count == alarms.length) {
                    alarms = Arrays.copyOf(alarms, 2 * count);
                }
                alarms[count++] = i;
            }
        }
        return Arrays.copyOf(alarms, count);
    }
}
