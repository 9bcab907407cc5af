package io.github.modelwarden.service.openapi;

import io.github.modelwarden.core.data.CategoricalFeature;
import io.github.modelwarden.core.data.Feature;
import io.github.modelwarden.core.data.Label;
import io.github.modelwarden.core.data.NumericFeature;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.DateTimeSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.NumberSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON that {@code /predict} and {@code /feedback} take and answer, from the model's schema. */
final class ApiSchemas {

    private static final int MAX_BATCH = 1_000;
    private static final int MAX_FEEDBACK = 10_000;

    private final io.github.modelwarden.core.data.Schema model;

    ApiSchemas(io.github.modelwarden.core.data.Schema model) {
        this.model = model;
    }

    static Schema<?> ref(String name) {
        return new Schema<>().$ref("#/components/schemas/" + name);
    }

    void addTo(Components components) {
        components
                .addSchemas("Features", features())
                .addSchemas("Instance", instance())
                .addSchemas(
                        "Batch",
                        new ObjectSchema()
                                .required(List.of("instances"))
                                .addProperty("instances", list("Instance", MAX_BATCH)))
                .addSchemas("PredictRequest", oneOf(ref("Instance"), ref("Batch")))
                .addSchemas("Prediction", prediction())
                .addSchemas(
                        "BatchAnswer",
                        new ObjectSchema()
                                .addProperty("predictions", list("Prediction", MAX_BATCH))
                                .addProperty("rejected", list("Rejected", MAX_BATCH)))
                .addSchemas("PredictAnswer", oneOf(ref("Prediction"), ref("BatchAnswer")))
                .addSchemas("Truth", truth())
                .addSchemas("FeedbackRequest", oneOf(ref("Truth"), list("Truth", MAX_FEEDBACK)))
                .addSchemas("FeedbackAnswer", receipt())
                .addSchemas(
                        "Rejected",
                        new ObjectSchema()
                                .addProperty("index", new IntegerSchema())
                                .addProperty("errors", list("FieldProblem", MAX_BATCH)))
                .addSchemas(
                        "FieldProblem",
                        new ObjectSchema()
                                .addProperty("field", new StringSchema())
                                .addProperty("detail", new StringSchema()))
                .addSchemas("Problem", problem());
    }

    private static Schema<?> oneOf(Schema<?> first, Schema<?> second) {
        return new Schema<>().oneOf(List.of(first, second));
    }

    private static Schema<?> list(String item, int max) {
        return new ArraySchema().items(ref(item)).maxItems(max);
    }

    private Schema<?> features() {
        Schema<?> features = new ObjectSchema().additionalProperties(false);
        for (Feature feature : model.features()) {
            features.addProperty(feature.name(), feature(feature));
        }
        return features.required(model.features().stream()
                .filter(Feature::required)
                .map(Feature::name)
                .toList());
    }

    private static Schema<?> feature(Feature feature) {
        if (feature instanceof NumericFeature numeric) {
            Schema<?> number = new NumberSchema();
            number.setMinimum(bound(numeric.min()));
            number.setMaximum(bound(numeric.max()));
            return number.nullable(!feature.required());
        }
        String known = feature instanceof CategoricalFeature categorical ? " Known: " + categorical.categories() : "";
        return new StringSchema()
                .maxLength(1_000)
                .description("An unknown category is accepted and counted as other." + known)
                .nullable(!feature.required());
    }

    private static @Nullable BigDecimal bound(double value) {
        return Double.isFinite(value) ? BigDecimal.valueOf(value) : null;
    }

    private static Schema<?> instance() {
        return new ObjectSchema()
                .required(List.of("features"))
                .additionalProperties(false)
                .addProperty("features", ref("Features"))
                .addProperty(
                        "id",
                        new StringSchema()
                                .pattern("^[A-Za-z0-9._:\\-]{1,64}$")
                                .description("The same id and features get the same answer again."));
    }

    private Schema<?> prediction() {
        return new ObjectSchema()
                .required(List.of("prediction_id", "model", "version", "label", "score", "latency_ms"))
                .addProperty("prediction_id", new StringSchema())
                .addProperty("model", new StringSchema())
                .addProperty("version", new StringSchema())
                .addProperty("label", label())
                .addProperty(
                        "score", new NumberSchema().minimum(BigDecimal.ZERO).maximum(BigDecimal.ONE))
                .addProperty("latency_ms", new NumberSchema())
                .addProperty("index", new IntegerSchema().description("position in the batch, in batches only"));
    }

    private Schema<?> label() {
        Label label = model.label();
        return new StringSchema()._enum(List.of(label.positive(), label.negative()));
    }

    private Schema<?> truth() {
        return new ObjectSchema()
                .required(List.of("prediction_id", "actual"))
                .additionalProperties(false)
                .addProperty("prediction_id", new StringSchema())
                .addProperty("actual", label())
                .addProperty("observed_at", new DateTimeSchema().nullable(true));
    }

    private static Schema<?> receipt() {
        Schema<?> ids = new ArraySchema().items(new StringSchema());
        return new ObjectSchema()
                .required(List.of("accepted", "duplicates", "conflicts", "unknown", "rejected"))
                .addProperty("accepted", new IntegerSchema())
                .addProperty("duplicates", ids)
                .addProperty("conflicts", ids)
                .addProperty("unknown", ids)
                .addProperty("rejected", list("Rejected", MAX_FEEDBACK));
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .required(List.of("title", "status", "detail"))
                .description("A problem (RFC 9457).")
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema())
                .addProperty("errors", list("FieldProblem", MAX_BATCH));
    }
}
