package io.github.modelwarden.core.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.modelwarden.core.MergeLawsContract;
import java.util.List;
import java.util.Random;

class ScoreSumsTest extends MergeLawsContract<ScoreSums, Double> {

    @Override
    protected ScoreSums of(List<Double> items) {
        ScoreSums sums = new ScoreSums(3);
        items.forEach(item -> sums.accept(Double.isNaN(item) ? 0 : (int) (3 * item), item));
        return sums;
    }

    @Override
    protected Double item(Random random) {
        return random.nextInt(3) == 0 ? Double.NaN : random.nextDouble();
    }

    @Override
    protected ScoreSums combine(ScoreSums a, ScoreSums b) {
        a.combine(b);
        return a;
    }

    @Override
    protected void assertSame(ScoreSums actual, ScoreSums expected) {
        assertThat(actual.counts()).isEqualTo(expected.counts());
        assertThat(actual.sums()).containsExactly(expected.sums(), within(1e-9));
        assertThat(actual.isEmpty()).isEqualTo(expected.isEmpty());
    }
}
