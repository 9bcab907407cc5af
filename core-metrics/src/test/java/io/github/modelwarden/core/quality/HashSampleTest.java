package io.github.modelwarden.core.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class HashSampleTest {

    private static HashSample of(int capacity, List<Long> hashes, long firstRow) {
        HashSample sample = new HashSample(capacity, true);
        for (int i = 0; i < hashes.size(); i++) {
            sample.add(hashes.get(i), firstRow + i);
        }
        return sample;
    }

    /** Rows of which about one in ten repeats an earlier one. */
    private static List<Long> rows(Random random, int size) {
        List<Long> hashes = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            hashes.add(i > 0 && random.nextInt(10) == 0 ? hashes.get(random.nextInt(i)) : random.nextLong());
        }
        return hashes;
    }

    @Test
    void countsRepeatsExactlyUpToItsCapacity() {
        List<Long> hashes = rows(new Random(1), 5000);
        long different = hashes.stream().distinct().count();

        HashSample sample = of((int) different, hashes, 1);

        assertThat(sample.exact()).isTrue();
        assertThat(DuplicateCount.of(sample))
                .isEqualTo(new DuplicateCount(5000 - different, 5000 - different, 5000 - different));
    }

    @Test
    void oneRowMoreThanItsCapacityMakesItASample() {
        HashSample sample = of(1024, new Random(2).longs(1025).boxed().toList(), 1);

        assertThat(sample.exact()).isFalse();
        assertThat(sample.size()).isBetween(400, 640);
        assertThat(sample.total()).isEqualTo(1025);
    }

    @Test
    void partsCombineToTheSampleOfTheWholeInAnyOrder() {
        List<Long> hashes = rows(new Random(3), 20_000);
        HashSample whole = of(1024, hashes, 1);
        HashSample parts = new HashSample(1024, true);
        for (int start : new int[] {12_000, 0, 19_000, 5000}) {
            int end = start == 12_000 ? 19_000 : start == 0 ? 5000 : start == 19_000 ? 20_000 : 12_000;
            parts.combine(of(1024, hashes.subList(start, end), start + 1L));
        }

        assertThat(parts.inclusion()).isEqualTo(whole.inclusion());
        assertThat(parts.size()).isEqualTo(whole.size());
        assertThat(parts.kept()).isEqualTo(whole.kept());
        assertThat(parts.squaredRepeats()).isEqualTo(whole.squaredRepeats());
        assertThat(parts.firstRepeats()).isEqualTo(whole.firstRepeats()).hasSize(Example.MAX);
    }

    @Test
    void nothingIsTheIdentityForASampleToo() {
        List<Long> hashes = rows(new Random(4), 20_000);
        HashSample whole = of(1024, hashes, 1);

        HashSample combined = new HashSample(1024, true).combine(whole);

        assertThat(combined.exact()).isFalse();
        assertThat(combined.inclusion()).isEqualTo(whole.inclusion());
        assertThat(DuplicateCount.of(combined)).isEqualTo(DuplicateCount.of(whole));
    }

    @Test
    void namesTheFirstRowsThatRepeatAnother() {
        HashSample sample = of(1024, List.of(7L << 40, 8L << 40, 7L << 40, 7L << 40, 8L << 40), 100);

        assertThat(sample.firstRepeats())
                .containsExactly(Example.of(102, "repeats row 100"), Example.of(104, "repeats row 101"));
    }

    @Test
    void theMarginCoversTheTrueCountOfSpreadRepeats() {
        int covered = 0;
        for (long seed = 0; seed < 200; seed++) {
            List<Long> hashes = rows(new Random(seed), 8000);
            long repeats = 8000 - hashes.stream().distinct().count();

            DuplicateCount count = DuplicateCount.of(of(1024, hashes, 1));

            covered += count.fewest() <= repeats && repeats <= count.most() ? 1 : 0;
            assertThat(count.likely()).isBetween(count.fewest(), count.most());
        }
        assertThat(covered).isGreaterThanOrEqualTo(198);
    }

    @Test
    void theMarginCoversOneRowThatIsRepeatedOften() {
        for (long seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            long often = random.nextLong();
            List<Long> hashes = LongStream.concat(
                            random.longs(60_000),
                            LongStream.generate(() -> often).limit(20_001))
                    .boxed()
                    .toList();

            DuplicateCount count = DuplicateCount.of(of(4096, hashes, 1));

            assertThat(20_000L).as("seed %s", seed).isBetween(count.fewest(), count.most());
            assertThat(count.fewest()).as("seed %s", seed).isGreaterThan(10_000);
        }
    }
}
