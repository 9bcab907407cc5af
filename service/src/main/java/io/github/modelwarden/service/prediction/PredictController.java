package io.github.modelwarden.service.prediction;

import io.github.modelwarden.core.data.Schema;
import io.github.modelwarden.service.web.FieldProblem;
import io.github.modelwarden.service.web.Invalid;
import io.github.modelwarden.service.web.RequestBody;
import io.github.modelwarden.service.web.RequestStart;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** {@code POST /predict}: one instance, or a batch under {@code instances}. */
@RestController
final class PredictController {

    private static final int MAX_BATCH = 1_000;

    private final RequestBody body;
    private final InstanceReader reader;
    private final PredictionService service;
    private final PredictionLogger logger;
    private final String model;

    PredictController(
            RequestBody body,
            InstanceReader reader,
            PredictionService service,
            PredictionLogger logger,
            Schema schema) {
        this.body = body;
        this.reader = reader;
        this.service = service;
        this.logger = logger;
        this.model = schema.model();
    }

    @PostMapping(
            path = "/predict",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
    Map<String, Object> predict(HttpServletRequest request) throws IOException {
        RequestStart start = RequestStart.of(request);
        try {
            JsonNode json = body.read(request);
            return json.has("instances") ? batch(json, start) : single(json, start);
        } catch (Invalid e) {
            logger.rejected(e, start.traceId());
            throw e;
        }
    }

    private Map<String, Object> single(JsonNode json, RequestStart start) {
        PredictRequest instance = reader.read(json);
        if (!instance.valid()) {
            throw invalid(instance.errors());
        }
        return answer(predict(List.of(instance), start).get(0), start);
    }

    /** The good instances of a batch are answered also when others are wrong; those are listed under rejected. */
    private Map<String, Object> batch(JsonNode json, RequestStart start) {
        JsonNode instances = json.path("instances");
        if (!instances.isArray() || instances.isEmpty() || instances.size() > MAX_BATCH || json.size() > 1) {
            throw invalid(List.of(new FieldProblem(
                    "instances",
                    "expected an array of 1 to " + MAX_BATCH + " instances and nothing beside it, but got "
                            + (instances.isArray() ? instances.size() + " instances and " : "no array and ")
                            + (json.size() - 1) + " other fields; split a larger batch")));
        }
        List<PredictRequest> good = new ArrayList<>();
        List<Integer> goodIndex = new ArrayList<>();
        List<Map<String, Object>> rejected = new ArrayList<>();
        List<FieldProblem> errors = new ArrayList<>();
        for (int i = 0; i < instances.size(); i++) {
            PredictRequest instance = reader.read(instances.get(i));
            if (instance.valid()) {
                good.add(instance);
                goodIndex.add(i);
            } else {
                rejected.add(Map.of("index", i, "errors", instance.errors()));
                for (FieldProblem error : instance.errors()) {
                    errors.add(new FieldProblem("instances[" + i + "]." + error.field(), error.detail()));
                }
            }
        }
        if (good.isEmpty()) {
            throw invalid(errors);
        }
        if (!errors.isEmpty()) {
            logger.rejected(invalid(errors), start.traceId());
        }
        List<Map<String, Object>> predictions = new ArrayList<>();
        List<Prediction> answers = predict(good, start);
        for (int i = 0; i < answers.size(); i++) {
            Map<String, Object> answer = answer(answers.get(i), start);
            answer.put("index", goodIndex.get(i));
            predictions.add(answer);
        }
        return Map.of("predictions", predictions, "rejected", rejected);
    }

    private List<Prediction> predict(List<PredictRequest> instances, RequestStart start) {
        List<Prediction> predictions = service.predict(instances, start.nanos(), start.traceId());
        predictions.forEach(logger::answered);
        return predictions;
    }

    private Map<String, Object> answer(Prediction prediction, RequestStart start) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("prediction_id", prediction.id());
        answer.put("model", model);
        answer.put("version", prediction.version());
        answer.put("label", prediction.label());
        answer.put("score", prediction.score());
        answer.put("latency_ms", start.elapsedMillis());
        return answer;
    }

    private static Invalid invalid(List<FieldProblem> errors) {
        return new Invalid(
                400,
                "Invalid request",
                errors.size() == 1 ? "one field is wrong; see errors" : errors.size() + " fields are wrong; see errors",
                errors);
    }
}
