package io.github.modelwarden.drift.stream;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.OptionalDouble;

/** A running {@link EwmaChart}. */
final class EwmaDetector extends RunningDetector {

    private final EwmaChart method;
    private long learned;
    private long count;
    private double mean;
    private double squares;
    private double deviation;
    private double weighted;
    private double fading;

    EwmaDetector(EwmaChart method) {
        super(Domain.finite(EwmaChart.NAME));
        this.method = method;
        restart();
    }

    @Override
    void restart() {
        learned = 0;
        count = 0;
        mean = 0;
        squares = 0;
        deviation = 0;
        fading = 1;
        Target target = method.target();
        if (target != null) {
            learned = method.warmStart();
            mean = target.mean();
            deviation = target.standardDeviation();
        }
        weighted = mean;
    }

    @Override
    Signal judge(double value) {
        if (learned < method.warmStart()) {
            learn(value);
            return Signal.STABLE;
        }
        count++;
        weighted += method.weight() * (value - weighted);
        double kept = 1 - method.weight();
        fading *= kept * kept;
        double limit = method.limit() * deviation * Math.sqrt(method.weight() / (2 - method.weight()) * (1 - fading));
        double change = weighted - mean;
        boolean drift = (method.direction().up() && change > limit)
                || (method.direction().down() && -change > limit);
        return drift ? Signal.DRIFT : Signal.STABLE;
    }

    private void learn(double value) {
        learned++;
        double gap = value - mean;
        mean += gap / learned;
        squares += gap * (value - mean);
        deviation = Math.sqrt(squares / Math.max(1, learned - 1));
        weighted = mean;
    }

    @Override
    public OptionalDouble estimate() {
        return count == 0 && (learned == 0 || method.target() != null)
                ? OptionalDouble.empty()
                : OptionalDouble.of(weighted);
    }

    @Override
    public EwmaChart method() {
        return method;
    }

    @Override
    DetectorKind kind() {
        return DetectorKind.EWMA;
    }

    @Override
    void writeState(DataOutputStream out) throws IOException {
        DetectorCodec.writeNumbers(out, method.weight(), method.limit());
        out.writeInt(method.warmStart());
        DetectorCodec.writeChoice(out, method.direction());
        DetectorCodec.writeTarget(out, method.target());
        out.writeLong(learned);
        out.writeLong(count);
        DetectorCodec.writeNumbers(out, mean, squares, deviation, weighted, fading);
    }

    static EwmaDetector read(DataInputStream in) throws IOException {
        EwmaDetector detector = new EwmaDetector(new EwmaChart(
                in.readDouble(),
                in.readDouble(),
                in.readInt(),
                DetectorCodec.readChoice(in, Direction.class),
                DetectorCodec.readTarget(in)));
        detector.learned = DetectorCodec.readCount(in);
        detector.count = DetectorCodec.readCount(in);
        detector.mean = in.readDouble();
        detector.squares = in.readDouble();
        detector.deviation = in.readDouble();
        detector.weighted = in.readDouble();
        detector.fading = in.readDouble();
        return detector;
    }
}
