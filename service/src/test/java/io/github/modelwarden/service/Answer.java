package io.github.modelwarden.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the service answered. */
record Answer(int status, String type, Optional<String> retryAfter, String body) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Answer of(HttpResponse<String> response) {
        return new Answer(
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(""),
                response.headers().firstValue("Retry-After"),
                response.body());
    }

    JsonNode json() {
        return JSON.readTree(body);
    }

    /** Checks the status and parses the answer. */
    JsonNode json(int expected) {
        assertThat(status).as("%s", body).isEqualTo(expected);
        return json();
    }

    /** Checks that this is a well-formed problem (RFC 9457) with a status, and returns it. */
    JsonNode problem(int expected) {
        assertThat(status).as("%s", body).isEqualTo(expected);
        assertThat(type).as("%s", body).startsWith("application/problem+json");
        JsonNode problem = json();
        assertThat(problem.path("status").asInt()).isEqualTo(expected);
        assertThat(problem.path("title").asString()).isNotBlank();
        assertThat(problem.path("detail").asString()).isNotBlank();
        assertThat(body)
                .doesNotContain("\tat ")
                .doesNotContain("Exception")
                .doesNotContain("io.github.modelwarden")
                .doesNotContain("org.springframework");
        return problem;
    }
}
