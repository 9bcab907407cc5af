package io.github.modelwarden.spark;

import io.github.modelwarden.core.data.Feature;
import io.github.modelwarden.core.data.FeatureType;
import io.github.modelwarden.core.data.Schema;
import io.github.modelwarden.core.profile.Baseline;
import io.github.modelwarden.core.profile.DatasetProfile;
import io.github.modelwarden.core.profile.FeatureProfile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.jspecify.annotations.Nullable;

/**
 * Profiles a Spark table over the bins of a baseline, in one pass. Every partition becomes a partial profile, a few
 * kilobytes, and those are combined in a tree; by the merge laws of {@link DatasetProfile} the result is the profile of the
 * whole table: counts exactly, moments up to rounding, whatever the partitions.
 *
 * <p>Columns are found by name, in any order and among any others; only those of the schema are read. A numeric feature needs a
 * column of any numeric type, a categorical feature one of text. Null is a missing value, and so is NaN.
 */
public final class SparkProfiler {

    private SparkProfiler() {}

    /**
     * Profiles the features of a table; score and class are counted as missing.
     *
     * @param data the table
     * @param schema the model's schema
     * @param baseline gives the bins; made from the same schema
     * @return the profile
     * @throws IllegalArgumentException if a column is missing, doubled or of the wrong type, a number is infinite, or the
     *     baseline has other features than the schema
     */
    public static DatasetProfile profile(Dataset<Row> data, Schema schema, Baseline baseline) {
        return profile(data, schema, baseline, OutputColumns.none());
    }

    /**
     * Profiles the features of a table and the model's output.
     *
     * @param data the table
     * @param schema the model's schema
     * @param baseline gives the bins; made from the same schema
     * @param output the columns of score and predicted class
     * @return the profile
     * @throws IllegalArgumentException if a column is missing, doubled or of the wrong type, a number is infinite, or the
     *     baseline has other features than the schema
     */
    public static DatasetProfile profile(Dataset<Row> data, Schema schema, Baseline baseline, OutputColumns output) {
        DatasetProfile empty = baseline.emptyProfile();
        requireSameFeatures(schema, empty);
        List<Column> columns = new ArrayList<>();
        for (Feature feature : schema.features()) {
            columns.add(column(data, feature.name(), feature.type()).as(feature.name()));
        }
        columns.add(output(data, output.score(), FeatureType.NUMERIC).as(DatasetProfile.SCORE));
        columns.add(output(data, output.predicted(), FeatureType.CATEGORICAL).as(DatasetProfile.CLASS));
        JavaRDD<byte[]> partials = data.select(columns.toArray(Column[]::new))
                .javaRDD()
                .mapPartitions(new PartitionProfiler(empty.toBytes()));
        try {
            return DatasetProfile.fromBytes(
                    partials.treeAggregate(empty.toBytes(), SparkProfiler::combine, SparkProfiler::combine));
        } catch (Exception e) {
            // Spark throws checked exceptions that its methods do not declare
            Optional<String> sentence = PartitionProfiler.unfit(e);
            if (sentence.isPresent()) {
                throw new IllegalArgumentException(sentence.get(), e);
            }
            throw e;
        }
    }

    private static byte[] combine(byte[] a, byte[] b) {
        return DatasetProfile.fromBytes(a).combine(DatasetProfile.fromBytes(b)).toBytes();
    }

    private static void requireSameFeatures(Schema schema, DatasetProfile profile) {
        List<String> wanted = schema.features().stream()
                .map(feature -> feature.name() + " " + feature.type().word())
                .toList();
        List<FeatureProfile> profiles = profile.features();
        List<String> got = profiles.subList(0, profiles.size() - 2).stream()
                .map(feature ->
                        feature.feature() + " " + feature.binning().type().word())
                .toList();
        if (!got.equals(wanted)) {
            throw new IllegalArgumentException("spark profile: expected a baseline of the features " + wanted
                    + " but got one of " + got + "; use the schema the baseline was built with");
        }
    }

    private static Column output(Dataset<Row> data, @Nullable String name, FeatureType type) {
        return name == null
                ? functions.lit(null).cast(type == FeatureType.NUMERIC ? DataTypes.DoubleType : DataTypes.StringType)
                : column(data, name, type);
    }

    private static Column column(Dataset<Row> data, String name, FeatureType type) {
        List<StructField> found = Arrays.stream(data.schema().fields())
                .filter(field -> field.name().equalsIgnoreCase(name))
                .toList();
        if (found.stream().noneMatch(field -> field.name().equals(name))) {
            throw new IllegalArgumentException("spark profile: expected a column '" + name + "' but the columns are "
                    + List.of(data.columns()) + "; rename or add it");
        }
        if (found.size() > 1) {
            throw new IllegalArgumentException("spark profile: expected one column '" + name + "' but got "
                    + found.stream().map(StructField::name).toList() + ", which Spark cannot tell apart; rename one");
        }
        boolean numeric = type == FeatureType.NUMERIC;
        var got = found.get(0).dataType();
        if (numeric ? !(got instanceof NumericType) : !(got instanceof StringType)) {
            throw new IllegalArgumentException("spark profile: expected column '" + name + "' to be "
                    + (numeric ? "a number" : "text") + " but its type is " + got.simpleString()
                    + "; cast it to " + (numeric ? "double" : "string") + " before");
        }
        Column column = functions.col("`" + name.replace("`", "``") + "`");
        return numeric ? column.cast(DataTypes.DoubleType) : column;
    }
}
