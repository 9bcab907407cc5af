package io.github.modelwarden.drift.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * What every detector keeps: it says the same to the same stream, goes to bytes and back exactly wherever the stream
 * stands, refuses what it does not take without a trace, starts anew after a drift and stays small.
 */
abstract class ChangeDetectorContract {

    private static final int SEEDS = 20;

    /** The method, with settings other than its defaults where it has any. */
    abstract DetectionMethod method();

    /** A stream that it takes, with a few changes. */
    double[] stream() {
        return Streams.goldenBits();
    }

    /** Most bytes of a state after any number of values. */
    int mostBytes() {
        return 200;
    }

    /** Whether the first value after a drift starts it anew. */
    boolean startsAnew() {
        return true;
    }

    @Test
    void theSameStreamGetsTheSameWord() {
        ChangeDetector first = method().start();
        ChangeDetector second = method().start();
        for (double value : stream()) {
            assertThat(first.accept(value)).isEqualTo(second.accept(value));
        }
        assertThat(first.toBytes()).isEqualTo(second.toBytes());
    }

    @Test
    void aRestoredDetectorDecidesExactlyAsTheOneThatWasWritten() {
        double[] stream = stream();
        for (long seed = 0; seed < SEEDS; seed++) {
            int position = new Random(seed).nextInt(stream.length);
            ChangeDetector original = method().start();
            for (int i = 0; i < position; i++) {
                original.accept(stream[i]);
            }
            continuesAlike(original, Arrays.copyOfRange(stream, position, stream.length), "seed " + seed);
        }
    }

    @Test
    void aDetectorIsRestoredBeforeItsFirstValueAndRightAfterADrift() {
        continuesAlike(method().start(), stream(), "at the start");
        ChangeDetector detector = method().start();
        double[] stream = stream();
        for (int i = 0; i < stream.length; i++) {
            if (detector.accept(stream[i]) == Signal.DRIFT) {
                continuesAlike(detector, Arrays.copyOfRange(stream, i + 1, stream.length), "after a drift at " + i);
                return;
            }
        }
    }

    private void continuesAlike(ChangeDetector original, double[] rest, String where) {
        ChangeDetector restored = ChangeDetectors.fromBytes(original.toBytes());
        assertThat(restored.method()).as(where).isEqualTo(original.method());
        assertThat(restored.observed()).as(where).isEqualTo(original.observed());
        assertThat(restored.estimate()).as(where).isEqualTo(original.estimate());
        assertThat(restored.toBytes()).as(where).isEqualTo(original.toBytes());
        for (double value : rest) {
            assertThat(restored.accept(value)).as(where).isEqualTo(original.accept(value));
        }
        assertThat(restored.toBytes()).as(where).isEqualTo(original.toBytes());
    }

    @Test
    void valuesThatAreNoNumbersAreRefusedWithoutATrace() {
        ChangeDetector detector = method().start();
        for (double value : Arrays.copyOf(stream(), 500)) {
            detector.accept(value);
        }
        byte[] before = detector.toBytes();
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e101}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> detector.accept(bad))
                    .withMessageStartingWith(method().name() + ": expected ")
                    .withMessageContaining(" but got " + bad + " as value 501;");
            assertThat(detector.toBytes()).isEqualTo(before);
        }
    }

    @Test
    void afterADriftItStartsAnew() {
        double[] stream = stream();
        ChangeDetector detector = method().start();
        int at = 0;
        while (at < stream.length && detector.accept(stream[at]) != Signal.DRIFT) {
            at++;
        }
        if (at == stream.length || !startsAnew()) {
            return;
        }
        ChangeDetector fresh = method().start();
        for (int i = at + 1; i < stream.length; i++) {
            assertThat(detector.accept(stream[i])).as("value %d", i).isEqualTo(fresh.accept(stream[i]));
            assertThat(detector.estimate()).isEqualTo(fresh.estimate());
        }
    }

    @Test
    void everyValueIsCountedOverAllChanges() {
        ChangeDetector detector = method().start();
        assertThat(detector.observed()).isZero();
        assertThat(detector.estimate()).isEmpty();
        for (double value : stream()) {
            detector.accept(value);
        }
        assertThat(detector.observed()).isEqualTo(stream().length);
    }

    @Test
    void itsStateStaysSmall() {
        ChangeDetector detector = method().start();
        double[] stream = stream();
        for (int i = 0; i < 100_000; i++) {
            // without the changes, so that nothing is forgotten for long
            detector.accept(stream[i % 1_000]);
        }
        assertThat(detector.toBytes()).hasSizeLessThanOrEqualTo(mostBytes());
    }

    @Test
    void otherBytesAreRefusedWithOneSentence() {
        ChangeDetector detector = method().start();
        for (double value : Arrays.copyOf(stream(), 700)) {
            detector.accept(value);
        }
        byte[] bytes = detector.toBytes();
        for (int length = 0; length < bytes.length; length += 1 + length / 8) {
            assertRefused(Arrays.copyOf(bytes, length));
        }
        assertRefused(Arrays.copyOf(bytes, bytes.length + 1));
        for (int at = 0; at < bytes.length; at += 1 + at / 8) {
            byte[] damaged = bytes.clone();
            damaged[at] ^= 0x10;
            assertRefused(damaged);
        }
    }

    private static void assertRefused(byte[] bytes) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChangeDetectors.fromBytes(bytes))
                .satisfies(e -> assertThat(e.getMessage())
                        .startsWith("detector state: ")
                        .doesNotContain("\n"));
    }
}
