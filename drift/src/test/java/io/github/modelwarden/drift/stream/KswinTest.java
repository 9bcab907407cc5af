package io.github.modelwarden.drift.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class KswinTest extends FindsChangesContract {

    private static final GoldenAlarms RIVER = GoldenAlarms.of("river");

    @Override
    Kswin method() {
        return Kswin.withDefaults().withSeed(5);
    }

    @Override
    double[] stream() {
        return Streams.goldenValues();
    }

    @Override
    int mostDelay() {
        return 30;
    }

    @Override
    int mostBytes() {
        return 100 + 100 * 8 + 625 * 4;
    }

    @Test
    void findsWhatRiverFinds() {
        RIVER.assertSame("kswin.default", Kswin.withDefaults());
        RIVER.assertSame(
                "kswin.bits",
                Kswin.withDefaults().withAlpha(0.01).withWindow(300, 100).withSeed(7));
        RIVER.assertSame(
                "kswin.wide",
                Kswin.withDefaults().withAlpha(0.001).withWindow(500, 25).withSeed(12345678901L));
    }

    @Test
    void thePValueIsThatOfSciPy() {
        // scipy.stats.ks_2samp(arange(n), arange(n) + k - 0.5, method="exact"), SciPy 1.17.1
        assertThat(Kswin.pValue(30, 13)).isCloseTo(0.006548396368058784, within(1e-15));
        assertThat(Kswin.pValue(30, 14)).isCloseTo(0.0025300622362698397, within(1e-15));
        assertThat(Kswin.pValue(100, 27)).isCloseTo(0.0012935059781377376, within(1e-15));
        assertThat(Kswin.pValue(5, 5)).isCloseTo(0.007936507936507936, within(1e-15));
        assertThat(Kswin.pValue(10_000, 1)).isEqualTo(1);
    }

    @Test
    void theCriticalDifferenceIsTheLeastWithASmallPValueAndADistanceAboveATenth() {
        assertThat(Kswin.withDefaults().criticalDifference()).isEqualTo(14);
        assertThat(Kswin.withDefaults().withAlpha(0.0065).criticalDifference()).isEqualTo(14);
        assertThat(Kswin.withDefaults().withAlpha(0.0066).criticalDifference()).isEqualTo(13);
        assertThat(Kswin.withDefaults().withWindow(20_000, 10_000).criticalDifference())
                .isEqualTo(1_001);
    }

    @Test
    void theNewestValuesAreKeptOnRequest() {
        double[] stream = Streams.joined(Streams.values(1, 300), Streams.values(2, 300));
        for (int i = 300; i < stream.length; i++) {
            stream[i] += 3;
        }
        ChangeDetector detector =
                Kswin.withDefaults().withAlpha(0.0001).withoutReset().start();
        int at = 0;
        while (detector.accept(stream[at]) != Signal.DRIFT) {
            at++;
        }
        assertThat(at).isBetween(300, 330);
        detector.accept(stream[at + 1]);
        double newest = 0;
        for (int i = at + 1 - 30; i <= at + 1; i++) {
            newest += stream[i] / 31;
        }
        assertThat(detector.estimate().orElseThrow()).isCloseTo(newest, within(1e-12));
    }

    @Test
    void settingsOutsideTheirRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Kswin.withDefaults().withWindow(50, 30))
                .withMessage("kswin: expected a window from 60 to 1000000 but got 50");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Kswin.withDefaults().withWindow(100, 4))
                .withMessageStartingWith("kswin: expected enough recent values for an alpha of 0.005 but got 4, whose"
                        + " smallest p-value is 0.028571");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Kswin.withDefaults().withAlpha(1.1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Kswin.withDefaults().withWindow(100, 1));
    }
}
