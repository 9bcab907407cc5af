package io.github.modelwarden.drift.stream;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.OptionalDouble;

/** A running {@link HddmA}; values are held in units of the range. */
final class HddmADetector extends RunningDetector {

    private final HddmA method;
    private final double scale;
    private final double cutFactor;
    private final double driftFactor;
    private final double warningFactor;
    private long count;
    private double total;
    private long lowCount;
    private double lowMean;
    private long highCount;
    private double highMean;

    HddmADetector(HddmA method) {
        super(Domain.between(HddmA.NAME, method.low(), method.high()));
        this.method = method;
        this.scale = 1 / (method.high() - method.low());
        this.cutFactor = StrictMath.log(1 / method.driftConfidence()) / 2;
        this.driftFactor = StrictMath.log(2 / method.driftConfidence()) / 2;
        this.warningFactor = StrictMath.log(2 / method.warningConfidence()) / 2;
    }

    @Override
    Signal judge(double value) {
        count++;
        total += (value - method.low()) * scale;
        double mean = total / count;
        double bound = bound(count);
        Signal rise = Signal.STABLE;
        if (method.direction().up()) {
            if (lowCount == 0 || lowMean + bound(lowCount) >= mean + bound) {
                lowCount = count;
                lowMean = mean;
            }
            rise = compare(mean - lowMean, lowCount);
        }
        Signal fall = Signal.STABLE;
        if (method.direction().down()) {
            if (highCount == 0 || highMean - bound(highCount) <= mean - bound) {
                highCount = count;
                highMean = mean;
            }
            fall = compare(highMean - mean, highCount);
        }
        return rise.compareTo(fall) >= 0 ? rise : fall;
    }

    private double bound(long values) {
        return Math.sqrt(cutFactor / values);
    }

    private Signal compare(double change, long cut) {
        if (cut == count) {
            return Signal.STABLE;
        }
        double share = (double) (count - cut) / cut / count;
        if (change >= Math.sqrt(share * driftFactor)) {
            return Signal.DRIFT;
        }
        return change >= Math.sqrt(share * warningFactor) ? Signal.WARNING : Signal.STABLE;
    }

    @Override
    void restart() {
        count = 0;
        total = 0;
        lowCount = 0;
        highCount = 0;
    }

    @Override
    public OptionalDouble estimate() {
        return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(method.low() + total / count / scale);
    }

    @Override
    public HddmA method() {
        return method;
    }

    @Override
    DetectorKind kind() {
        return DetectorKind.HDDM_A;
    }

    @Override
    void writeState(DataOutputStream out) throws IOException {
        DetectorCodec.writeNumbers(out, method.driftConfidence(), method.warningConfidence());
        DetectorCodec.writeChoice(out, method.direction());
        DetectorCodec.writeNumbers(out, method.low(), method.high());
        out.writeLong(count);
        out.writeDouble(total);
        out.writeLong(lowCount);
        out.writeDouble(lowMean);
        out.writeLong(highCount);
        out.writeDouble(highMean);
    }

    static HddmADetector read(DataInputStream in) throws IOException {
        HddmADetector detector = new HddmADetector(new HddmA(
                in.readDouble(),
                in.readDouble(),
                DetectorCodec.readChoice(in, Direction.class),
                in.readDouble(),
                in.readDouble()));
        detector.count = DetectorCodec.readCount(in);
        detector.total = in.readDouble();
        detector.lowCount = DetectorCodec.readCount(in);
        detector.lowMean = in.readDouble();
        detector.highCount = DetectorCodec.readCount(in);
        detector.highMean = in.readDouble();
        return detector;
    }
}
