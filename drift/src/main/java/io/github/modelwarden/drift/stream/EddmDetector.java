package io.github.modelwarden.drift.stream;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.OptionalDouble;

/** A running {@link Eddm}. */
final class EddmDetector extends RunningDetector {

    private final Eddm method;
    private long count;
    private long errors;
    private long lastError;
    private double mean;
    private double squares;
    private double largest;
    private boolean warning;

    EddmDetector(Eddm method) {
        super(Domain.bits(Eddm.NAME));
        this.method = method;
    }

    @Override
    Signal judge(double value) {
        count++;
        if (value == 1) {
            errors++;
            double distance = count - lastError;
            lastError = count;
            double gap = distance - mean;
            mean += gap / errors;
            squares += gap * (distance - mean);
            if (count > method.warmStart() && isDrift()) {
                return Signal.DRIFT;
            }
        }
        return warning ? Signal.WARNING : Signal.STABLE;
    }

    private boolean isDrift() {
        long divisor = method.deviation() == Eddm.Deviation.SAMPLE ? Math.max(1, errors - 1) : errors;
        double reach = mean + 2 * Math.sqrt(squares / divisor);
        if (reach > largest) {
            largest = reach;
            return false;
        }
        if (errors <= method.minimumErrors()) {
            return false;
        }
        double ratio = reach / largest;
        warning = ratio < method.warning();
        return ratio < method.drift();
    }

    @Override
    void restart() {
        count = 0;
        errors = 0;
        lastError = 0;
        mean = 0;
        squares = 0;
        largest = 0;
        warning = false;
    }

    @Override
    public OptionalDouble estimate() {
        return count == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) errors / count);
    }

    @Override
    public Eddm method() {
        return method;
    }

    @Override
    DetectorKind kind() {
        return DetectorKind.EDDM;
    }

    @Override
    void writeState(DataOutputStream out) throws IOException {
        DetectorCodec.writeNumbers(out, method.warning(), method.drift());
        out.writeInt(method.warmStart());
        out.writeInt(method.minimumErrors());
        DetectorCodec.writeChoice(out, method.deviation());
        out.writeLong(count);
        out.writeLong(errors);
        out.writeLong(lastError);
        DetectorCodec.writeNumbers(out, mean, squares, largest);
        out.writeBoolean(warning);
    }

    static EddmDetector read(DataInputStream in) throws IOException {
        EddmDetector detector = new EddmDetector(new Eddm(
                in.readDouble(),
                in.readDouble(),
                in.readInt(),
                in.readInt(),
                DetectorCodec.readChoice(in, Eddm.Deviation.class)));
        detector.count = DetectorCodec.readCount(in);
        detector.errors = DetectorCodec.readCount(in);
        detector.lastError = DetectorCodec.readCount(in);
        detector.mean = in.readDouble();
        detector.squares = in.readDouble();
        detector.largest = in.readDouble();
        detector.warning = in.readBoolean();
        return detector;
    }
}
