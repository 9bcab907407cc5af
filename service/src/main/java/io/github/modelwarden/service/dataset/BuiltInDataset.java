package io.github.modelwarden.service.dataset;

import io.github.modelwarden.config.SchemaFile;
import io.github.modelwarden.core.data.Row;
import io.github.modelwarden.core.data.Schema;
import io.github.modelwarden.core.data.Table;
import io.github.modelwarden.retraining.training.TrainingSet;
import io.github.modelwarden.service.churn.ChurnGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The built-in churn data: customers of the unchanged world. */
public final class BuiltInDataset {

    private static final String SCHEMA = "/churn/schema.yaml";

    private BuiltInDataset() {}

    /** {@return the schema of the built-in churn model} */
    public static Schema schema() {
        try (InputStream in = BuiltInDataset.class.getResourceAsStream(SCHEMA)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + SCHEMA + "; build it anew");
            }
            return SchemaFile.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), SCHEMA)
                    .schema();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Generates reference customers.
     *
     * @param seed seed of the generator
     * @param rows how many
     * @return the data, without rows to replay
     */
    public static Dataset generate(long seed, int rows) {
        Schema schema = schema();
        ChurnGenerator generator = ChurnGenerator.create(seed);
        List<Row> reference = new ArrayList<>(rows);
        boolean[] positive = new boolean[rows];
        for (int i = 0; i < rows; i++) {
            ChurnGenerator.Example example = generator.next();
            reference.add(row(schema, example.features()));
            positive[i] = example.churned();
        }
        return new Dataset(TrainingSet.of(schema, Table.ofRows(schema, reference), positive), Optional.empty());
    }

    private static Row row(Schema schema, Map<String, @Nullable Object> features) {
        Row.Builder row = Row.builder(schema);
        features.forEach((name, value) -> {
            if (value instanceof Double number) {
                row.set(name, number);
            } else if (value instanceof String category) {
                row.set(name, category);
            }
        });
        return row.build();
    }
}
