package io.github.modelwarden.drift.stream;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * The generator MT19937, seeded and used for sampling as CPython's {@code random.Random(seed).sample} does, so that a
 * method that draws gives the same alarms as in libraries that run there. Not for secrets.
 *
 * @see <a href="https://doi.org/10.1145/272991.272995">Matsumoto and Nishimura 1998, doi:10.1145/272991.272995</a>
 */
final class MersenneTwister {

    private static final int SIZE = 624;
    private static final int SHIFT = 397;

    private final int[] state = new int[SIZE];
    private int next;

    MersenneTwister(long seed) {
        seed(seed);
    }

    /** Starts anew from the magnitude of the seed. */
    void seed(long seed) {
        long magnitude = Math.abs(seed);
        int high = (int) (magnitude >>> 32);
        seed(high == 0 ? new int[] {(int) magnitude} : new int[] {(int) magnitude, high});
    }

    private void seed(int[] key) {
        state[0] = 19650218;
        for (int i = 1; i < SIZE; i++) {
            state[i] = 1812433253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
        }
        int at = 1;
        for (int k = 0; k < SIZE; k++) {
            int word = k % key.length;
            state[at] = (state[at] ^ (state[at - 1] ^ (state[at - 1] >>> 30)) * 1664525) + key[word] + word;
            at = following(at);
        }
        for (int k = 1; k < SIZE; k++) {
            state[at] = (state[at] ^ (state[at - 1] ^ (state[at - 1] >>> 30)) * 1566083941) - at;
            at = following(at);
        }
        state[0] = 0x80000000;
        next = SIZE;
    }

    private int following(int at) {
        if (at + 1 < SIZE) {
            return at + 1;
        }
        state[0] = state[SIZE - 1];
        return 1;
    }

    int nextInt() {
        if (next == SIZE) {
            twist();
        }
        int y = state[next++];
        y ^= y >>> 11;
        y ^= (y << 7) & 0x9D2C5680;
        y ^= (y << 15) & 0xEFC60000;
        return y ^ (y >>> 18);
    }

    private void twist() {
        for (int i = 0; i < SIZE; i++) {
            int y = (state[i] & 0x80000000) | (state[(i + 1) % SIZE] & 0x7FFFFFFF);
            state[i] = state[(i + SHIFT) % SIZE] ^ (y >>> 1) ^ ((y & 1) == 0 ? 0 : 0x9908B0DF);
        }
        next = 0;
    }

    private int below(int bound) {
        int shift = Integer.numberOfLeadingZeros(bound);
        int drawn = nextInt() >>> shift;
        while (drawn >= bound) {
            drawn = nextInt() >>> shift;
        }
        return drawn;
    }

    /**
     * Draws positions without replacement.
     *
     * @param from number of positions, at least as many as are drawn
     * @param drawn how many to draw
     * @param marks set to true at the positions drawn, to false at the others; at least {@code from} long
     * @param pool working space, at least {@code from} long
     */
    void sample(int from, int drawn, boolean[] marks, int[] pool) {
        Arrays.fill(marks, 0, from, false);
        if (from > setSize(drawn)) {
            for (int i = 0; i < drawn; i++) {
                int position = below(from);
                while (marks[position]) {
                    position = below(from);
                }
                marks[position] = true;
            }
            return;
        }
        for (int i = 0; i < from; i++) {
            pool[i] = i;
        }
        for (int i = 0; i < drawn; i++) {
            int position = below(from - i);
            marks[pool[position]] = true;
            pool[position] = pool[from - i - 1];
        }
    }

    // from here on a set of drawn positions takes less room than the pool, and the order of draws changes
    private static long setSize(int drawn) {
        long size = 21;
        if (drawn > 5) {
            long power = 1;
            while (power < 3L * drawn) {
                power *= 4;
            }
            size += power;
        }
        return size;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(next);
        for (int word : state) {
            out.writeInt(word);
        }
    }

    void read(DataInputStream in) throws IOException {
        next = DetectorCodec.readIndex(in, SIZE + 1);
        for (int i = 0; i < SIZE; i++) {
            state[i] = in.readInt();
        }
    }
}
