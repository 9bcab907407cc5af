package io.github.modelwarden.drift.stream;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.OptionalDouble;

/** A running {@link Ddm}. */
final class DdmDetector extends RunningDetector {

    private final Ddm method;
    private long count;
    private double total;
    private double mean;
    private double squares;
    private double leastRate;
    private double leastDeviation;
    private double leastLevel = Double.POSITIVE_INFINITY;

    DdmDetector(Ddm method) {
        super(method.realValues() ? Domain.finite(Ddm.NAME) : Domain.errors(Ddm.NAME));
        this.method = method;
    }

    @Override
    Signal judge(double value) {
        count++;
        total += value;
        double rate = total / count;
        double deviation;
        if (method.realValues()) {
            double gap = value - mean;
            mean += gap / count;
            squares += gap * (value - mean);
            deviation = Math.sqrt(squares) / count;
        } else {
            deviation = Math.sqrt(rate * (1 - rate) / count);
        }
        return count > method.warmStart() ? compare(rate, deviation) : Signal.STABLE;
    }

    private Signal compare(double rate, double deviation) {
        double level = rate + deviation;
        if (level <= leastLevel) {
            leastRate = rate;
            leastDeviation = deviation;
            leastLevel = level;
        }
        if (level > leastRate + method.drift() * leastDeviation) {
            return Signal.DRIFT;
        }
        return level > leastRate + method.warning() * leastDeviation ? Signal.WARNING : Signal.STABLE;
    }

    @Override
    void restart() {
        count = 0;
        total = 0;
        mean = 0;
        squares = 0;
        leastLevel = Double.POSITIVE_INFINITY;
    }

    @Override
    public OptionalDouble estimate() {
        return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(total / count);
    }

    @Override
    public Ddm method() {
        return method;
    }

    @Override
    DetectorKind kind() {
        return DetectorKind.DDM;
    }

    @Override
    void writeState(DataOutputStream out) throws IOException {
        out.writeInt(method.warmStart());
        DetectorCodec.writeNumbers(out, method.warning(), method.drift());
        out.writeBoolean(method.realValues());
        out.writeLong(count);
        DetectorCodec.writeNumbers(out, total, mean, squares, leastRate, leastDeviation, leastLevel);
    }

    static DdmDetector read(DataInputStream in) throws IOException {
        DdmDetector detector =
                new DdmDetector(new Ddm(in.readInt(), in.readDouble(), in.readDouble(), in.readBoolean()));
        detector.count = DetectorCodec.readCount(in);
        detector.total = in.readDouble();
        detector.mean = in.readDouble();
        detector.squares = in.readDouble();
        detector.leastRate = in.readDouble();
        detector.leastDeviation = in.readDouble();
        detector.leastLevel = in.readDouble();
        return detector;
    }
}
