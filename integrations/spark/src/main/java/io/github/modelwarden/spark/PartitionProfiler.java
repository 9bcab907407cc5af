package io.github.modelwarden.spark;

import io.github.modelwarden.core.profile.DatasetProfile;
import io.github.modelwarden.core.profile.FeatureProfile;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;

/**
 * Turns one partition into one profile, as bytes, on the machine where the partition lies. The rows have a column a profiled
 * feature, in the order of the profile: doubles and strings.
 */
final class PartitionProfiler implements FlatMapFunction<Iterator<Row>, byte[]> {

    private static final long serialVersionUID = 1L;

    private final byte[] empty;

    PartitionProfiler(byte[] empty) {
        this.empty = empty.clone();
    }

    /** A value that cannot be profiled; its message is the sentence for the caller. */
    static final class UnfitValueException extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        UnfitValueException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The sentence about an unfit value, from below what Spark has wrapped around it. */
    static Optional<String> unfit(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 20; depth++) {
            if (cause instanceof UnfitValueException) {
                return Optional.ofNullable(cause.getMessage());
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    @Override
    public Iterator<byte[]> call(Iterator<Row> rows) {
        DatasetProfile profile = DatasetProfile.fromBytes(empty);
        while (rows.hasNext()) {
            accept(profile.features(), rows.next());
        }
        return List.of(profile.toBytes()).iterator();
    }

    private static void accept(List<FeatureProfile> features, Row row) {
        for (int i = 0; i < features.size(); i++) {
            FeatureProfile feature = features.get(i);
            switch (feature.binning().type()) {
                case NUMERIC -> accept(feature, row.isNullAt(i) ? Double.NaN : row.getDouble(i));
                case CATEGORICAL -> feature.accept(row.isNullAt(i) ? null : row.getString(i));
            }
        }
    }

    private static void accept(FeatureProfile feature, double value) {
        try {
            feature.accept(value);
        } catch (IllegalArgumentException e) {
            throw new UnfitValueException("spark profile: " + e.getMessage(), e);
        }
    }
}
