package io.github.modelwarden.service.retraining;

import io.github.modelwarden.retraining.policy.Decision;
import io.github.modelwarden.retraining.policy.PolicyContext;
import io.github.modelwarden.retraining.policy.RetrainingPolicy;
import io.github.modelwarden.retraining.run.Planned;
import io.github.modelwarden.retraining.run.RetrainingWorker;
import io.github.modelwarden.service.monitoring.CycleStep;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Asks the policy, again and again, and plans the run it wants. */
@Component
@Order(40)
final class RetrainingLoop implements CycleStep {

    private static final Logger LOG = LoggerFactory.getLogger("modelwarden.retraining");

    private final PolicyFacts facts;
    private final RetrainingPolicy policy;
    private final RetrainingWorker worker;
    private volatile @Nullable Considered latest;

    RetrainingLoop(PolicyFacts facts, RetrainingPolicy policy, RetrainingWorker worker) {
        this.facts = facts;
        this.policy = policy;
        this.worker = worker;
    }

    /** A decision, when it was made and the run it led to, if any. */
    record Considered(Instant at, Decision decision, Optional<Planned> planned) {}

    @Override
    public void evaluate(Instant now) {
        decide(now, null);
    }

    Optional<Considered> decide(Instant now, @Nullable String manualRequest) {
        Optional<PolicyContext> context = facts.gather(now, manualRequest);
        if (context.isEmpty()) {
            return Optional.empty();
        }
        Decision decision = policy.evaluate(context.get());
        Optional<Planned> planned = worker.consider(decision, now);
        Considered considered = new Considered(now, decision, planned);
        latest = considered;
        planned.filter(p -> p.outcome() == Planned.Outcome.PLANNED)
                .ifPresent(p -> LOG.atInfo()
                        .addKeyValue("event", "retraining")
                        .addKeyValue("model", policy.model())
                        .addKeyValue("run_id", p.run().id())
                        .addKeyValue("state", p.run().state().word())
                        .addKeyValue("reason", decision.reason())
                        .log("retraining planned: {}", decision.reason()));
        return Optional.of(considered);
    }

    Optional<Considered> latest() {
        return Optional.ofNullable(latest);
    }
}
