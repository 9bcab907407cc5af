package io.github.modelwarden.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OpenApiTest {

    private final JsonNode document =
            RunningService.shared().get("/v3/api-docs").json(200);

    @Test
    void isAnOpenApiDocumentOfEveryEndpoint() {
        assertThat(document.path("openapi").asString()).startsWith("3.");
        assertThat(document.path("info").path("title").asString()).isEqualTo("Modelwarden");
        assertThat(document.path("info").path("version").asString()).isNotBlank();
        assertThat(document.path("paths").propertyNames())
                .contains("/predict", "/feedback", "/metrics", "/api/drift", "/api/model/rollback")
                .doesNotContain("/error");
    }

    @Test
    void describesWhatPredictTakesAndAnswers() {
        JsonNode post = document.path("paths").path("/predict").path("post");

        JsonNode request = resolve(schema(post.path("requestBody"), "application/json"));
        assertThat(request.path("oneOf")).hasSize(2);
        JsonNode features =
                resolve(resolve(request.path("oneOf").get(0)).path("properties").path("features"));
        assertThat(features.path("properties").path("customer_age").path("type").asString())
                .isEqualTo("number");
        assertThat(features.path("properties")
                        .path("customer_age")
                        .path("maximum")
                        .asInt())
                .isEqualTo(130);
        assertThat(features.path("properties").path("contract").path("type").asString())
                .isEqualTo("string");
        assertThat(features.path("required").valueStream().map(JsonNode::asString))
                .contains("contract")
                .doesNotContain("total_charges");
        assertThat(resolve(schema(post.path("responses").path("200"), "application/json"))
                        .path("oneOf"))
                .hasSize(2);
        for (String status : List.of("400", "409", "413", "415", "503")) {
            assertThat(resolve(schema(post.path("responses").path(status), "application/problem+json"))
                            .path("properties")
                            .propertyNames())
                    .as(status)
                    .contains("title", "status", "detail", "errors");
        }
    }

    @Test
    void describesWhatFeedbackTakesAndAnswers() {
        JsonNode post = document.path("paths").path("/feedback").path("post");

        assertThat(resolve(schema(post.path("requestBody"), "application/json")).path("oneOf"))
                .hasSize(2);
        assertThat(resolve(schema(post.path("responses").path("202"), "application/json"))
                        .path("properties")
                        .propertyNames())
                .contains("accepted", "duplicates", "conflicts", "unknown", "rejected");
        assertThat(post.path("responses").propertyNames())
                .contains("400", "413", "415")
                .doesNotContain("200");
    }

    @Test
    void saysWhichActionsNeedTheToken() {
        assertThat(document.path("components")
                        .path("securitySchemes")
                        .path("operator")
                        .path("scheme")
                        .asString())
                .isEqualTo("bearer");
        for (String path : List.of("/api/model/rollback", "/api/retraining/runs")) {
            JsonNode post = document.path("paths").path(path).path("post");
            assertThat(post.path("security").get(0).has("operator")).as(path).isTrue();
            assertThat(post.path("responses").has("401")).as(path).isTrue();
        }
    }

    @Test
    void hasNoReferenceThatLeadsNowhereAndNoOperationIdTwice() {
        List<String> ids = new ArrayList<>();
        for (JsonNode node : document.findParents("$ref")) {
            assertThat(resolve(node).isMissingNode()).as("%s", node).isFalse();
        }
        for (JsonNode id : document.findValues("operationId")) {
            ids.add(id.asString());
        }
        assertThat(ids).isNotEmpty().doesNotHaveDuplicates();
    }

    private static JsonNode schema(JsonNode holder, String type) {
        return holder.path("content").path(type).path("schema");
    }

    private JsonNode resolve(JsonNode schema) {
        String ref = schema.path("$ref").asString("");
        return ref.isEmpty() ? schema : document.at(ref.substring(1));
    }
}
