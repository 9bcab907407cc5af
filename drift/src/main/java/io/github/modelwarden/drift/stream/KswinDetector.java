package io.github.modelwarden.drift.stream;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.OptionalDouble;

/** A running {@link Kswin}: a ring of values, and its slots in the order of their values. */
final class KswinDetector extends RunningDetector {

    private final Kswin method;
    private final int critical;
    private final MersenneTwister random;
    private final double[] ring;
    private final int[] order;
    private final boolean[] drawn;
    private final int[] pool;
    private int size;
    private int oldest;

    KswinDetector(Kswin method) {
        super(Domain.finite(Kswin.NAME));
        this.method = method;
        this.critical = method.criticalDifference();
        this.random = new MersenneTwister(method.seed());
        this.ring = new double[method.window()];
        this.order = new int[method.window()];
        this.drawn = new boolean[method.window()];
        this.pool = new int[method.window()];
    }

    @Override
    Signal judge(double value) {
        add(value);
        if (size < ring.length) {
            return Signal.STABLE;
        }
        random.sample(ring.length - method.recent(), method.recent(), drawn, pool);
        return isDrift() ? Signal.DRIFT : Signal.STABLE;
    }

    private void add(double value) {
        int slot = size;
        if (size == ring.length) {
            slot = oldest;
            oldest = oldest + 1 == ring.length ? 0 : oldest + 1;
            int at = 0;
            while (order[at] != slot) {
                at++;
            }
            System.arraycopy(order, at + 1, order, at, --size - at);
        }
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ring[order[middle]] <= value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        System.arraycopy(order, low, order, low + 1, size++ - low);
        order[low] = slot;
        ring[slot] = value;
    }

    /** Walks through both samples in the order of their values; equal values count together. */
    private boolean isDrift() {
        int olderEnd = ring.length - method.recent();
        int difference = 0;
        for (int i = 0; i < size; i++) {
            int position = order[i] - oldest;
            if (position < 0) {
                position += ring.length;
            }
            if (position >= olderEnd) {
                difference++;
            } else if (drawn[position]) {
                difference--;
            }
            if (Math.abs(difference) >= critical && (i + 1 == size || ring[order[i + 1]] > ring[order[i]])) {
                return true;
            }
        }
        return false;
    }

    @Override
    void restart() {
        double[] kept = method.reset() ? new double[0] : newest(method.recent());
        size = 0;
        oldest = 0;
        for (double value : kept) {
            add(value);
        }
        if (method.reset()) {
            random.seed(method.seed());
        }
    }

    /** The newest values, the oldest of them first. */
    private double[] newest(int number) {
        double[] values = new double[number];
        for (int i = 0; i < number; i++) {
            values[i] = ring[(oldest + size - number + i) % ring.length];
        }
        return values;
    }

    @Override
    public OptionalDouble estimate() {
        if (size == 0) {
            return OptionalDouble.empty();
        }
        double total = 0;
        for (double value : newest(size)) {
            total += value;
        }
        return OptionalDouble.of(total / size);
    }

    @Override
    public Kswin method() {
        return method;
    }

    @Override
    DetectorKind kind() {
        return DetectorKind.KSWIN;
    }

    @Override
    void writeState(DataOutputStream out) throws IOException {
        out.writeDouble(method.alpha());
        out.writeInt(method.window());
        out.writeInt(method.recent());
        out.writeLong(method.seed());
        out.writeBoolean(method.reset());
        random.write(out);
        out.writeInt(size);
        DetectorCodec.writeNumbers(out, newest(size));
    }

    static KswinDetector read(DataInputStream in) throws IOException {
        KswinDetector detector = new KswinDetector(
                new Kswin(in.readDouble(), in.readInt(), in.readInt(), in.readLong(), in.readBoolean()));
        detector.random.read(in);
        int size = DetectorCodec.readIndex(in, detector.ring.length + 1);
        for (int i = 0; i < size; i++) {
            detector.add(in.readDouble());
        }
        return detector;
    }
}
