package io.github.modelwarden.core.profile;

import io.github.modelwarden.core.binning.Binning;
import io.github.modelwarden.core.binning.CategoricalBinning;
import io.github.modelwarden.core.binning.NumericBinning;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The body of format version 2, writing and reading side by side. */
final class ProfileBody {

    private static final int MAX_LIST = 1_000_000;
    private static final int NUMERIC = 'N';
    private static final int CATEGORICAL = 'C';

    private ProfileBody() {}

    static void write(Baseline baseline, BodyOutput body) throws IOException {
        write(baseline.profile(), body);
        body.writeInt(baseline.metadata().size());
        for (Map.Entry<String, String> entry : baseline.metadata().entrySet()) {
            body.writeText(entry.getKey());
            body.writeText(entry.getValue());
        }
    }

    static Baseline readBaseline(BodyInput body) throws IOException {
        DatasetProfile profile = readProfile(body);
        Map<String, String> metadata = new LinkedHashMap<>();
        int entries = body.readSize(MAX_LIST, 2 * Integer.BYTES);
        for (int i = 0; i < entries; i++) {
            metadata.put(body.readText(), body.readText());
        }
        return new Baseline(profile, metadata);
    }

    static void write(DatasetProfile profile, BodyOutput body) throws IOException {
        body.writeInt(profile.features().size());
        for (FeatureProfile feature : profile.features()) {
            body.writeText(feature.feature());
            if (feature.summary() instanceof NumericSummary numeric) {
                writeNumeric(numeric, body);
            } else if (feature.summary() instanceof CategoricalSummary categorical) {
                writeCategorical(categorical, body);
            }
            body.writeBoolean(!feature.scores().isEmpty());
            if (!feature.scores().isEmpty()) {
                body.writeDoubles(feature.scores().sums());
                body.writeLongs(feature.scores().counts());
            }
        }
    }

    static DatasetProfile readProfile(BodyInput body) throws IOException {
        int size = body.readSize(MAX_LIST, Integer.BYTES);
        if (size == 0) {
            throw new IllegalArgumentException("the profile has no feature");
        }
        List<FeatureProfile> features = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            String name = body.readText();
            int kind = body.readByte();
            Summary summary = switch (kind) {
                case NUMERIC -> readNumeric(body);
                case CATEGORICAL -> readCategorical(body);
                default -> throw new IllegalArgumentException("unknown kind of feature: " + kind);
            };
            features.add(new FeatureProfile(name, summary, readScores(summary.binning(), body)));
        }
        return new DatasetProfile(features);
    }

    private static ScoreSums readScores(Binning binning, BodyInput body) throws IOException {
        ScoreSums scores = new ScoreSums(binning.size());
        if (body.readBoolean()) {
            double[] sums = requireSize(body.readDoubles(MAX_LIST), binning.size());
            long[] counts = requireSize(body.readCounts(MAX_LIST), binning.size());
            for (int bin = 0; bin < sums.length; bin++) {
                scores.accept(bin, sums[bin], counts[bin]);
            }
        }
        return scores;
    }

    private static void writeNumeric(NumericSummary summary, BodyOutput body) throws IOException {
        NumericBinning binning = summary.binning();
        body.writeByte(NUMERIC);
        body.writeDoubles(binning.edges());
        body.writeDoubles(binning.representatives());
        body.writeDouble(binning.min());
        body.writeDouble(binning.max());
        body.writeDoubles(binning.cellEdges());
        body.writeLongs(summary.cellCounts());
        body.writeDoubles(summary.deviations());
        body.writeLong(summary.missing());
        Moments moments = summary.sketches.moments;
        body.writeLong(moments.count());
        body.writeDouble(moments.count() == 0 ? 0 : moments.mean());
        body.writeDouble(moments.squares());
        body.writeDouble(moments.count() == 0 ? Double.POSITIVE_INFINITY : moments.min());
        body.writeDouble(moments.count() == 0 ? Double.NEGATIVE_INFINITY : moments.max());
        body.writeBoolean(summary.sketches.isComplete());
        SketchBody.write(summary.sketches.quantiles(), body);
        SketchBody.write(summary.sketches.distinct(), body);
    }

    private static NumericSummary readNumeric(BodyInput body) throws IOException {
        NumericBinning binning = readNumericBinning(body);
        long[] cells = requireSize(body.readCounts(MAX_LIST), binning.cells());
        double[] deviations = requireSize(body.readDoubles(MAX_LIST), binning.cells());
        long missing = body.readCount();
        Moments moments = Moments.of(
                body.readCount(), body.readDouble(), body.readDouble(), body.readDouble(), body.readDouble());
        boolean complete = body.readBoolean();
        QuantileSketch quantiles = SketchBody.readQuantiles(body);
        DistinctCount distinct = SketchBody.readDistinct(body);
        long counted = 0;
        for (long cell : cells) {
            counted = Math.addExact(counted, cell);
        }
        if (counted != moments.count() || (complete && quantiles.count() != counted)) {
            throw new IllegalArgumentException("cells count " + counted + " values, moments " + moments.count()
                    + " and the sketch " + quantiles.count());
        }
        return new NumericSummary(
                binning,
                cells,
                deviations,
                missing,
                new NumberSketches(moments, quantiles, distinct, KeptValues.upTo(0), complete));
    }

    private static NumericBinning readNumericBinning(BodyInput body) throws IOException {
        NumericBinning bins = NumericBinning.of(body.readDoubles(MAX_LIST), body.readDoubles(MAX_LIST));
        double min = body.readDouble();
        double max = body.readDouble();
        double[] cellEdges = body.readDoubles(MAX_LIST);
        NumericBinning binning = Double.isInfinite(min) ? bins : bins.withCells(cellEdges, min, max);
        requireSize(cellEdges, binning.cells() - 1);
        return binning;
    }

    private static void writeCategorical(CategoricalSummary summary, BodyOutput body) throws IOException {
        body.writeByte(CATEGORICAL);
        body.writeInt(summary.binning().categories().size());
        for (String category : summary.binning().categories()) {
            body.writeText(category);
        }
        body.writeLongs(summary.counts());
        body.writeBoolean(summary.isComplete());
        SketchBody.write(summary.others, body);
        SketchBody.write(summary.distinct, body);
    }

    private static CategoricalSummary readCategorical(BodyInput body) throws IOException {
        int size = body.readSize(MAX_LIST, Integer.BYTES);
        List<String> categories = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            categories.add(body.readText());
        }
        CategoricalBinning binning = CategoricalBinning.of(categories);
        long[] counts = requireSize(body.readCounts(MAX_LIST + 2), binning.size());
        boolean complete = body.readBoolean();
        HeavyHitters others = SketchBody.readHeavyHitters(body);
        if (others.total() != counts[counts.length - 2]) {
            throw new IllegalArgumentException("other counts " + counts[counts.length - 2]
                    + " categories and the heavy hitters " + others.total());
        }
        return new CategoricalSummary(binning, counts, others, SketchBody.readDistinct(body), complete);
    }

    private static double[] requireSize(double[] values, int size) {
        requireSize(values.length, size);
        return values;
    }

    private static long[] requireSize(long[] values, int size) {
        requireSize(values.length, size);
        return values;
    }

    private static void requireSize(int got, int size) {
        if (got != size) {
            throw new IllegalArgumentException("expected " + size + " entries but got " + got);
        }
    }
}
