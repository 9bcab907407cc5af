package io.github.modelwarden.service.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses paths with a percent sign that encodes nothing, also where the server itself overlooks them. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class PathFilter extends OncePerRequestFilter {

    private static final Pattern MALFORMED = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private final Problems problems;

    PathFilter(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (MALFORMED.matcher(request.getRequestURI()).find()) {
            problems.write(
                    response,
                    request,
                    new Invalid(
                            400,
                            "Malformed path",
                            "the path has a % that is not followed by two hexadecimal digits",
                            List.of()));
        } else {
            chain.doFilter(request, response);
        }
    }
}
