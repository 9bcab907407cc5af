package io.github.modelwarden.core.profile;

import io.github.modelwarden.core.data.CategoricalColumn;
import io.github.modelwarden.core.data.Column;
import io.github.modelwarden.core.data.NumericColumn;
import io.github.modelwarden.core.data.Schema;
import io.github.modelwarden.core.data.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a model's input and output looked like when it was trained: the profile that later traffic is compared with. A
 * baseline belongs to one model version and is switched together with it. Immutable by use: the profile is handed out as a
 * copy.
 */
public final class Baseline {

    /** Number of equal-frequency bins of a numeric feature. */
    public static final int DEFAULT_BINS = 10;

    private final DatasetProfile profile;
    private final Map<String, String> metadata;
    private final String id;

    Baseline(DatasetProfile profile, Map<String, String> metadata) {
        this.profile = profile;
        this.metadata = Collections.unmodifiableMap(new TreeMap<>(metadata));
        this.id = Fingerprint.of(profile);
    }

    /** {@return a builder that profiles every column of rows that come in blocks} */
    public static BaselineBuilder builder() {
        return BaselineBuilder.of(null);
    }

    /**
     * A builder that profiles the features of a schema, from rows that come in blocks.
     *
     * @param schema gives names, types, order and known categories; the rows may have the model's output in the columns
     *     {@link DatasetProfile#SCORE} and {@link DatasetProfile#CLASS}
     * @return the builder
     */
    public static BaselineBuilder builder(Schema schema) {
        return BaselineBuilder.of(schema);
    }

    /**
     * Profiles reference data.
     *
     * <p>Where the schema does not declare a feature's categories, they are taken from the reference. If one of them has
     * fewer than 5 rows there, more categories exist than the reference shows, and later rows of those would look like
     * drift of the bin {@code other}. Then only categories of at least 10 + √n of the n reference rows get a bin of their own,
     * and the rarer ones are counted as {@code other} then and now. Rows that do not fit into memory are profiled by a
     * {@link #builder(Schema)}.
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
        List<Column> columns = new ArrayList<>();
        schema.features().forEach(feature -> columns.add(reference.column(feature.name())));
        columns.add(NumericColumn.of(DatasetProfile.SCORE, scores));
        columns.add(CategoricalColumn.of(DatasetProfile.CLASS, predicted));
        return of(builder(schema).withBins(bins), Table.of(columns));
    }

    /**
     * Profiles every column of a table, without a model's score and class unless they are among the columns. Up to
     * {@value BaselineBuilder#DEFAULT_CATEGORIES} categories of a column have a bin of their own, however rare. A numeric
     * column without any value has one bin for all values.
     *
     * @param reference the rows to compare later ones with; at least one
     * @param bins equal-frequency bins a numeric column, 2 to 100
     * @return the baseline
     * @throws IllegalArgumentException if {@code bins} is out of range
     */
    public static Baseline of(Table reference, int bins) {
        return of(builder().withBins(bins), reference);
    }

    private static Baseline of(BaselineBuilder builder, Table reference) {
        do {
            builder.accept(reference);
        } while (!builder.endOfPass());
        return builder.build();
    }

    /**
     * A baseline of rows that were counted one by one.
     *
     * @param profile the reference profile, copied
     * @return the baseline
     */
    public static Baseline of(DatasetProfile profile) {
        return new Baseline(profile.copy(), Map.of());
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

    /** {@return where the baseline comes from, such as source and model, by name; unmodifiable} */
    public Map<String, String> metadata() {
        return metadata;
    }

    /**
     * The same baseline with other notes on where it comes from. They are stored with it and do not change its id.
     *
     * @param metadata texts by name, copied
     * @return the baseline
     */
    public Baseline withMetadata(Map<String, String> metadata) {
        return new Baseline(profile, metadata);
    }
}
