package io.github.modelwarden.drift.stream;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * The window of ADWIN as an exponential histogram on flat arrays: row r holds buckets of 2^r values each, the oldest
 * first, and the last row holds the oldest of all. Variances follow Babcock et al. 2003, doi:10.1145/773153.773176.
 */
final class AdwinWindow {

    private static final int MAXIMUM_ROWS = 62;
    // how much the quick test may be off before the formula itself decides
    private static final double SLACK = 1 - 1e-9;

    private final Adwin method;
    private final int slots;
    private final int stride;
    private final double leastSize;
    private int rows = 1;
    private int[] starts = new int[8];
    private int[] counts = new int[8];
    private double[] totals;
    private double[] squares;
    private long width;
    private double total;
    private double squared;
    // of the current look
    private double spread;
    private double bias;

    AdwinWindow(Adwin method) {
        this.method = method;
        this.slots = method.maximumBuckets() + 1;
        // room behind the buckets, so that dropping the first ones seldom moves the others
        this.stride = 2 * slots + 8;
        this.leastSize = method.minimumPart();
        this.totals = new double[counts.length * stride];
        this.squares = new double[counts.length * stride];
    }

    long width() {
        return width;
    }

    double total() {
        return total;
    }

    /** Sum of squared deviations from the mean. */
    double squared() {
        return squared;
    }

    double mean() {
        return total / width;
    }

    void clear() {
        rows = 1;
        counts[0] = 0;
        starts[0] = 0;
        width = 0;
        total = 0;
        squared = 0;
    }

    void insert(double value) {
        if (width > 0) {
            double gap = value - total / width;
            squared += width * gap * gap / (width + 1);
        }
        width++;
        total += value;
        append(0, value, 0);
        for (int row = 0; counts[row] == slots; row++) {
            mergeOldest(row);
        }
    }

    private void append(int row, double bucketTotal, double bucketSquares) {
        if (starts[row] + counts[row] == stride) {
            int from = row * stride + starts[row];
            System.arraycopy(totals, from, totals, row * stride, counts[row]);
            System.arraycopy(squares, from, squares, row * stride, counts[row]);
            starts[row] = 0;
        }
        int at = first(row) + counts[row]++;
        totals[at] = bucketTotal;
        squares[at] = bucketSquares;
    }

    private int first(int row) {
        return row * stride + starts[row];
    }

    private void mergeOldest(int row) {
        if (row + 1 == rows) {
            addRow();
        }
        int at = first(row);
        double gap = totals[at] - totals[at + 1];
        // (size/2)·(gap/size)²; sizes are powers of two, so that nothing is rounded here
        double between = gap * gap / (2L << row);
        append(row + 1, totals[at] + totals[at + 1], squares[at] + squares[at + 1] + between);
        dropFirst(row, 2);
    }

    private void addRow() {
        if (rows == counts.length) {
            starts = Arrays.copyOf(starts, 2 * rows);
            counts = Arrays.copyOf(counts, 2 * rows);
            totals = Arrays.copyOf(totals, counts.length * stride);
            squares = Arrays.copyOf(squares, counts.length * stride);
        }
        starts[rows] = 0;
        counts[rows++] = 0;
    }

    private void dropFirst(int row, int number) {
        starts[row] += number;
        counts[row] -= number;
    }

    /** Drops the oldest buckets while two parts differ; says whether any was dropped. */
    boolean shrink() {
        boolean shrunk = false;
        while (hasDifferingParts()) {
            dropOldest();
            shrunk = true;
        }
        return shrunk;
    }

    private void dropOldest() {
        int row = rows - 1;
        double size = 1L << row;
        double oldTotal = totals[first(row)];
        width -= 1L << row;
        total -= oldTotal;
        double gap = oldTotal / size - total / width;
        squared -= squares[first(row)] + size * width * gap * gap / (size + width);
        dropFirst(row, 1);
        while (rows > 1 && counts[rows - 1] == 0) {
            rows--;
        }
    }

    private boolean hasDifferingParts() {
        // strict, so that a restored state decides alike on every machine
        double confidence = StrictMath.log(2 * StrictMath.log((double) width) / method.delta());
        spread = 2 * Math.max(0, squared / width) * confidence;
        bias = 2.0 / 3 * confidence;
        int skipped = method.cuts() == Adwin.Cuts.WITHOUT_NEWEST_OF_SIZE ? 1 : 0;
        double oldSize = 0;
        double oldTotal = 0;
        double newSize = width;
        double newTotal = total;
        for (int row = rows - 1; row >= 0; row--) {
            double size = 1L << row;
            int end = first(row) + counts[row] - skipped;
            for (int at = first(row); at < end; at++) {
                oldSize += size;
                newSize -= size;
                oldTotal += totals[at];
                newTotal -= totals[at];
                if (newSize < leastSize) {
                    return false;
                }
                if (oldSize >= leastSize && differ(oldSize, oldTotal, newSize, newTotal)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** |μ0 − μ1| > √(spread·m) + bias·m. */
    private boolean differ(double oldSize, double oldTotal, double newSize, double newTotal) {
        double x = oldSize - leastSize + 1;
        double y = newSize - leastSize + 1;
        double m = (x + y) / (x * y);
        // the quick test has two divisions and no root, and settles nearly every cut
        double beyond = Math.abs(oldTotal * newSize - newTotal * oldSize) / (oldSize * newSize) - bias * m;
        if (!(beyond > 0 && beyond * beyond > spread * m * SLACK)) {
            return false;
        }
        double exact = 1 / x + 1 / y;
        return Math.abs(oldTotal / oldSize - newTotal / newSize) > Math.sqrt(spread * exact) + bias * exact;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeLong(width);
        DetectorCodec.writeNumbers(out, total, squared);
        out.writeInt(rows);
        for (int row = 0; row < rows; row++) {
            out.writeInt(counts[row]);
            for (int at = first(row); at < first(row) + counts[row]; at++) {
                DetectorCodec.writeNumbers(out, totals[at], squares[at]);
            }
        }
    }

    void read(DataInputStream in) throws IOException {
        long expected = DetectorCodec.readCount(in);
        double expectedTotal = in.readDouble();
        double expectedSquared = in.readDouble();
        int stored = DetectorCodec.readIndex(in, MAXIMUM_ROWS);
        long held = 0;
        for (int row = 0; row < stored; row++) {
            if (row == rows) {
                addRow();
            }
            int count = DetectorCodec.readIndex(in, slots);
            for (int i = 0; i < count; i++) {
                append(row, in.readDouble(), in.readDouble());
            }
            held += (long) count << row;
        }
        if (held != expected) {
            throw new IllegalArgumentException("a window of " + expected + " values holds " + held);
        }
        width = expected;
        total = expectedTotal;
        squared = expectedSquared;
    }
}
