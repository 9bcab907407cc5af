package io.github.modelwarden.drift.stream;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.OptionalDouble;

/** A running {@link Adwin}, with a look into its window. Not thread-safe. */
public final class AdwinDetector extends RunningDetector {

    private final Adwin method;
    private final AdwinWindow window;
    private int untilLook;

    AdwinDetector(Adwin method) {
        super(Domain.finite(Adwin.NAME));
        this.method = method;
        this.window = new AdwinWindow(method);
        this.untilLook = method.clock();
    }

    @Override
    Signal judge(double value) {
        if (--untilLook > 0) {
            window.insert(value);
            return Signal.STABLE;
        }
        untilLook = method.clock();
        double before = window.mean();
        window.insert(value);
        return window.width() > method.gracePeriod() && window.shrink() && isSignalled(window.mean() - before)
                ? Signal.DRIFT
                : Signal.STABLE;
    }

    private boolean isSignalled(double change) {
        return method.direction() == Direction.BOTH
                || (method.direction() == Direction.INCREASE ? change > 0 : change < 0);
    }

    @Override
    void restart() {
        if (method.reset()) {
            window.clear();
            untilLook = method.clock();
        }
    }

    /** {@return the number of values in the window} */
    public long width() {
        return window.width();
    }

    /** {@return the sum of the values in the window} */
    public double total() {
        return window.total();
    }

    /**
     * {@return the sum of squared deviations from the mean of the window, an estimate once buckets have been dropped; up to
     * rounding at least 0}
     */
    public double sumOfSquaredDeviations() {
        return window.squared();
    }

    @Override
    public OptionalDouble estimate() {
        return window.width() == 0 ? OptionalDouble.empty() : OptionalDouble.of(window.mean());
    }

    @Override
    public Adwin method() {
        return method;
    }

    @Override
    DetectorKind kind() {
        return DetectorKind.ADWIN;
    }

    @Override
    void writeState(DataOutputStream out) throws IOException {
        out.writeDouble(method.delta());
        out.writeInt(method.clock());
        out.writeInt(method.maximumBuckets());
        out.writeInt(method.minimumPart());
        out.writeInt(method.gracePeriod());
        DetectorCodec.writeChoice(out, method.cuts());
        DetectorCodec.writeChoice(out, method.direction());
        out.writeBoolean(method.reset());
        out.writeInt(untilLook);
        window.write(out);
    }

    static AdwinDetector read(DataInputStream in) throws IOException {
        Adwin method = new Adwin(
                in.readDouble(),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                DetectorCodec.readChoice(in, Adwin.Cuts.class),
                DetectorCodec.readChoice(in, Direction.class),
                in.readBoolean());
        AdwinDetector detector = new AdwinDetector(method);
        detector.untilLook = DetectorCodec.readIndex(in, method.clock() + 1);
        detector.window.read(in);
        return detector;
    }
}
