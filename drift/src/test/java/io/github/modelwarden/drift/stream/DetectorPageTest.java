package io.github.modelwarden.drift.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The code that the page about detectors shows. */
class DetectorPageTest {

    @Test
    void aDetectorTakesErrorsAndIsKeptAsBytes() {
        double[] errors = errors();
        long found = -1;
        // tag::use[]
        ChangeDetector detector = HddmA.withDefaults().start();
        for (double error : errors) {
            if (detector.accept(error) == Signal.DRIFT) {
                found = detector.observed();
                break;
            }
        }
        byte[] state = detector.toBytes();
        ChangeDetector restored = ChangeDetectors.fromBytes(state);
        // end::use[]

        assertThat(found).isBetween(1001L, 1200L);
        assertThat(restored.observed()).isEqualTo(found);
    }

    /** One prediction in ten is wrong, and one in two from the thousandth on. */
    private static double[] errors() {
        SplittableRandom random = new SplittableRandom(1);
        double[] errors = new double[2000];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = random.nextDouble() < (i < 1000 ? 0.1 : 0.5) ? 1 : 0;
        }
        return errors;
    }
}
