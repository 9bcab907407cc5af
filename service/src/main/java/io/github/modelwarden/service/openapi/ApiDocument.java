package io.github.modelwarden.service.openapi;

import io.github.modelwarden.core.data.Schema;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Completes the document that springdoc makes: bodies, refusals, and which actions need the operator's token. */
@Component
final class ApiDocument implements OpenApiCustomizer {

    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";
    private static final String OPERATOR = "operator";
    private static final Map<String, String> REFUSALS = new TreeMap<>(Map.of(
            "400", "Not JSON, or fields are wrong; errors names each.",
            "406", "Answers are JSON, which the Accept header excludes.",
            "413", "The body is larger than 1 MiB.",
            "415", "The body is not declared as application/json."));

    private final ApiSchemas schemas;
    private final String model;

    ApiDocument(Schema schema) {
        this.schemas = new ApiSchemas(schema);
        this.model = schema.model();
    }

    @Override
    public void customise(OpenAPI document) {
        Components components = document.getComponents() == null ? new Components() : document.getComponents();
        document.components(components)
                .info(new Info()
                        .title("Modelwarden")
                        .version("1")
                        .description("The monitored prediction service of the model '" + model + "'."))
                .servers(List.of(new Server().url("/")));
        schemas.addTo(components);
        components.addSecuritySchemes(
                OPERATOR,
                new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .description("The token in the file operator.token of the state folder."));
        predict(post(document, "/predict"));
        feedback(post(document, "/feedback"));
        document.getPaths().forEach(ApiDocument::protect);
    }

    private static Operation post(OpenAPI document, String path) {
        PathItem item = document.getPaths().get(path);
        return Objects.requireNonNull(item, path).getPost();
    }

    private static void predict(Operation operation) {
        operation
                .summary("Predicts one instance, or a batch.")
                .requestBody(body("PredictRequest"))
                .responses(responses("200", "The answer; it is in the prediction log.", "PredictAnswer")
                        .addApiResponse("409", problem("An id was used for other features."))
                        .addApiResponse("503", problem("Too much at once; try again after Retry-After seconds.")));
    }

    private static void feedback(Operation operation) {
        operation
                .summary("Takes the truth about one prediction, or about many.")
                .requestBody(body("FeedbackRequest"))
                .responses(responses("202", "What became of the items.", "FeedbackAnswer"));
    }

    private static void protect(String path, PathItem item) {
        Operation operation = item.getPost();
        if (operation != null && path.startsWith("/api/")) {
            operation
                    .addSecurityItem(new SecurityRequirement().addList(OPERATOR))
                    .getResponses()
                    .addApiResponse("401", problem("The operator's token is missing or wrong."))
                    .addApiResponse("409", problem("Not possible now."));
        }
    }

    private static RequestBody body(String schema) {
        return new RequestBody().required(true).content(content(JSON, schema));
    }

    private static ApiResponses responses(String status, String description, String schema) {
        ApiResponses responses = new ApiResponses()
                .addApiResponse(
                        status, new ApiResponse().description(description).content(content(JSON, schema)));
        REFUSALS.forEach((refusal, why) -> responses.addApiResponse(refusal, problem(why)));
        return responses;
    }

    private static ApiResponse problem(String description) {
        return new ApiResponse().description(description).content(content(PROBLEM, "Problem"));
    }

    private static Content content(String type, String schema) {
        return new Content().addMediaType(type, new MediaType().schema(ApiSchemas.ref(schema)));
    }
}
