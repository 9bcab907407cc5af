package io.github.modelwarden.core.binning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RadixSortTest {

    private static double[] numbers(Random random, int size) {
        double[] numbers = new double[size];
        for (int i = 0; i < size; i++) {
            numbers[i] = switch (random.nextInt(4)) {
                case 0 -> random.nextGaussian();
                case 1 -> random.nextInt(10) - 5;
                case 2 -> Math.scalb(random.nextDouble() - 0.5, random.nextInt(2000) - 1000);
                default -> random.nextBoolean() ? Double.MAX_VALUE : -Double.MIN_VALUE;
            };
        }
        return numbers;
    }

    @Test
    void theOrderIsThatOfComparisons() {
        for (int size : new int[] {0, 1, 2, 3999, 4000, 20_000}) {
            double[] numbers = numbers(new Random(size), size);
            double[] expected = numbers.clone();
            Arrays.sort(expected);
            RadixSort.sort(numbers);

            assertThat(numbers).isEqualTo(expected);
        }
    }

    @Test
    void sortedAndEqualNumbersStayAsTheyAre() {
        double[] ascending = IntStream.range(0, 5000).asDoubleStream().toArray();
        double[] equal = new double[5000];
        RadixSort.sort(ascending);
        RadixSort.sort(equal);

        assertThat(ascending).isSorted().startsWith(0, 1, 2);
        assertThat(equal).containsOnly(0);
    }

    @Test
    void weightsMoveWithTheirNumbers() {
        double[] numbers = numbers(new Random(3), 6000);
        double[] weights =
                Arrays.stream(numbers).map(number -> 2 * (number + 0.0)).toArray();
        RadixSort.sort(numbers, weights);

        assertThat(numbers).isSorted();
        assertThat(weights)
                .isEqualTo(Arrays.stream(numbers).map(number -> 2 * number).toArray());
    }
}
