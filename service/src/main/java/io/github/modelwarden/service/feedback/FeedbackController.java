package io.github.modelwarden.service.feedback;

import io.github.modelwarden.core.data.Label;
import io.github.modelwarden.core.data.Schema;
import io.github.modelwarden.service.prediction.PredictionIds;
import io.github.modelwarden.service.web.FieldProblem;
import io.github.modelwarden.service.web.Invalid;
import io.github.modelwarden.service.web.RequestBody;
import io.github.modelwarden.service.web.RequestStart;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** {@code POST /feedback}: ground truth for one prediction, or an array of them. */
@RestController
final class FeedbackController {

    private static final Logger LOG = LoggerFactory.getLogger("modelwarden.feedback");
    private static final int MAX_ITEMS = 10_000;
    private static final int MIN_YEAR = 1900;
    private static final int MAX_YEAR = 9998;
    private static final List<String> KEYS = List.of("prediction_id", "actual", "observed_at");

    private final RequestBody body;
    private final FeedbackService service;
    private final Schema schema;

    FeedbackController(RequestBody body, FeedbackService service, Schema schema) {
        this.body = body;
        this.service = service;
        this.schema = schema;
    }

    @PostMapping(
            path = "/feedback",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, Object> feedback(HttpServletRequest request) throws IOException {
        JsonNode json = body.read(request);
        List<JsonNode> nodes = json.isArray() ? List.copyOf(json.values()) : List.of(json);
        if (nodes.isEmpty() || nodes.size() > MAX_ITEMS) {
            throw new Invalid(
                    400, "Invalid request", "expected 1 to " + MAX_ITEMS + " items but got " + nodes.size(), List.of());
        }
        List<FeedbackItem> items = new ArrayList<>();
        List<Map<String, Object>> rejected = new ArrayList<>();
        List<FieldProblem> errors = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            List<FieldProblem> problems = new ArrayList<>();
            item(nodes.get(i), problems).ifPresent(items::add);
            if (!problems.isEmpty()) {
                rejected.add(Map.of("index", i, "errors", problems));
                errors.addAll(problems);
            }
        }
        if (items.isEmpty()) {
            throw new Invalid(400, "Invalid request", "no item can be used; see errors", errors);
        }
        return answer(service.store(items), rejected, request);
    }

    private Map<String, Object> answer(
            FeedbackService.Receipt receipt, List<Map<String, Object>> rejected, HttpServletRequest request) {
        LOG.atInfo()
                .addKeyValue("event", "feedback")
                .addKeyValue("model", schema.model())
                .addKeyValue("accepted", receipt.accepted())
                .addKeyValue("duplicates", receipt.duplicates().size())
                .addKeyValue("conflicts", receipt.conflicts().size())
                .addKeyValue("unknown", receipt.unknown().size())
                .addKeyValue("rejected", rejected.size())
                .addKeyValue("trace_id", RequestStart.of(request).traceId())
                .log("feedback received");
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("accepted", receipt.accepted());
        answer.put("duplicates", receipt.duplicates());
        answer.put("conflicts", receipt.conflicts());
        answer.put("unknown", receipt.unknown());
        answer.put("rejected", rejected);
        return answer;
    }

    private Optional<FeedbackItem> item(JsonNode node, List<FieldProblem> problems) {
        if (!node.isObject()) {
            problems.add(new FieldProblem("", "expected an object with prediction_id and actual"));
            return Optional.empty();
        }
        FieldProblem.unknown(
                node.propertyNames(),
                KEYS::contains,
                key -> new FieldProblem(key, "unknown field; expected one of " + KEYS),
                problems);
        JsonNode id = node.path("prediction_id");
        if (!id.isString() || !PredictionIds.valid(id.stringValue())) {
            problems.add(new FieldProblem(
                    "prediction_id", "expected the id that /predict answered with: " + PredictionIds.EXPECTED));
        }
        Label label = schema.label();
        JsonNode actual = node.path("actual");
        if (!actual.isString() || !label.knows(actual.stringValue())) {
            problems.add(
                    new FieldProblem("actual", "expected '" + label.positive() + "' or '" + label.negative() + "'"));
        }
        Optional<Instant> observedAt = observedAt(node.path("observed_at"), problems);
        return problems.isEmpty()
                ? Optional.of(new FeedbackItem(id.stringValue(), actual.stringValue(), observedAt))
                : Optional.empty();
    }

    private static Optional<Instant> observedAt(JsonNode node, List<FieldProblem> problems) {
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        try {
            if (node.isString()) {
                OffsetDateTime time = OffsetDateTime.parse(node.stringValue());
                // databases end their calendars at different times
                if (time.getYear() >= MIN_YEAR && time.getYear() <= MAX_YEAR) {
                    return Optional.of(time.toInstant());
                }
            }
        } catch (DateTimeException e) {
            // reported below, together with values that are no text at all
        }
        problems.add(new FieldProblem("observed_at", "expected a time of this era such as 2026-01-31T12:00:00Z"));
        return Optional.empty();
    }
}
