package io.github.modelwarden.config;

import io.github.modelwarden.core.data.Schema;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a schema file says.
 *
 * @param schema the model's features and label
 * @param scoreColumn the column of a data file that holds the model's score, if any
 * @param ignored columns of a data file that are neither features nor label, such as a customer id
 * @param replay how a data file is replayed as traffic, if it says so
 */
public record SchemaDocument(
        Schema schema, Optional<String> scoreColumn, List<String> ignored, Optional<Replay> replay) {

    public SchemaDocument {
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(scoreColumn, "scoreColumn");
        Objects.requireNonNull(replay, "replay");
        ignored = List.copyOf(ignored);
        scoreColumn.ifPresent(score -> requireOwnRole(schema, score, "the score"));
        for (String column : ignored) {
            requireOwnRole(schema, column, "ignored");
            if (scoreColumn.isPresent() && scoreColumn.get().equals(column)) {
                throw new IllegalArgumentException("the column '" + column + "' is the score and ignored; keep one");
            }
        }
    }

    private static void requireOwnRole(Schema schema, String column, String role) {
        if (schema.indexOf(column) >= 0 || schema.label().name().equals(column)) {
            throw new IllegalArgumentException("the column '" + column + "' is "
                    + (schema.indexOf(column) >= 0 ? "a feature" : "the label") + " and " + role
                    + "; a column has one role, so remove it from one of the two");
        }
    }
}
