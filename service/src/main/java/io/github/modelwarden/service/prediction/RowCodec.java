package io.github.modelwarden.service.prediction;

import io.github.modelwarden.core.data.Feature;
import io.github.modelwarden.core.data.FeatureType;
import io.github.modelwarden.core.data.Row;
import io.github.modelwarden.core.data.Schema;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The features of a prediction as JSON in the log. */
@Component
final class RowCodec {

    private final Schema schema;
    private final JsonMapper mapper;

    RowCodec(Schema schema, JsonMapper mapper) {
        this.schema = schema;
        this.mapper = mapper;
    }

    String write(Row row) {
        return mapper.writeValueAsString(row.asMap());
    }

    /** Reads leniently: a log can hold rows of an earlier schema, whose other features are passed over. */
    Row read(String json) {
        JsonNode node = mapper.readTree(json);
        Row.Builder row = Row.builder(schema);
        for (Feature feature : schema.features()) {
            JsonNode value = node.path(feature.name());
            if (feature.type() == FeatureType.NUMERIC && value.isNumber()) {
                row.set(feature.name(), value.doubleValue());
            } else if (feature.type() == FeatureType.CATEGORICAL && value.isString()) {
                row.set(feature.name(), value.stringValue());
            }
        }
        return row.build();
    }
}
