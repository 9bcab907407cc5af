package io.github.modelwarden.drift.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Compares with CPython 3.11: {@code r = random.Random(seed)}, {@code r.getrandbits(32)}, {@code r.sample(range(n), k)}. */
class MersenneTwisterTest {

    private static long[] numbers(long seed, int count) {
        MersenneTwister random = new MersenneTwister(seed);
        long[] numbers = new long[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = Integer.toUnsignedLong(random.nextInt());
        }
        return numbers;
    }

    private static int[] sample(long seed, int from, int drawn) {
        boolean[] marks = new boolean[from];
        Arrays.fill(marks, true);
        new MersenneTwister(seed).sample(from, drawn, marks, new int[from]);
        return IntStream.range(0, from).filter(i -> marks[i]).toArray();
    }

    @Test
    void drawsTheNumbersOfCPython() {
        assertThat(numbers(42, 5)).containsExactly(2746317213L, 478163327L, 107420369L, 3184935163L, 1181241943L);
        assertThat(numbers(0, 3)).containsExactly(3626764237L, 1654615998L, 3255389356L);
        assertThat(numbers(-42, 5)).isEqualTo(numbers(42, 5));
    }

    @Test
    void seedsLongerThanAWordCountInFull() {
        long[] numbers = numbers(12345678901234L, 1_000);
        assertThat(numbers).startsWith(107551873L, 2403399316L).endsWith(2937258125L);
    }

    @Test
    void samplesAsCPythonDoesWithAPoolAndWithoutOne() {
        assertThat(sample(42, 70, 30))
                .containsExactly(
                        1, 2, 3, 5, 12, 13, 14, 17, 26, 27, 28, 31, 32, 34, 35, 37, 38, 41, 43, 45, 47, 51, 54, 57, 58,
                        59, 63, 65, 67, 69);
        assertThat(sample(7, 1_000, 6)).containsExactly(49, 154, 331, 404, 666, 970);
        assertThat(sample(3, 5, 5)).containsExactly(0, 1, 2, 3, 4);
    }
}
