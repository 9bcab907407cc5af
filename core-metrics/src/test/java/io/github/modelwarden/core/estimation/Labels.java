package io.github.modelwarden.core.estimation;

import java.util.Random;
import java.util.SplittableRandom;

/** Labels for tests. */
final class Labels {

    private Labels() {}

    static boolean[] of(double... numbers) {
        boolean[] labels = new boolean[numbers.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = numbers[i] == 1;
        }
        return labels;
    }

    /** Predicts positive from a score of 0.5. */
    static boolean[] predicted(double... scores) {
        boolean[] labels = new boolean[scores.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = scores[i] >= 0.5;
        }
        return labels;
    }

    /** Draws a label for each row that is positive with the row's probability. */
    static boolean[] drawn(SplittableRandom random, double... probabilities) {
        boolean[] labels = new boolean[probabilities.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = random.nextDouble() < probabilities[i];
        }
        return labels;
    }

    /** True probabilities of rows whose log odds are normal with standard deviation 2. */
    static double[] probabilities(SplittableRandom random, int rows, double meanLogOdds) {
        Random gaussian = new Random(random.nextLong());
        double[] probabilities = new double[rows];
        for (int i = 0; i < rows; i++) {
            probabilities[i] = 1 / (1 + Math.exp(-(meanLogOdds + 2 * gaussian.nextGaussian())));
        }
        return probabilities;
    }
}
