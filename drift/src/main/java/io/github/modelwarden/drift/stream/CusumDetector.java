package io.github.modelwarden.drift.stream;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A running {@link Cusum}. */
final class CusumDetector extends RunningDetector {

    private final Cusum method;
    private final @Nullable Target target;
    private long count;
    private double mean;
    private double rise;
    private double fall;

    CusumDetector(Cusum method) {
        super(Domain.finite(Cusum.NAME));
        this.method = method;
        this.target = method.target();
    }

    @Override
    Signal judge(double value) {
        count++;
        mean += (value - mean) / count;
        double deviation = target == null ? value - mean : (value - target.mean()) / target.standardDeviation();
        rise = Math.max(0, rise + deviation - method.delta());
        fall = Math.max(0, fall - deviation - method.delta());
        return count >= method.minimumValues() && isDrift() ? Signal.DRIFT : Signal.STABLE;
    }

    private boolean isDrift() {
        return (method.direction().up() && rise > method.threshold())
                || (method.direction().down() && fall > method.threshold());
    }

    @Override
    void restart() {
        count = 0;
        mean = 0;
        rise = 0;
        fall = 0;
    }

    @Override
    public OptionalDouble estimate() {
        return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(mean);
    }

    @Override
    public Cusum method() {
        return method;
    }

    @Override
    DetectorKind kind() {
        return DetectorKind.CUSUM;
    }

    @Override
    void writeState(DataOutputStream out) throws IOException {
        DetectorCodec.writeNumbers(out, method.delta(), method.threshold());
        out.writeInt(method.minimumValues());
        DetectorCodec.writeChoice(out, method.direction());
        DetectorCodec.writeTarget(out, target);
        out.writeLong(count);
        DetectorCodec.writeNumbers(out, mean, rise, fall);
    }

    static CusumDetector read(DataInputStream in) throws IOException {
        Cusum method = new Cusum(
                in.readDouble(),
                in.readDouble(),
                in.readInt(),
                DetectorCodec.readChoice(in, Direction.class),
                DetectorCodec.readTarget(in));
        CusumDetector detector = new CusumDetector(method);
        detector.count = DetectorCodec.readCount(in);
        detector.mean = in.readDouble();
        detector.rise = in.readDouble();
        detector.fall = in.readDouble();
        return detector;
    }
}
