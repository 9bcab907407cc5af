package io.github.modelwarden.drift.multivariate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MeanShiftTest {

    @Test
    void itsPValueIsThatOfAllSplits() {
        // of the 10 splits, {0, 1} and {4, 5} differ as much as observed or more: {0, 1}, {4, 5}, and no other
        MeanShift shift = new MeanShift(new double[] {0, 1}, new double[] {2, 4, 5});

        int reached = shift.atLeastObserved(20_000, new SplittableRandom(1));

        // sums of two: 1 2 4 5 3 5 6 6 7 9, expected 4.8: at least 3.8 away are 1 and 9
        assertThat(reached / 20_000.0).isCloseTo(0.2, within(0.015));
        assertThat(shift.firstMean()).isEqualTo(0.5);
        assertThat(shift.secondMean()).isCloseTo(11.0 / 3, within(1e-15));
        assertThat(shift.standardised()).isCloseTo((11.0 / 3 - 0.5) / Math.sqrt(3.44), within(1e-12));
    }

    @Test
    void groupsOfManyValuesHoldTheRate() {
        SplittableRandom random = new SplittableRandom(2);
        int alarms = 0;
        for (int run = 0; run < 60; run++) {
            double[] first = random.doubles(9000).map(u -> -Math.log(1 - u)).toArray();
            double[] second = random.doubles(4100).map(u -> -Math.log(1 - u)).toArray();
            alarms += new MeanShift(first, second).atLeastObserved(99, random) < 5 ? 1 : 0;
        }
        assertThat(alarms).isLessThanOrEqualTo(9);
    }

    @Test
    void valuesThatAreAllEqualDoNotDiffer() {
        MeanShift shift = new MeanShift(new double[] {0.1, 0.1, 0.1}, new double[] {0.1, 0.1});

        assertThat(shift.standardised()).isCloseTo(0, within(1e-9));
        assertThat(shift.atLeastObserved(19, new SplittableRandom(1))).isEqualTo(19);
    }
}
