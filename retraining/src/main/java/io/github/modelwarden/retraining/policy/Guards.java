package io.github.modelwarden.retraining.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What must hold before a fired trigger may start a run. All guards are looked at, always.
 *
 * @param cooldown least time after any attempt, also a rejected one
 * @param minMatured fewest matured labelled rows since the champion was trained
 * @param minPositives fewest positive ones among them
 * @param maxLabelSilence when the newest label is older than this, labels are taken to have stopped: what is there then
 *     is a biased or broken sample, and nothing may be learned from it
 * @param backoffAfterRejects from this many rejected challengers in a row on, the cooldown doubles with each
 */
public record Guards(
        Duration cooldown, long minMatured, long minPositives, Duration maxLabelSilence, int backoffAfterRejects) {

    private static final int MAX_DOUBLINGS = 6;
    private static final Duration RETRY = Duration.ofMinutes(1);

    public Guards {
        if (cooldown.isNegative()) {
            throw new IllegalArgumentException("guards: expected a cooldown of at least zero but got " + cooldown);
        }
        Durations.requirePositive("maxLabelSilence", maxLabelSilence);
        if (minMatured < 1 || minPositives < 1 || backoffAfterRejects < 1) {
            throw new IllegalArgumentException("guards: expected minMatured, minPositives and backoffAfterRejects of"
                    + " at least 1 but got " + minMatured + ", " + minPositives + " and " + backoffAfterRejects);
        }
    }

    /** {@return cooldown of 1 day, 1000 rows with 100 positives, labels at least daily, backoff after 3 rejects} */
    public static Guards withDefaults() {
        return new Guards(Duration.ofDays(1), 1000, 100, Duration.ofDays(1), 3);
    }

    Guards mapDurations(UnaryOperator<Duration> change) {
        return new Guards(
                change.apply(cooldown), minMatured, minPositives, change.apply(maxLabelSilence), backoffAfterRejects);
    }

    /** What the guards saw: the names of those that forbid a run, and when to ask again. */
    record Reading(List<String> violated, Instant retryAt, boolean backingOff, List<Evidence> evidence) {}

    Reading read(PolicyContext context) {
        List<String> violated = new ArrayList<>();
        List<Evidence> evidence = new ArrayList<>();
        Instant retryAt = context.now().plus(shorter(RETRY, cooldown));
        Instant now = context.now();
        String live = context.attempts().liveRun();
        if (live != null) {
            violated.add("live_run");
        }
        evidence.add(new Evidence(
                "guard.live_run",
                live == null ? 0.0 : 1.0,
                0.0,
                1,
                now,
                now,
                live == null ? "no run is under way" : "run " + live + " is under way"));
        Instant end = coolUntil(context);
        Duration wait = effectiveCooldown(context.attempts().consecutiveRejects());
        boolean cooling = end.isAfter(now);
        boolean backingOff = cooling
                && wait.compareTo(cooldown) > 0
                && !end.minus(wait).plus(cooldown).isAfter(now);
        if (cooling) {
            violated.add("cooldown");
            retryAt = end;
        }
        evidence.add(cooldownEvidence(context, end, wait, cooling));
        PolicyContext.Labels labels = context.labels();
        count("guard.min_matured", labels.matured(), minMatured, "matured labelled rows", context, violated, evidence);
        count("guard.min_positives", labels.positives(), minPositives, "positive ones", context, violated, evidence);
        labelsFlow(context, violated, evidence);
        return new Reading(violated, retryAt, backingOff && violated.equals(List.of("cooldown")), evidence);
    }

    private static void count(
            String signal,
            long value,
            long wanted,
            String what,
            PolicyContext context,
            List<String> violated,
            List<Evidence> evidence) {
        if (value < wanted) {
            violated.add(signal.substring("guard.".length()));
        }
        evidence.add(new Evidence(
                signal,
                (double) value,
                (double) wanted,
                value,
                context.champion().promotedAt(),
                context.now(),
                value + " " + what + " since the champion was trained, " + wanted + " are needed"));
    }

    private void labelsFlow(PolicyContext context, List<String> violated, List<Evidence> evidence) {
        Instant newest = context.labels().newest();
        Instant now = context.now();
        boolean flowing = newest != null && Duration.between(newest, now).compareTo(maxLabelSilence) <= 0;
        if (!flowing) {
            violated.add("labels_flowing");
        }
        evidence.add(new Evidence(
                "guard.labels_flowing",
                newest == null ? null : Durations.seconds(Duration.between(newest, now)),
                Durations.seconds(maxLabelSilence),
                context.labels().matured(),
                newest == null ? now : newest,
                now,
                newest == null
                        ? "no label has arrived yet"
                        : "the newest label is " + Durations.words(Duration.between(newest, now)) + " old, at most "
                                + Durations.words(maxLabelSilence)
                                + " counts as flowing"));
    }

    private Evidence cooldownEvidence(PolicyContext context, Instant end, Duration wait, boolean cooling) {
        Instant last = context.attempts().last();
        Instant from = last == null ? context.now() : last;
        Double elapsed = last == null ? null : Durations.seconds(Duration.between(last, context.now()));
        String text = last == null
                ? "nothing was tried before"
                : cooling
                        ? "the last attempt was at " + last + "; cooling down until " + end
                        : "the cooldown of " + Durations.words(wait) + " is over since " + end;
        return new Evidence(
                "guard.cooldown",
                elapsed,
                Durations.seconds(wait),
                context.attempts().consecutiveRejects(),
                from,
                context.now(),
                text);
    }

    private Instant coolUntil(PolicyContext context) {
        Instant last = context.attempts().last();
        return last == null
                ? Instant.MIN
                : last.plus(effectiveCooldown(context.attempts().consecutiveRejects()));
    }

    Duration effectiveCooldown(int rejects) {
        int doublings = Math.min(MAX_DOUBLINGS, Math.max(0, rejects - backoffAfterRejects + 1));
        return cooldown.multipliedBy(1L << doublings);
    }

    private static Duration shorter(Duration a, Duration b) {
        return !b.isZero() && b.compareTo(a) < 0 ? b : a;
    }
}
