package io.github.modelwarden.service.prediction;

import io.github.modelwarden.core.data.Feature;
import io.github.modelwarden.core.data.FeatureType;
import io.github.modelwarden.core.data.NumericFeature;
import io.github.modelwarden.core.data.Row;
import io.github.modelwarden.core.data.Schema;
import io.github.modelwarden.service.web.FieldProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Checks one instance against the schema and reports every bad field, not only the first. */
@Component
final class InstanceReader {

    private static final int MAX_CATEGORY_LENGTH = 1_000;
    private static final Set<String> MEMBERS = Set.of("features", "id");

    private final Schema schema;

    InstanceReader(Schema schema) {
        this.schema = schema;
    }

    PredictRequest read(JsonNode instance) {
        List<FieldProblem> errors = new ArrayList<>();
        if (!instance.isObject()) {
            errors.add(new FieldProblem("", "expected an object {\"features\": {…}} but got " + kind(instance)));
            return new PredictRequest(Optional.empty(), Row.builder(schema).build(), errors);
        }
        FieldProblem.unknown(
                instance.propertyNames(),
                MEMBERS::contains,
                key -> new FieldProblem(key, "unknown field; an instance has \"features\" and, optionally, \"id\""),
                errors);
        Optional<String> id = id(instance.path("id"), errors);
        Row row = row(instance.path("features"), errors);
        return new PredictRequest(id, row, errors);
    }

    private static Optional<String> id(JsonNode id, List<FieldProblem> errors) {
        if (id.isMissingNode() || id.isNull()) {
            return Optional.empty();
        }
        if (!id.isString() || !PredictionIds.valid(id.stringValue())) {
            errors.add(new FieldProblem("id", "expected " + PredictionIds.EXPECTED + " but got " + kind(id)));
            return Optional.empty();
        }
        return Optional.of(id.stringValue());
    }

    private Row row(JsonNode features, List<FieldProblem> errors) {
        Row.Builder row = Row.builder(schema);
        if (!features.isObject()) {
            errors.add(new FieldProblem("features", "expected an object of feature values but got " + kind(features)));
            return row.build();
        }
        FieldProblem.unknown(
                features.propertyNames(),
                name -> schema.indexOf(name) >= 0,
                name -> new FieldProblem(
                        "features." + name,
                        "the model has no such feature; it has "
                                + schema.features().stream().map(Feature::name).toList()),
                errors);
        for (Feature feature : schema.features()) {
            JsonNode value = features.path(feature.name());
            if (value.isMissingNode() || value.isNull()) {
                if (feature.required()) {
                    errors.add(new FieldProblem("features." + feature.name(), "required, but it is missing"));
                }
            } else if (feature.type() == FeatureType.NUMERIC) {
                number((NumericFeature) feature, value, row, errors);
            } else {
                category(feature, value, row, errors);
            }
        }
        return row.build();
    }

    private static void number(NumericFeature feature, JsonNode value, Row.Builder row, List<FieldProblem> errors) {
        String field = "features." + feature.name();
        if (!value.isNumber()) {
            errors.add(new FieldProblem(field, "expected a number but got " + kind(value)));
            return;
        }
        // an integer beyond the range of a double counts as infinite
        double number = value.doubleValue(Double.POSITIVE_INFINITY);
        if (!feature.accepts(number)) {
            String got = feature.sensitive() ? "a value outside" : "" + value;
            errors.add(new FieldProblem(
                    field,
                    "expected a finite number from " + feature.min() + " to " + feature.max() + " but got " + got));
            return;
        }
        row.set(feature.name(), number);
    }

    private static void category(Feature feature, JsonNode value, Row.Builder row, List<FieldProblem> errors) {
        if (!value.isString() || value.stringValue().length() > MAX_CATEGORY_LENGTH) {
            errors.add(new FieldProblem(
                    "features." + feature.name(),
                    "expected a text of at most " + MAX_CATEGORY_LENGTH + " characters but got " + kind(value)));
            return;
        }
        // a category the schema does not list is no error: it is counted as "other", which is what drift looks like
        row.set(feature.name(), value.stringValue());
    }

    private static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case MISSING -> "nothing";
            case NULL -> "null";
            case NUMBER -> "a number";
            case STRING -> "a text of " + node.stringValue().length() + " characters";
            case BOOLEAN -> "true or false";
            case ARRAY -> "an array";
            case OBJECT -> "an object";
            default -> "something else";
        };
    }
}
