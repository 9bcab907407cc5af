package io.github.modelwarden.service.prediction;

import io.github.modelwarden.micrometer.RequestOutcome;
import io.github.modelwarden.service.champion.ChampionHolder;
import io.github.modelwarden.service.settings.ServiceSettings;
import io.github.modelwarden.service.web.Invalid;
import io.github.modelwarden.service.web.Problems;
import io.github.modelwarden.service.web.RequestStart;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Around {@code /predict}: refuses more requests at once than the service can answer well, and counts every request with
 * its outcome and duration, also those that never reach the controller.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 10)
final class PredictFilter extends OncePerRequestFilter {

    private final ChampionHolder champions;
    private final Problems problems;
    private final Semaphore inFlight;

    PredictFilter(ChampionHolder champions, Problems problems, ServiceSettings settings) {
        this.champions = champions;
        this.problems = problems;
        this.inFlight = new Semaphore(settings.maxInFlight());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().equals("/predict");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        RequestStart start = RequestStart.of(request);
        boolean admitted = inFlight.tryAcquire();
        try {
            if (admitted) {
                chain.doFilter(request, response);
            } else {
                problems.write(
                        response,
                        request,
                        new Invalid(
                                503,
                                "Overloaded",
                                "too many predictions are being made at once; try again in a second",
                                List.of()));
            }
        } finally {
            if (admitted) {
                inFlight.release();
            }
            int status = response.getStatus();
            champions
                    .current()
                    .ifPresent(champion -> champion.meters()
                            .recordRequest(
                                    RequestOutcome.ofStatus(status),
                                    Duration.ofNanos(System.nanoTime() - start.nanos())));
        }
    }
}
