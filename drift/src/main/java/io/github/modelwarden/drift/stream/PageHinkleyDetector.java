package io.github.modelwarden.drift.stream;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.OptionalDouble;

/** A running {@link PageHinkley}. */
final class PageHinkleyDetector extends RunningDetector {

    private final PageHinkley method;
    private final boolean clamped;
    private final boolean fromMinimum;
    private final boolean up;
    private final boolean down;
    private long count;
    private double mean;
    private double rise;
    private double fall;
    private double leastRise;
    private double leastFall;

    PageHinkleyDetector(PageHinkley method) {
        super(Domain.finite(PageHinkley.NAME));
        this.method = method;
        this.clamped = method.variant() == PageHinkley.Variant.CLAMPED;
        this.up = method.direction().up();
        this.down = method.direction().down();
        this.fromMinimum = method.variant() == PageHinkley.Variant.MINIMUM;
        restart();
    }

    @Override
    Signal judge(double value) {
        count++;
        mean += (value - mean) / count;
        double deviation = value - mean;
        boolean drift = false;
        if (up) {
            rise = next(rise, deviation);
            leastRise = fromMinimum ? Math.min(leastRise, rise) : 0;
            drift = rise - leastRise > method.threshold();
        }
        if (down) {
            fall = next(fall, -deviation);
            leastFall = fromMinimum ? Math.min(leastFall, fall) : 0;
            drift |= fall - leastFall > method.threshold();
        }
        return drift && count >= method.minimumValues() ? Signal.DRIFT : Signal.STABLE;
    }

    private double next(double sum, double deviation) {
        double bare = method.forgetting() * sum + (deviation - method.delta());
        return clamped ? Math.max(0, bare) : bare;
    }

    @Override
    void restart() {
        count = 0;
        mean = 0;
        rise = 0;
        fall = 0;
        leastRise = fromMinimum ? Double.POSITIVE_INFINITY : 0;
        leastFall = leastRise;
    }

    @Override
    public OptionalDouble estimate() {
        return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(mean);
    }

    @Override
    public PageHinkley method() {
        return method;
    }

    @Override
    DetectorKind kind() {
        return DetectorKind.PAGE_HINKLEY;
    }

    @Override
    void writeState(DataOutputStream out) throws IOException {
        DetectorCodec.writeChoice(out, method.variant());
        DetectorCodec.writeNumbers(out, method.delta(), method.threshold(), method.forgetting());
        out.writeInt(method.minimumValues());
        DetectorCodec.writeChoice(out, method.direction());
        out.writeLong(count);
        DetectorCodec.writeNumbers(out, mean, rise, fall, leastRise, leastFall);
    }

    static PageHinkleyDetector read(DataInputStream in) throws IOException {
        PageHinkleyDetector detector = new PageHinkleyDetector(new PageHinkley(
                DetectorCodec.readChoice(in, PageHinkley.Variant.class),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                in.readInt(),
                DetectorCodec.readChoice(in, Direction.class)));
        detector.count = DetectorCodec.readCount(in);
        detector.mean = in.readDouble();
        detector.rise = in.readDouble();
        detector.fall = in.readDouble();
        detector.leastRise = in.readDouble();
        detector.leastFall = in.readDouble();
        return detector;
    }
}
