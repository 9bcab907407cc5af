package io.github.modelwarden.core.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.modelwarden.core.MergeLawsContract;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;

/** The merge laws of both kinds of binary scores. */
abstract class ScoresContract extends MergeLawsContract<BinaryScores, ScoresContract.Scored> {

    record Scored(double score, boolean positive) {}

    abstract BinaryScores create();

    @Override
    protected BinaryScores of(List<Scored> items) {
        BinaryScores scores = create();
        items.forEach(item -> scores.accept(item.score, item.positive));
        return scores;
    }

    @Override
    protected Scored item(Random random) {
        double score = random.nextInt(3) == 0 ? random.nextInt(5) / 4.0 : random.nextDouble();
        return new Scored(score, random.nextInt(3) == 0);
    }

    @Override
    protected BinaryScores combine(BinaryScores a, BinaryScores b) {
        return a.combine(b);
    }

    @Override
    protected void assertSame(BinaryScores actual, BinaryScores expected) {
        assertThat(actual.total()).isEqualTo(expected.total());
        assertThat(actual.positives()).isEqualTo(expected.positives());
        assertThat(actual.rocCurve(false)).isEqualTo(expected.rocCurve(false));
        for (ScoreMetric metric : ScoreMetric.values()) {
            OptionalDouble value = expected.value(metric);
            assertThat(actual.value(metric).isPresent()).as(metric.word()).isEqualTo(value.isPresent());
            value.ifPresent(v -> assertThat(actual.value(metric).orElseThrow())
                    .as(metric.word())
                    .isCloseTo(v, within(1e-12 * (1 + Math.abs(v)))));
        }
    }
}
