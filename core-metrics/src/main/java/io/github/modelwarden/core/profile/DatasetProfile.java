package io.github.modelwarden.core.profile;

import io.github.modelwarden.core.binning.Binning;
import io.github.modelwarden.core.data.NumericColumn;
import io.github.modelwarden.core.data.Row;
import io.github.modelwarden.core.data.Schema;
import io.github.modelwarden.core.data.Table;
import io.github.modelwarden.core.rendering.NameList;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The mergeable profile of a model's traffic: every feature, then the model's own output as {@code _score} and
 * {@code _class}. Follows the merge laws of {@link FeatureProfile}. Not thread-safe.
 */
public final class DatasetProfile {

    /** Name under which the model's score is profiled. */
    public static final String SCORE = "_score";

    /** Name under which the predicted class is profiled. */
    public static final String CLASS = "_class";

    private final Map<String, FeatureProfile> profiles;
    private final List<FeatureProfile> inSchemaOrder;
    private @Nullable Schema checked;

    DatasetProfile(List<FeatureProfile> profiles) {
        this.inSchemaOrder = List.copyOf(profiles);
        this.profiles = new LinkedHashMap<>();
        for (FeatureProfile profile : profiles) {
            if (this.profiles.put(profile.feature(), profile) != null) {
                throw new IllegalArgumentException("profile: the feature '" + profile.feature() + "' is there twice");
            }
        }
    }

    /**
     * An empty profile.
     *
     * @param schema the features in order
     * @param binnings the bins of every feature and of {@link #SCORE} and {@link #CLASS}, by name
     * @return the profile
     * @throws IllegalArgumentException if the bins of a feature are missing
     */
    public static DatasetProfile create(Schema schema, Map<String, Binning> binnings) {
        List<String> names = new ArrayList<>();
        schema.features().forEach(feature -> names.add(feature.name()));
        names.add(SCORE);
        names.add(CLASS);
        List<FeatureProfile> empty = new ArrayList<>();
        for (String name : names) {
            Binning binning = binnings.get(name);
            if (binning == null) {
                throw new IllegalArgumentException("profile: expected bins for '" + name + "' but got bins for "
                        + binnings.keySet() + "; build the baseline from the same schema");
            }
            int index = schema.indexOf(name);
            FeatureProfile profile = FeatureProfile.create(name, binning);
            boolean sensitive = index >= 0 && schema.features().get(index).sensitive();
            empty.add(sensitive ? profile.withoutNames() : profile);
        }
        return new DatasetProfile(empty);
    }

    /**
     * An empty profile of any columns, without a model's score and class unless they are among them.
     *
     * @param binnings the bins of each column by its name, in the order wanted; at least one
     * @return the profile
     * @throws IllegalArgumentException if there is no column
     */
    public static DatasetProfile of(Map<String, Binning> binnings) {
        if (binnings.isEmpty()) {
            throw new IllegalArgumentException("profile: expected at least one column but got none");
        }
        List<FeatureProfile> empty = new ArrayList<>();
        binnings.forEach((name, binning) -> empty.add(FeatureProfile.create(name, binning)));
        return new DatasetProfile(empty);
    }

    /**
     * Reads a profile that {@link #toBytes} has written, here or on another machine.
     *
     * @param bytes the byte form, not changed
     * @return the profile
     * @throws IllegalArgumentException if it is something else, is cut, continued or damaged, or was written by a newer
     *     version
     */
    public static DatasetProfile fromBytes(byte[] bytes) {
        ByteArrayInputStream in = new ByteArrayInputStream(bytes);
        try {
            DatasetProfile profile = BaselineCodec.readProfile(in, "profile");
            if (in.available() > 0) {
                throw new IllegalArgumentException("profile: expected " + (bytes.length - in.available())
                        + " bytes but got " + bytes.length + "; hand over one profile at a time");
            }
            return profile;
        } catch (IOException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /**
     * Writes this profile for {@link #fromBytes}: bins, counts and moments under a header with a version, and a checksum.
     * Every later version of Modelwarden reads it. Equal profiles have equal bytes.
     *
     * @return the byte form, of a size that does not depend on the number of rows
     */
    public byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            BaselineCodec.write(this, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** {@return an empty profile over the same bins that keeps as many values} */
    public DatasetProfile emptyCopy() {
        return new DatasetProfile(
                inSchemaOrder.stream().map(FeatureProfile::emptyCopy).toList());
    }

    /**
     * This profile with the single values of numeric features kept, so that statistics are exact while data is small. They
     * are not part of the byte form.
     *
     * @param limit the most values of a feature that are kept, at least 0: with more, none are
     * @return an empty profile over the same bins
     * @throws IllegalStateException if this profile is not empty any more
     * @throws IllegalArgumentException if the limit is negative
     */
    public DatasetProfile keepingValues(long limit) {
        return new DatasetProfile(inSchemaOrder.stream()
                .map(profile -> profile.keepingValues(limit))
                .toList());
    }

    /** {@return a copy that no longer follows this profile} */
    public DatasetProfile copy() {
        return new DatasetProfile(
                inSchemaOrder.stream().map(FeatureProfile::copy).toList());
    }

    /**
     * Counts one prediction, and adds its score to the sums of the bins that its features fall into.
     *
     * @param row the features, of the schema this profile was created with
     * @param score the model's score, finite; NaN counts as missing
     * @param predicted the predicted class; null counts as missing
     * @throws IllegalArgumentException if the row follows a schema with other features, or the score is infinite;
     *     nothing is counted then
     */
    public void accept(Row row, double score, @Nullable String predicted) {
        if (checked == null || !row.schema().equals(checked)) {
            requireSameFeatures(row.schema());
            checked = row.schema();
        }
        int features = row.schema().size();
        inSchemaOrder.get(features).accept(score);
        for (int i = 0; i < features; i++) {
            FeatureProfile profile = inSchemaOrder.get(i);
            switch (profile.binning().type()) {
                case NUMERIC -> profile.accept(row.number(i), score);
                case CATEGORICAL -> profile.accept(row.category(i), score);
            }
        }
        inSchemaOrder.get(features + 1).accept(predicted);
    }

    /**
     * Counts all rows of a table, column by column. If this profile and the table both have a numeric {@link #SCORE}, it is
     * added to the sums of the bins that the other columns fall into.
     *
     * @param table a table with a column for every profile, found by name; other columns are passed over
     * @throws IllegalArgumentException if a column is missing or of the other type; nothing is counted then
     */
    public void accept(Table table) {
        for (FeatureProfile profile : inSchemaOrder) {
            switch (profile.binning().type()) {
                case NUMERIC -> table.numeric(profile.feature());
                case CATEGORICAL -> table.categorical(profile.feature());
            }
        }
        NumericColumn scores =
                profiles.containsKey(SCORE) && table.column(SCORE) instanceof NumericColumn numeric ? numeric : null;
        for (FeatureProfile profile : inSchemaOrder) {
            boolean output =
                    profile.feature().equals(SCORE) || profile.feature().equals(CLASS);
            profile.accept(table.column(profile.feature()), output ? null : scores);
        }
    }

    private void requireSameFeatures(Schema schema) {
        List<String> got = schema.features().stream()
                .map(feature -> feature.name() + " " + feature.type().word())
                .toList();
        List<String> expected = inSchemaOrder.subList(0, inSchemaOrder.size() - 2).stream()
                .map(profile ->
                        profile.feature() + " " + profile.binning().type().word())
                .toList();
        if (!got.equals(expected)) {
            throw new IllegalArgumentException("profile: expected a row of the features " + expected
                    + " but got one of " + got + "; use the schema the baseline was built with");
        }
    }

    /**
     * Adds all that another profile has seen.
     *
     * @param other a profile over the same bins, not changed
     * @return this
     * @throws IllegalArgumentException if features or bins differ; nothing is added then
     */
    public DatasetProfile combine(DatasetProfile other) {
        if (!profiles.keySet().equals(other.profiles.keySet())) {
            throw new IllegalArgumentException("cannot combine profiles of " + profiles.keySet() + " and "
                    + other.profiles.keySet() + ": they follow different schemas");
        }
        inSchemaOrder.forEach(profile -> profile.requireCombinable(other.feature(profile.feature())));
        inSchemaOrder.forEach(profile -> profile.combine(other.feature(profile.feature())));
        return this;
    }

    /**
     * Finds a feature's profile.
     *
     * @param name a feature's name, {@link #SCORE} or {@link #CLASS}
     * @return its profile, live
     * @throws IllegalArgumentException if there is none
     */
    public FeatureProfile feature(String name) {
        FeatureProfile profile = profiles.get(name);
        if (profile == null) {
            throw new IllegalArgumentException(
                    "profile: expected one of " + NameList.of(profiles.keySet()) + " but got '" + name + "'");
        }
        return profile;
    }

    /** {@return all profiles: features in schema order, then score and class} */
    public List<FeatureProfile> features() {
        return inSchemaOrder;
    }

    /** {@return the number of predictions counted} */
    public long rows() {
        return inSchemaOrder.get(0).total();
    }
}
