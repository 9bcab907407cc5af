package io.github.modelwarden.core.profile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The sketches within the body of format version 2, writing and reading side by side. */
final class SketchBody {

    private static final int MAX_BUCKETS = 200_000;
    private static final int MAX_STATE = 1 << 20;

    private SketchBody() {}

    private record Bucket(int sign, int index, long count) {}

    static void write(QuantileSketch sketch, BodyOutput body) throws IOException {
        List<Bucket> buckets = new ArrayList<>();
        sketch.forEach((sign, index, count) -> buckets.add(new Bucket(sign, index, count)));
        body.writeInt(buckets.size());
        for (Bucket bucket : buckets) {
            body.writeByte(bucket.sign);
            body.writeInt(bucket.index);
            body.writeLong(bucket.count);
        }
        if (!buckets.isEmpty()) {
            body.writeDouble(sketch.min());
            body.writeDouble(sketch.max());
        }
    }

    static QuantileSketch readQuantiles(BodyInput body) throws IOException {
        QuantileSketch sketch = QuantileSketch.create();
        int buckets = body.readSize(MAX_BUCKETS, Byte.BYTES + Integer.BYTES + Long.BYTES);
        for (int i = 0; i < buckets; i++) {
            sketch.add(body.readByte(), body.readInt(), body.readLong());
        }
        if (buckets > 0) {
            sketch.restore(body.readDouble(), body.readDouble());
        }
        return sketch;
    }

    static void write(DistinctCount distinct, BodyOutput body) throws IOException {
        body.writeLongs(distinct.hashes());
        body.writeBytes(distinct.state());
    }

    static DistinctCount readDistinct(BodyInput body) throws IOException {
        return DistinctCount.of(body.readLongs(DistinctCount.EXACT), body.readBytes(MAX_STATE));
    }

    static void write(HeavyHitters hitters, BodyOutput body) throws IOException {
        Map<String, Long> counts = hitters.counts();
        body.writeBoolean(hitters.isNaming());
        body.writeInt(counts.size());
        for (Map.Entry<String, Long> entry : counts.entrySet()) {
            body.writeText(entry.getKey());
            body.writeLong(entry.getValue());
        }
        body.writeLong(hitters.total());
        body.writeLong(hitters.maximumUndercount());
    }

    static HeavyHitters readHeavyHitters(BodyInput body) throws IOException {
        Map<String, Long> counts = new LinkedHashMap<>();
        boolean naming = body.readBoolean();
        int size = body.readSize(HeavyHitters.CAPACITY, Integer.BYTES + Long.BYTES);
        for (int i = 0; i < size; i++) {
            counts.put(body.readText(), body.readCount());
        }
        long total = body.readCount();
        long undercount = body.readCount();
        if (naming) {
            return HeavyHitters.of(counts, total, undercount);
        }
        if (!counts.isEmpty() || undercount != total) {
            throw new IllegalArgumentException("nameless heavy hitters have " + counts.size() + " names");
        }
        return HeavyHitters.nameless(total);
    }
}
