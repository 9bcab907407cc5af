package io.github.modelwarden.retraining.policy;

import io.github.modelwarden.retraining.gate.DataGate;
import io.github.modelwarden.retraining.gate.PromotionGate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * When and how a model is retrained. {@link #evaluate} is a pure function: equal facts give equal decisions.
 *
 * @param model the model's name
 * @param mode what happens with a decision to retrain and with a challenger that passed
 * @param trigger what asks for retraining
 * @param guards what must hold besides
 * @param dataGate what rows must be like to be trained on
 * @param promotionGate what a challenger must show
 * @param window how far back training data reach
 */
public record RetrainingPolicy(
        String model,
        Mode mode,
        Trigger trigger,
        Guards guards,
        DataGate dataGate,
        PromotionGate promotionGate,
        Duration window) {

    public RetrainingPolicy {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(mode, "mode");
        Durations.requirePositive("window", window);
    }

    /** How much happens without a person. */
    public enum Mode {
        /** Retrain and promote without asking. */
        AUTO,
        /** Retrain, and promote once a person approved. */
        APPROVE,
        /** Only log decisions; runs start when a person asks. */
        ADVISE
    }

    /**
     * Decides.
     *
     * <p>A person's request overrides cooldown and backoff, no other guard.
     *
     * @param context all facts
     * @return the decision, with everything that was looked at
     */
    public Decision evaluate(PolicyContext context) {
        Trigger.Reading wish = trigger.read(context);
        if (context.manualRequest() != null) {
            Trigger.Reading manual = new Trigger.Manual().read(context);
            List<Evidence> seen = new ArrayList<>(manual.evidence());
            wish.evidence().stream().filter(e -> !e.signal().equals("manual")).forEach(seen::add);
            wish = new Trigger.Reading(Trigger.State.FIRED, manual.word(), seen);
        }
        Guards.Reading guarded = guards.read(context);
        List<Evidence> all = new ArrayList<>(wish.evidence());
        all.addAll(guarded.evidence());
        if (!wish.fired()) {
            return new Decision.Hold(
                    wish.state() == Trigger.State.UNKNOWN
                            ? "no trigger fired, and at least one knows too little to tell"
                            : "no trigger fired",
                    all);
        }
        Decision.Retrain retrain = new Decision.Retrain(wish.word(), reason(wish), all);
        List<String> violated = new ArrayList<>(guarded.violated());
        if (context.manualRequest() != null) {
            violated.remove("cooldown");
        }
        if (violated.isEmpty()) {
            return retrain;
        }
        if (guarded.backingOff()) {
            return new Decision.Investigate(
                    context.attempts().consecutiveRejects() + " challengers in a row were not better, yet "
                            + reason(wish) + ": retraining does not help, look at data and labels",
                    guarded.retryAt(),
                    all);
        }
        return new Decision.Blocked(violated, guarded.retryAt(), retrain, all);
    }

    private static String reason(Trigger.Reading wish) {
        return wish.word() + ": "
                + wish.evidence().stream()
                        .filter(e -> e.signal().startsWith(wish.word()))
                        .findFirst()
                        .orElse(wish.evidence().get(0))
                        .text();
    }

    /**
     * Speeds time up or slows it down, so that a demonstration runs days in minutes.
     *
     * @param factor multiplies every duration, above 0
     * @return the scaled policy; durations stay at least one millisecond
     * @throws IllegalArgumentException if the factor is not above 0
     */
    public RetrainingPolicy scaledBy(double factor) {
        if (!(factor > 0) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException(
                    "policy of model '" + model + "': expected a factor above 0 but got " + factor);
        }
        UnaryOperator<Duration> scale = duration ->
                duration.isZero() ? duration : Duration.ofMillis(Math.max(1, Math.round(duration.toMillis() * factor)));
        return new RetrainingPolicy(
                model,
                mode,
                trigger.mapDurations(scale),
                guards.mapDurations(scale),
                dataGate,
                promotionGate,
                scale.apply(window));
    }
}
