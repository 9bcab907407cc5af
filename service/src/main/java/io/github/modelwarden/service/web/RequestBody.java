package io.github.modelwarden.service.web;

import io.github.modelwarden.core.data.Feature;
import io.github.modelwarden.core.data.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a request's JSON strictly: no repeated keys, nothing after the value, no NaN. */
@Component
public final class RequestBody {

    private final boolean quotable;

    private final JsonMapper mapper = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    RequestBody(Schema schema) {
        // the parser's reason quotes the text around the mistake, which can be the value of a sensitive feature
        this.quotable = schema.features().stream().noneMatch(Feature::sensitive);
    }

    /**
     * Reads the body.
     *
     * @param request the request
     * @return the JSON value
     * @throws IOException if the connection fails
     * @throws Invalid with status 400 if the body is empty or not JSON, 413 if it is too large
     */
    public JsonNode read(HttpServletRequest request) throws IOException {
        byte[] bytes = request.getInputStream().readAllBytes();
        if (bytes.length == 0) {
            throw new Invalid(400, "Empty body", "expected a JSON object but the body is empty", List.of());
        }
        try {
            JsonNode json = mapper.readTree(bytes);
            requireWellFormed(json);
            return json;
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
            throw new Invalid(
                    400,
                    "Not JSON",
                    "the body is not valid JSON" + where + (quotable ? ": " + reason(e) : ""),
                    List.of());
        }
    }

    /** An escape can stand for half a character, which no answer, log or database can hold. */
    private static void requireWellFormed(JsonNode json) {
        json.propertyNames().forEach(RequestBody::requireWellFormed);
        if (json.isString()) {
            requireWellFormed(json.stringValue());
        }
        json.values().forEach(RequestBody::requireWellFormed);
    }

    private static void requireWellFormed(String text) {
        if (text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            throw new Invalid(
                    400,
                    "Not JSON",
                    "a text in the body has an escape for half a character (an unpaired surrogate)",
                    List.of());
        }
    }

    private static String reason(JacksonException e) {
        String message = e.getOriginalMessage();
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
