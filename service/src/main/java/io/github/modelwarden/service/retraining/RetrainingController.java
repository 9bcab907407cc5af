package io.github.modelwarden.service.retraining;

import io.github.modelwarden.core.data.Schema;
import io.github.modelwarden.retraining.policy.Decision;
import io.github.modelwarden.retraining.policy.Evidence;
import io.github.modelwarden.retraining.policy.RetrainingPolicy;
import io.github.modelwarden.retraining.run.RetrainingRun;
import io.github.modelwarden.retraining.run.RunEvent;
import io.github.modelwarden.retraining.run.RunStore;
import io.github.modelwarden.service.web.Fields;
import io.github.modelwarden.service.web.Invalid;
import io.github.modelwarden.service.web.OperatorToken;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/retraining} and the operator actions on runs. */
@RestController
final class RetrainingController {

    private static final int RUNS = 20;

    private final RunStore store;
    private final RetrainingLoop loop;
    private final RetrainingPolicy policy;
    private final RunEvidence evidence;
    private final OperatorToken token;
    private final Schema schema;
    private final Clock clock;

    RetrainingController(
            RunStore store,
            RetrainingLoop loop,
            RetrainingPolicy policy,
            RunEvidence evidence,
            OperatorToken token,
            Schema schema,
            Clock clock) {
        this.store = store;
        this.loop = loop;
        this.policy = policy;
        this.evidence = evidence;
        this.token = token;
        this.schema = schema;
        this.clock = clock;
    }

    @GetMapping("/api/retraining")
    Map<String, @Nullable Object> retraining() {
        return Fields.create()
                .put("mode", policy.mode().name().toLowerCase(Locale.ROOT))
                .put(
                        "last_decision",
                        loop.latest().map(RetrainingController::decision).orElse(null))
                .put(
                        "runs",
                        store.runs(schema.model(), RUNS).stream().map(this::run).toList())
                .build();
    }

    private static Map<String, @Nullable Object> decision(RetrainingLoop.Considered considered) {
        Decision decision = considered.decision();
        return Fields.create()
                .put("at", considered.at())
                .put("kind", decision.kind())
                .put("text", decision.reason())
                .put(
                        "evidence",
                        decision.evidence().stream()
                                .map(RetrainingController::evidence)
                                .toList())
                .build();
    }

    static Map<String, @Nullable Object> evidence(Evidence evidence) {
        return Fields.create()
                .put("signal", evidence.signal())
                .put("value", evidence.value())
                .put("threshold", evidence.threshold())
                .put("n", evidence.n())
                .put("text", evidence.text())
                .build();
    }

    private Map<String, @Nullable Object> run(RetrainingRun run) {
        return Fields.create()
                .put("id", run.id())
                .put("state", run.state().word())
                .put("reason", run.plan().reason())
                .put("evidence", evidence.lines(run))
                .put("started_at", run.plan().createdAt())
                .put("ended_at", run.endedAt().orElse(null))
                .put("champion_before", run.plan().championBefore())
                .put("challenger", run.result().challenger())
                .put("note", run.note())
                .put("gate", evidence.gate(run))
                .put(
                        "events",
                        store.events(run.id()).stream()
                                .map(RetrainingController::event)
                                .toList())
                .build();
    }

    private static Map<String, @Nullable Object> event(RunEvent event) {
        return Fields.create()
                .put("at", event.at())
                .put("from", event.from() == null ? null : event.from().word())
                .put("to", event.to().word())
                .put("actor", event.actor())
                .put("detail", event.detail())
                .build();
    }

    @PostMapping("/api/retraining/runs")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, @Nullable Object> start(HttpServletRequest request) {
        token.require(request);
        RetrainingLoop.Considered considered = loop.decide(clock.instant(), "asked for by an operator")
                .orElseThrow(() -> new Invalid(503, "No model", "no model is loaded yet; try again", List.of()));
        return considered
                .planned()
                .map(planned -> Fields.create()
                        .put("outcome", planned.outcome().name().toLowerCase(Locale.ROOT))
                        .put("run", run(planned.run()))
                        .build())
                .orElseThrow(() -> new Invalid(
                        409,
                        "Held back",
                        "no run was started: " + considered.decision().reason(),
                        List.of()));
    }

    @PostMapping("/api/retraining/runs/{id}/approve")
    Map<String, @Nullable Object> approve(@PathVariable String id, HttpServletRequest request) {
        token.require(request);
        return acted(() -> store.approve(id, "operator", clock.instant()));
    }

    @PostMapping("/api/retraining/runs/{id}/cancel")
    Map<String, @Nullable Object> cancel(@PathVariable String id, HttpServletRequest request) {
        token.require(request);
        return acted(() -> store.cancel(id, "operator", clock.instant()));
    }

    private Map<String, @Nullable Object> acted(Supplier<RetrainingRun> action) {
        try {
            return run(action.get());
        } catch (IllegalArgumentException e) {
            throw new Invalid(404, "Unknown run", String.valueOf(e.getMessage()), List.of());
        } catch (IllegalStateException e) {
            throw new Invalid(409, "Not now", String.valueOf(e.getMessage()), List.of());
        }
    }
}
