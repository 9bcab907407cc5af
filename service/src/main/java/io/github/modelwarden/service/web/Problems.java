package io.github.modelwarden.service.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Turns refusals into problem details (RFC 9457). */
@Component
public final class Problems {

    private final JsonMapper mapper;

    Problems(JsonMapper mapper) {
        this.mapper = mapper;
    }

    ProblemDetail detail(Invalid problem, String path) {
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(HttpStatus.valueOf(problem.status()), message(problem));
        detail.setTitle(problem.title());
        instance(path).ifPresent(detail::setInstance);
        if (!problem.errors().isEmpty()) {
            detail.setProperty("errors", problem.errors());
        }
        return detail;
    }

    /** The path as a URI reference; empty for the few paths that are none, such as {@code //}. */
    static Optional<URI> instance(String path) {
        try {
            return Optional.of(new URI(path));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String message(Invalid problem) {
        String message = problem.getMessage();
        return message == null ? problem.title() : message;
    }

    /**
     * Writes a problem outside of the controllers, from a filter.
     *
     * @param response where to
     * @param request what is refused
     * @param problem why
     * @throws IOException if the connection fails
     */
    public void write(HttpServletResponse response, HttpServletRequest request, Invalid problem) throws IOException {
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        if (problem.status() == 503) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
        }
        byte[] json = mapper.writeValueAsString(detail(problem, request.getRequestURI()))
                .getBytes(StandardCharsets.UTF_8);
        response.setContentLength(json.length);
        response.getOutputStream().write(json);
    }
}
