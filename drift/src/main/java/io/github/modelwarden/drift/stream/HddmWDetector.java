package io.github.modelwarden.drift.stream;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.OptionalDouble;

/** A running {@link HddmW}; values are held in units of the range. */
final class HddmWDetector extends RunningDetector {

    private final HddmW method;
    private final double scale;
    private final double firstBound;
    private final double driftFactor;
    private final double warningFactor;
    private final Mean all = new Mean();
    private final Mean beforeLow = new Mean();
    private final Mean behindLow = new Mean();
    private final Mean beforeHigh = new Mean();
    private final Mean behindHigh = new Mean();
    private double lowCut = Double.POSITIVE_INFINITY;
    private double highCut = Double.NEGATIVE_INFINITY;

    HddmWDetector(HddmW method) {
        super(Domain.between(HddmW.NAME, method.low(), method.high()));
        this.method = method;
        this.scale = 1 / (method.high() - method.low());
        double kept = 1 - method.weight();
        this.firstBound =
                method.firstValue() == HddmW.FirstValue.FULL ? 1 : method.weight() * method.weight() + kept * kept;
        this.driftFactor = StrictMath.log(1 / method.driftConfidence()) / 2;
        this.warningFactor = StrictMath.log(1 / method.warningConfidence()) / 2;
    }

    /** A weighted mean with its sum of squared weights, 0 before the first value. */
    private static final class Mean {
        private double mean;
        private double bound;

        void accept(double value, double weight, double firstBound) {
            if (bound == 0) {
                mean = value;
                bound = firstBound;
            } else {
                mean = weight * value + (1 - weight) * mean;
                bound = weight * weight + (1 - weight) * (1 - weight) * bound;
            }
        }

        void set(Mean other) {
            mean = other.mean;
            bound = other.bound;
        }

        void clear() {
            mean = 0;
            bound = 0;
        }

        void write(DataOutputStream out) throws IOException {
            DetectorCodec.writeNumbers(out, mean, bound);
        }

        void read(DataInputStream in) throws IOException {
            mean = in.readDouble();
            bound = in.readDouble();
        }
    }

    @Override
    Signal judge(double value) {
        double x = (value - method.low()) * scale;
        all.accept(x, method.weight(), firstBound);
        double bound = Math.sqrt(all.bound * driftFactor);
        Signal rise = Signal.STABLE;
        if (method.direction().up()) {
            if (all.mean + bound < lowCut) {
                lowCut = all.mean + bound;
                beforeLow.set(all);
                behindLow.clear();
            } else {
                behindLow.accept(x, method.weight(), firstBound);
                rise = compare(behindLow.mean - beforeLow.mean, beforeLow.bound + behindLow.bound);
            }
        }
        Signal fall = Signal.STABLE;
        if (method.direction().down()) {
            if (all.mean - bound > highCut) {
                highCut = all.mean - bound;
                beforeHigh.set(all);
                behindHigh.clear();
            } else {
                behindHigh.accept(x, method.weight(), firstBound);
                fall = compare(beforeHigh.mean - behindHigh.mean, beforeHigh.bound + behindHigh.bound);
            }
        }
        return rise.compareTo(fall) >= 0 ? rise : fall;
    }

    private Signal compare(double change, double bound) {
        if (change > Math.sqrt(bound * driftFactor)) {
            return Signal.DRIFT;
        }
        return change > Math.sqrt(bound * warningFactor) ? Signal.WARNING : Signal.STABLE;
    }

    @Override
    void restart() {
        all.clear();
        beforeLow.clear();
        behindLow.clear();
        beforeHigh.clear();
        behindHigh.clear();
        lowCut = Double.POSITIVE_INFINITY;
        highCut = Double.NEGATIVE_INFINITY;
    }

    @Override
    public OptionalDouble estimate() {
        return all.bound == 0 ? OptionalDouble.empty() : OptionalDouble.of(method.low() + all.mean / scale);
    }

    @Override
    public HddmW method() {
        return method;
    }

    @Override
    DetectorKind kind() {
        return DetectorKind.HDDM_W;
    }

    @Override
    void writeState(DataOutputStream out) throws IOException {
        DetectorCodec.writeNumbers(out, method.driftConfidence(), method.warningConfidence(), method.weight());
        DetectorCodec.writeChoice(out, method.direction());
        DetectorCodec.writeNumbers(out, method.low(), method.high());
        DetectorCodec.writeChoice(out, method.firstValue());
        all.write(out);
        beforeLow.write(out);
        behindLow.write(out);
        beforeHigh.write(out);
        behindHigh.write(out);
        DetectorCodec.writeNumbers(out, lowCut, highCut);
    }

    static HddmWDetector read(DataInputStream in) throws IOException {
        HddmWDetector detector = new HddmWDetector(new HddmW(
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                DetectorCodec.readChoice(in, Direction.class),
                in.readDouble(),
                in.readDouble(),
                DetectorCodec.readChoice(in, HddmW.FirstValue.class)));
        detector.all.read(in);
        detector.beforeLow.read(in);
        detector.behindLow.read(in);
        detector.beforeHigh.read(in);
        detector.behindHigh.read(in);
        detector.lowCut = in.readDouble();
        detector.highCut = in.readDouble();
        return detector;
    }
}
