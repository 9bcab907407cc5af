package io.github.modelwarden.core.profile;

import io.github.modelwarden.core.binning.Binning;
import io.github.modelwarden.core.binning.CategoricalBinning;
import io.github.modelwarden.core.binning.NumericBinning;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads what stands between header and checksum in format version 1: bins, counts and moments, and a sample of the values of
 * numeric features. Where the sample is all there was, everything newer is made from it. Elsewhere there are no cells but
 * the bins, no sketch, and sums are those of the bins' typical values.
 */
final class Version1Reader {

    private static final int MAX_LIST = 1_000_000;

    private Version1Reader() {}

    private static final class Feature {

        private final String name;
        private final Binning binning;
        private final long[] counts;
        private final Moments moments;

        Feature(String name, Binning binning, long[] counts, Moments moments) {
            this.name = name;
            this.binning = binning;
            this.counts = counts;
            this.moments = moments;
        }

        long missing() {
            return counts[counts.length - 1];
        }
    }

    static Baseline baseline(DataInputStream data) throws IOException {
        List<Feature> features = features(data);
        Map<String, double[]> samples = new LinkedHashMap<>();
        int sampled = size(data);
        for (int i = 0; i < sampled; i++) {
            samples.put(data.readUTF(), doubles(data));
        }
        return new Baseline(
                new DatasetProfile(features.stream()
                        .map(feature -> upgrade(feature, samples.getOrDefault(feature.name, new double[0])))
                        .toList()),
                Map.of());
    }

    static DatasetProfile profile(DataInputStream data) throws IOException {
        return new DatasetProfile(features(data).stream()
                .map(feature -> feature.binning instanceof NumericBinning numeric
                        ? profile(feature, counted(feature, numeric))
                        : profile(feature, categories(feature)))
                .toList());
    }

    private static FeatureProfile upgrade(Feature feature, double[] sample) {
        if (!(feature.binning instanceof NumericBinning numeric)) {
            return profile(feature, categories(feature));
        }
        if (feature.moments.count() == 0) {
            return profile(feature, counted(feature, numeric));
        }
        NumericSummary replayed = replayed(feature, numeric, sample);
        return profile(
                feature,
                Arrays.equals(replayed.counts(), feature.counts)
                        ? replayed
                        : counted(
                                feature,
                                numeric.withCells(new double[0], feature.moments.min(), feature.moments.max())));
    }

    private static FeatureProfile profile(Feature feature, Summary summary) {
        return new FeatureProfile(feature.name, summary, new ScoreSums(feature.binning.size()));
    }

    /** Counts the sample; if it is all there was, the counts are those of the file. */
    private static NumericSummary replayed(Feature feature, NumericBinning bins, double[] sample) {
        double[] present = Arrays.stream(sample).filter(Double::isFinite).toArray();
        double[] cells = present.length == 0
                ? new double[0]
                : NumericBinning.equalFrequency(present, 2).cellEdges();
        NumericSummary summary =
                NumericSummary.over(bins.withCells(cells, feature.moments.min(), feature.moments.max()), 0);
        for (double value : present) {
            summary.accept(value);
        }
        return new NumericSummary(
                summary.binning(), summary.cellCounts(), summary.deviations(), feature.missing(), summary.sketches);
    }

    private static NumericSummary counted(Feature feature, NumericBinning binning) {
        long[] cells = new long[binning.cells()];
        double[] deviations = new double[binning.cells()];
        double[] typical = binning.representatives();
        for (int bin = 0; bin < typical.length; bin++) {
            int cell = binning.cell(typical[bin]);
            cells[cell] += feature.counts[bin];
            deviations[cell] += feature.counts[bin] * (typical[bin] - binning.cellAnchor(cell));
        }
        NumberSketches sketches = new NumberSketches(
                feature.moments,
                QuantileSketch.create(),
                DistinctCount.create(),
                KeptValues.upTo(0),
                feature.moments.count() == 0);
        return new NumericSummary(binning, cells, deviations, feature.missing(), sketches);
    }

    private static CategoricalSummary categories(Feature feature) {
        CategoricalBinning binning = (CategoricalBinning) feature.binning;
        DistinctCount distinct = DistinctCount.create();
        for (int i = 0; i < binning.categories().size(); i++) {
            distinct.accept(feature.counts[i] > 0 ? binning.categories().get(i) : null);
        }
        long other = feature.counts[feature.counts.length - 2];
        return new CategoricalSummary(
                binning, feature.counts, HeavyHitters.of(Map.of(), other, other), distinct, other == 0);
    }

    private static List<Feature> features(DataInputStream data) throws IOException {
        int size = size(data);
        List<Feature> features = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            String name = data.readUTF();
            Binning binning = binning(data);
            long[] counts = new long[binning.size()];
            for (int bin = 0; bin < counts.length; bin++) {
                counts[bin] = data.readLong();
            }
            Moments moments = Moments.of(
                    data.readLong(), data.readDouble(), data.readDouble(), data.readDouble(), data.readDouble());
            features.add(new Feature(name, binning, counts, moments));
        }
        return features;
    }

    private static Binning binning(DataInputStream data) throws IOException {
        int kind = data.readByte();
        if (kind == 'N') {
            return NumericBinning.of(doubles(data), doubles(data));
        }
        if (kind == 'C') {
            int size = size(data);
            List<String> categories = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                categories.add(data.readUTF());
            }
            return CategoricalBinning.of(categories);
        }
        throw new IllegalArgumentException("unknown kind of bins: " + kind);
    }

    private static double[] doubles(DataInputStream data) throws IOException {
        double[] values = new double[size(data)];
        for (int i = 0; i < values.length; i++) {
            values[i] = data.readDouble();
        }
        return values;
    }

    private static int size(DataInputStream data) throws IOException {
        int size = data.readInt();
        if (size < 0 || size > MAX_LIST) {
            throw new IllegalArgumentException(size + " entries are announced");
        }
        return size;
    }
}
