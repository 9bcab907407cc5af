package io.github.modelwarden.drift.multivariate;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Random subsets of rows. */
final class RowDraw {

    private RowDraw() {}

    /** The numbers from 0 to {@code count − 1}. */
    static int[] all(int count) {
        int[] rows = new int[count];
        for (int i = 0; i < count; i++) {
            rows[i] = i;
        }
        return rows;
    }

    /** Draws {@code wanted} of {@code count} rows, in random order; all of them if fewer are there. */
    static int[] some(int count, int wanted, SplittableRandom random) {
        int[] rows = all(count);
        int drawn = Math.min(count, wanted);
        moveToFront(rows, drawn, random);
        return drawn == count ? rows : Arrays.copyOf(rows, drawn);
    }

    /** Puts a random subset of the given size first, in random order. */
    static void moveToFront(int[] rows, int size, SplittableRandom random) {
        for (int i = 0; i < size; i++) {
            int other = i + random.nextInt(rows.length - i);
            int row = rows[i];
            rows[i] = rows[other];
            rows[other] = row;
        }
    }
}
