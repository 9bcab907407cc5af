package io.github.modelwarden.drift.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AdwinTest extends FindsChangesContract {

    private static final GoldenAlarms RIVER = GoldenAlarms.of("river");
    private static final GoldenAlarms MOA = GoldenAlarms.of("moa");

    @Override
    Adwin method() {
        return Adwin.withDefaults().withClock(7).withMaximumBuckets(3);
    }

    @Override
    double[] stream() {
        return Streams.goldenValues();
    }

    @Override
    double[] constants() {
        return new double[] {0, 0.1, -7.3, 1e9};
    }

    @Override
    int mostDelay() {
        return 40;
    }

    @Override
    int mostBytes() {
        // at most 3 buckets of 16 bytes and their number, for each doubling of 100 000 values
        return 150 + 17 * (3 * 16 + 4);
    }

    @Test
    void findsWhatRiverFinds() {
        RIVER.assertSame("adwin.default", Adwin.withDefaults());
        RIVER.assertSame("adwin.bits", Adwin.withDefaults());
        RIVER.assertSame(
                "adwin.settings",
                Adwin.withDefaults()
                        .withDelta(0.05)
                        .withClock(7)
                        .withMaximumBuckets(3)
                        .withMinimumPart(3)
                        .withGracePeriod(40));
        RIVER.assertSame(
                "adwin.every_value",
                Adwin.withDefaults()
                        .withDelta(0.01)
                        .withClock(1)
                        .withMaximumBuckets(10)
                        .withMinimumPart(8));
    }

    @Test
    void findsWhatMoaFindsWithoutResetAndForRisingMeans() {
        Adwin moa = Adwin.withDefaults().withoutReset().withDirection(Direction.INCREASE);
        MOA.assertSameDrifts("adwin.values", moa);
        MOA.assertSameDrifts("adwin.bits", moa);
    }

    @Test
    void skippingTheNewestBucketsFindsAChangeLater() {
        double[] stream = Streams.joined(Streams.values(1, 1_000), Streams.constant(1_000, 0.8));
        Adwin.Cuts skipping = Adwin.Cuts.WITHOUT_NEWEST_OF_SIZE;
        assertThat(ChangeDetectors.alarms(Adwin.withDefaults().withCuts(skipping), stream)[0])
                .isGreaterThan(ChangeDetectors.alarms(Adwin.withDefaults(), stream)[0]);
    }

    @Test
    void fallingMeansAreSignalledOnRequest() {
        double[] falling = Streams.joined(Streams.constant(1_000, 5), Streams.constant(1_000, 2));
        assertThat(ChangeDetectors.alarms(Adwin.withDefaults().withDirection(Direction.DECREASE), falling))
                .hasSize(1);
        assertThat(ChangeDetectors.alarms(Adwin.withDefaults().withDirection(Direction.INCREASE), falling))
                .isEmpty();
    }

    @Test
    void theWindowHoldsWhatItSays() {
        AdwinDetector detector = Adwin.withDefaults().withClock(1_000_000).start();
        double[] stream = new double[200];
        Arrays.setAll(stream, i -> i % 7);
        for (double value : stream) {
            detector.accept(value);
        }
        assertThat(detector.width()).isEqualTo(200);
        assertThat(detector.total()).isEqualTo(594);
        assertThat(detector.sumOfSquaredDeviations()).isCloseTo(797.82, within(1e-9));
        assertThat(detector.estimate()).hasValue(2.97);
    }

    @Test
    void droppedBucketsLeaveTheMomentsOfTheRest() {
        AdwinDetector detector = Adwin.withDefaults().withoutReset().start();
        double[] stream = Streams.joined(Streams.values(3, 2_000), Streams.constant(700, 3));
        for (double value : stream) {
            detector.accept(value);
        }
        double[] window = Arrays.copyOfRange(stream, stream.length - (int) detector.width(), stream.length);
        double mean = Arrays.stream(window).average().orElseThrow();
        double squares = Arrays.stream(window).map(x -> (x - mean) * (x - mean)).sum();
        assertThat(window).hasSizeLessThan(1_000);
        assertThat(detector.total()).isCloseTo(Arrays.stream(window).sum(), within(1e-9));
        assertThat(detector.sumOfSquaredDeviations()).isCloseTo(squares, within(1e-9));
    }

    @Test
    void oneBucketOfASizeIsEnough() {
        double[] stream = Streams.joined(Streams.constant(500, 0.1), Streams.constant(500, 100));
        assertThat(ChangeDetectors.alarms(Adwin.withDefaults().withMaximumBuckets(1), stream))
                .hasSize(1);
    }

    @Test
    void settingsOutsideTheirRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Adwin.withDefaults().withDelta(25))
                .withMessage("adwin: expected a delta between 0 and 1 but got 25.0; both ends are excluded");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Adwin.withDefaults().withDelta(Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Adwin.withDefaults().withClock(0))
                .withMessage("adwin: expected a clock from 1 to 1000000 but got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Adwin.withDefaults().withMaximumBuckets(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Adwin.withDefaults().withMinimumPart(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Adwin.withDefaults().withGracePeriod(0));
    }
}
