package io.github.modelwarden.core.profile;

import io.github.modelwarden.core.binning.Binning;
import io.github.modelwarden.core.binning.CategoricalBinning;
import io.github.modelwarden.core.binning.NumericBinning;
import io.github.modelwarden.core.data.CategoricalColumn;
import io.github.modelwarden.core.data.CategoricalFeature;
import io.github.modelwarden.core.data.Feature;
import io.github.modelwarden.core.data.FeatureType;
import io.github.modelwarden.core.data.NumericColumn;
import io.github.modelwarden.core.data.Schema;
import io.github.modelwarden.core.data.Table;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a model's input and output looked like when it was trained: the profile that later traffic is compared with, and
 * a sample of each numeric feature for tests that need single values (Kolmogorov–Smirnov). A baseline belongs to one
 * model version and is switched together with it. Immutable by use: the profile is handed out as a copy.
 */
public final class Baseline {

    /** Number of equal-frequency bins of a numeric feature. */
    public static final int DEFAULT_BINS = 10;

    /** At most this many values of a feature are kept for tests on single values. */
    public static final int MAX_SAMPLE = 10_000;

    /** Fewer reference rows of a category than this say that the list of categories is not complete. */
    private static final int RARE = 5;

    private final DatasetProfile profile;
    private final Map<String, double[]> samples;
    private final String id;

    Baseline(DatasetProfile profile, Map<String, double[]> samples) {
        this.profile = profile;
        this.samples = samples;
        this.id = hash();
    }

    /**
     * Profiles reference data.
     *
     * <p>Where the schema does not declare a feature's categories, they are taken from the reference. If one of them has
     * fewer than 5 rows there, more categories exist than the reference shows, and later rows of those would look like
     * drift of the bin {@code other}. Then only categories of at least 10 + √n of the n reference rows get a bin of their own,
     * and the rarer ones are counted as {@code other} then and now.
     *
     * @param schema the model's schema
     * @param reference the rows the model was trained or validated on; a column a feature
     * @param scores the model's score of each row, 0 to 1
     * @param predicted the predicted class of each row
     * @param bins equal-frequency bins a numeric feature, 2 to 100
     * @return the baseline
     * @throws IllegalArgumentException if lengths differ, or a numeric feature has no value at all
     */
    public static Baseline of(Schema schema, Table reference, double[] scores, List<String> predicted, int bins) {
        if (scores.length != reference.rowCount() || predicted.size() != reference.rowCount()) {
            throw new IllegalArgumentException("baseline: expected a score and a class for each of the "
                    + reference.rowCount() + " rows but got " + scores.length + " scores and " + predicted.size()
                    + " classes");
        }
        Map<String, Binning> binnings = new LinkedHashMap<>();
        Map<String, double[]> samples = new LinkedHashMap<>();
        for (Feature feature : schema.features()) {
            if (feature.type() == FeatureType.NUMERIC) {
                NumericColumn column = reference.numeric(feature.name());
                binnings.put(feature.name(), numericBins(feature.name(), column.values(), bins));
                samples.put(feature.name(), sample(column.present()));
            } else {
                binnings.put(feature.name(), categoricalBins((CategoricalFeature) feature, reference));
            }
        }
        binnings.put(DatasetProfile.SCORE, numericBins(DatasetProfile.SCORE, scores, bins));
        samples.put(DatasetProfile.SCORE, sample(scores.clone()));
        binnings.put(
                DatasetProfile.CLASS,
                CategoricalBinning.of(
                        List.of(schema.label().positive(), schema.label().negative())));
        DatasetProfile profile = DatasetProfile.create(schema, binnings);
        for (int row = 0; row < reference.rowCount(); row++) {
            profile.accept(reference.row(schema, row), scores[row], predicted.get(row));
        }
        return new Baseline(profile, samples);
    }

    /**
     * Profiles every column of a table, without a model's score and class unless they are among the columns. Categories are
     * taken from the reference as described above. A numeric column without any value has one bin for all values.
     *
     * @param reference the rows to compare later ones with; at least one
     * @param bins equal-frequency bins a numeric column, 2 to 100
     * @return the baseline
     * @throws IllegalArgumentException if {@code bins} is out of range
     */
    public static Baseline of(Table reference, int bins) {
        Map<String, Binning> binnings = new LinkedHashMap<>();
        Map<String, double[]> samples = new LinkedHashMap<>();
        for (String name : reference.columnNames()) {
            if (reference.column(name) instanceof NumericColumn numeric) {
                double[] present = numeric.present();
                binnings.put(
                        name,
                        present.length == 0
                                ? NumericBinning.of(new double[0], new double[] {0})
                                : numericBins(name, present, bins));
                samples.put(name, sample(present));
            } else {
                binnings.put(name, categoricalBins(CategoricalFeature.of(name), reference));
            }
        }
        DatasetProfile profile = DatasetProfile.of(binnings);
        profile.accept(reference);
        return new Baseline(profile, samples);
    }

    /**
     * A baseline of rows that were counted one by one.
     *
     * @param profile the reference profile, copied
     * @param samples values of numeric columns by name, for tests on single values; present ones only, in any order; at
     *     most {@value #MAX_SAMPLE} of a column are kept
     * @return the baseline
     */
    public static Baseline of(DatasetProfile profile, Map<String, double[]> samples) {
        Map<String, double[]> kept = new LinkedHashMap<>();
        samples.forEach((name, values) -> kept.put(name, sample(values.clone())));
        return new Baseline(profile.copy(), kept);
    }

    private static NumericBinning numericBins(String name, double[] values, int bins) {
        try {
            return NumericBinning.equalFrequency(values, bins);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("baseline of '" + name + "': " + e.getMessage(), e);
        }
    }

    private static CategoricalBinning categoricalBins(CategoricalFeature feature, Table reference) {
        if (!feature.categories().isEmpty()) {
            return CategoricalBinning.of(feature.categories());
        }
        CategoricalColumn column = reference.categorical(feature.name());
        Map<String, Long> rows = new TreeMap<>();
        for (int row = 0; row < column.size(); row++) {
            String category = column.value(row);
            if (category != null) {
                rows.merge(category, 1L, Long::sum);
            }
        }
        boolean open = rows.values().stream().anyMatch(count -> count < RARE);
        double enough = open ? 2 * RARE + Math.sqrt(column.size()) : RARE;
        return CategoricalBinning.of(rows.entrySet().stream()
                .filter(entry -> entry.getValue() >= enough)
                .map(Map.Entry::getKey)
                .toList());
    }

    private static double[] sample(double[] values) {
        double[] kept = values;
        if (values.length > MAX_SAMPLE) {
            // every k-th row: the row order carries no value order, and the choice needs no random numbers
            kept = new double[MAX_SAMPLE];
            for (int i = 0; i < MAX_SAMPLE; i++) {
                kept[i] = values[(int) ((long) i * values.length / MAX_SAMPLE)];
            }
        }
        Arrays.sort(kept);
        return kept;
    }

    /**
     * {@return a hash of bins and counts, 12 hexadecimal digits: the same reference rows give the same id, in any order}
     */
    public String id() {
        return id;
    }

    /** {@return a copy of the reference profile} */
    public DatasetProfile profile() {
        return profile.copy();
    }

    /** {@return an empty profile over this baseline's bins} */
    public DatasetProfile emptyProfile() {
        return profile.emptyCopy();
    }

    /** {@return the number of reference rows} */
    public long rows() {
        return profile.rows();
    }

    /** {@return the names of the numeric features that have a sample, score included} */
    public List<String> sampled() {
        return new ArrayList<>(samples.keySet());
    }

    /**
     * The kept values of a numeric feature.
     *
     * @param feature a feature's name, or {@link DatasetProfile#SCORE}
     * @return a copy of the values in ascending order, missing ones left out; empty for a categorical feature
     */
    public double[] sample(String feature) {
        return samples.getOrDefault(feature, new double[0]).clone();
    }

    private String hash() {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            BaselineCodec.writeCounts(profile, new DataOutputStream(bytes));
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime has no SHA-256", e);
        }
    }
}
