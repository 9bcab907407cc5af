package io.github.modelwarden.drift.stream;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.OptionalDouble;

/** A running {@link Ecdd}. */
final class EcddDetector extends RunningDetector {

    private static final double KEPT = 1 - Ecdd.WEIGHT;
    private static final double SHARE = Ecdd.WEIGHT / (2 - Ecdd.WEIGHT);

    private final Ecdd method;
    private long count;
    private long errors;
    private double weighted;
    private double fading = 1;

    EcddDetector(Ecdd method) {
        super(Domain.bits(Ecdd.NAME));
        this.method = method;
    }

    @Override
    Signal judge(double value) {
        count++;
        if (value == 1) {
            errors++;
        }
        weighted = KEPT * weighted + Ecdd.WEIGHT * value;
        fading *= KEPT * KEPT;
        if (count < method.minimumValues()) {
            return Signal.STABLE;
        }
        double rate = (double) errors / count;
        double reach = method.limit(rate) * Math.sqrt(SHARE * (1 - fading) * rate * (1 - rate));
        if (weighted > rate + reach) {
            return Signal.DRIFT;
        }
        return weighted > rate + reach / 2 ? Signal.WARNING : Signal.STABLE;
    }

    @Override
    void restart() {
        count = 0;
        errors = 0;
        weighted = 0;
        fading = 1;
    }

    @Override
    public OptionalDouble estimate() {
        return count == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) errors / count);
    }

    @Override
    public Ecdd method() {
        return method;
    }

    @Override
    DetectorKind kind() {
        return DetectorKind.ECDD;
    }

    @Override
    void writeState(DataOutputStream out) throws IOException {
        out.writeInt(method.averageRunLength());
        out.writeInt(method.minimumValues());
        out.writeBoolean(method.publishedLimits());
        out.writeLong(count);
        out.writeLong(errors);
        DetectorCodec.writeNumbers(out, weighted, fading);
    }

    static EcddDetector read(DataInputStream in) throws IOException {
        EcddDetector detector = new EcddDetector(new Ecdd(in.readInt(), in.readInt(), in.readBoolean()));
        detector.count = DetectorCodec.readCount(in);
        detector.errors = DetectorCodec.readCount(in);
        detector.weighted = in.readDouble();
        detector.fading = in.readDouble();
        return detector;
    }
}
