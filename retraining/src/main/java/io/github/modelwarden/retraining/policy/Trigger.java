package io.github.modelwarden.retraining.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Something that can ask for retraining. Triggers are pure and are always read in full, combined ones too. */
public sealed interface Trigger
        permits Trigger.Schedule,
                Trigger.MaxAge,
                PerformanceDrop,
                Trigger.DriftPersists,
                Trigger.Manual,
                Trigger.AnyOf,
                Trigger.AllOf {

    /** {@return the word used in policy files} */
    String word();

    /**
     * Reads the facts.
     *
     * @param context the facts
     * @return whether retraining is asked for, and what was seen
     */
    Reading read(PolicyContext context);

    /**
     * Changes all durations.
     *
     * @param change what to do with each
     * @return the changed trigger
     */
    Trigger mapDurations(UnaryOperator<Duration> change);

    /** Whether a trigger asks for retraining. */
    enum State {
        /** It asks for retraining. */
        FIRED,
        /** It knows enough and does not ask. */
        QUIET,
        /** It knows too little. */
        UNKNOWN
    }

    /**
     * What a trigger saw.
     *
     * @param state whether it asks for retraining
     * @param word word of the trigger that decided
     * @param evidence what was seen, never empty
     */
    record Reading(State state, String word, List<Evidence> evidence) {
        public Reading {
            evidence = List.copyOf(evidence);
        }

        boolean fired() {
            return state == State.FIRED;
        }
    }

    /**
     * Fires when the last run, or the promotion if there was none since, is at least this long ago.
     *
     * @param every period, positive
     */
    record Schedule(Duration every) implements Trigger {
        public Schedule {
            Durations.requirePositive("schedule", every);
        }

        @Override
        public String word() {
            return "schedule";
        }

        @Override
        public Reading read(PolicyContext context) {
            Instant promoted = context.champion().promotedAt();
            Instant last = context.attempts().last();
            Instant since = last != null && last.isAfter(promoted) ? last : promoted;
            return Durations.elapsed(word(), since, context.now(), every, "the last training");
        }

        @Override
        public Trigger mapDurations(UnaryOperator<Duration> change) {
            return new Schedule(change.apply(every));
        }
    }

    /**
     * Fires when the champion is in service for longer than this.
     *
     * @param age largest age, positive
     */
    record MaxAge(Duration age) implements Trigger {
        public MaxAge {
            Durations.requirePositive("maxAge", age);
        }

        @Override
        public String word() {
            return "max_age";
        }

        @Override
        public Reading read(PolicyContext context) {
            return Durations.elapsed(
                    word(), context.champion().promotedAt(), context.now(), age, "the champion's promotion");
        }

        @Override
        public Trigger mapDurations(UnaryOperator<Duration> change) {
            return new MaxAge(change.apply(age));
        }
    }

    /**
     * Fires when at least a share of the judged features is drifted in {@code k} of the last {@code n} evaluations.
     *
     * @param minDrifted fewest drifted features in an evaluation, at least 1
     * @param minShare smallest share of the judged features, 0 to 1
     * @param k evaluations that must show it, 1 to n
     * @param n evaluations looked at; fewer are {@link State#UNKNOWN}
     * @param unlessPerformance when present, the trigger stays quiet while this trigger knows that performance is fine
     */
    record DriftPersists(int minDrifted, double minShare, int k, int n, Optional<PerformanceDrop> unlessPerformance)
            implements Trigger {
        public DriftPersists {
            if (minDrifted < 1 || !(minShare >= 0 && minShare <= 1)) {
                throw new IllegalArgumentException("drift trigger: expected at least 1 feature and a share between 0"
                        + " and 1 but got " + minDrifted + " and " + minShare);
            }
            if (k < 1 || k > n) {
                throw new IllegalArgumentException(
                        "drift trigger: expected persist k of n with 1 <= k <= n but got " + k + " of " + n);
            }
        }

        @Override
        public String word() {
            return "drift";
        }

        @Override
        public Reading read(PolicyContext context) {
            List<PolicyContext.DriftObservation> since = context.drift().stream()
                    .filter(o -> o.at().isAfter(context.champion().promotedAt()))
                    .filter(o -> !o.at().isAfter(context.now()) && o.judged() > 0)
                    .toList();
            List<PolicyContext.DriftObservation> last = since.subList(Math.max(0, since.size() - n), since.size());
            long hits = last.stream()
                    .filter(o -> o.drifted() >= minDrifted && o.drifted() >= minShare * o.judged())
                    .count();
            State state = hits >= k ? State.FIRED : last.size() < n ? State.UNKNOWN : State.QUIET;
            Instant from = last.isEmpty() ? context.now() : last.get(0).at();
            String need = minShare > 0 ? String.format(Locale.ROOT, " and a share of %.2f", minShare) : "";
            List<Evidence> evidence = new ArrayList<>();
            evidence.add(new Evidence(
                    "drift.persists",
                    (double) hits,
                    (double) k,
                    last.size(),
                    from,
                    context.now(),
                    hits + " of the last " + last.size() + " evaluations since the promotion show at least "
                            + minDrifted + " drifted features" + need + ", " + k + " of " + n + " are needed"));
            if (unlessPerformance.isPresent()) {
                Reading performance = unlessPerformance.get().read(context);
                evidence.addAll(performance.evidence());
                if (state == State.FIRED && performance.state() == State.QUIET) {
                    state = State.QUIET;
                }
            }
            return new Reading(state, word(), evidence);
        }

        @Override
        public Trigger mapDurations(UnaryOperator<Duration> change) {
            return this;
        }
    }

    /** Fires when a person asked for it. */
    record Manual() implements Trigger {
        @Override
        public String word() {
            return "manual";
        }

        @Override
        public Reading read(PolicyContext context) {
            String request = context.manualRequest();
            return new Reading(
                    request == null ? State.QUIET : State.FIRED,
                    word(),
                    List.of(new Evidence(
                            "manual",
                            request == null ? 0.0 : 1.0,
                            1.0,
                            1,
                            context.now(),
                            context.now(),
                            request == null ? "nobody asked for retraining" : "asked for: " + request)));
        }

        @Override
        public Trigger mapDurations(UnaryOperator<Duration> change) {
            return this;
        }
    }

    /**
     * Fires when any of its triggers fires; unknown when none fires and one is unknown.
     *
     * @param triggers at least one
     */
    record AnyOf(List<Trigger> triggers) implements Trigger {
        public AnyOf {
            triggers = Durations.requireSome("anyOf", triggers);
        }

        @Override
        public String word() {
            return "any_of";
        }

        @Override
        public Reading read(PolicyContext context) {
            List<Reading> readings = triggers.stream().map(t -> t.read(context)).toList();
            State state = readings.stream().anyMatch(Reading::fired)
                    ? State.FIRED
                    : readings.stream().anyMatch(r -> r.state() == State.UNKNOWN) ? State.UNKNOWN : State.QUIET;
            String first = readings.stream()
                    .filter(Reading::fired)
                    .map(Reading::word)
                    .findFirst()
                    .orElse(word());
            return new Reading(state, first, Durations.allEvidence(readings));
        }

        @Override
        public Trigger mapDurations(UnaryOperator<Duration> change) {
            return new AnyOf(triggers.stream().map(t -> t.mapDurations(change)).toList());
        }
    }

    /**
     * Fires when all of its triggers fire; quiet when one is quiet.
     *
     * @param triggers at least one
     */
    record AllOf(List<Trigger> triggers) implements Trigger {
        public AllOf {
            triggers = Durations.requireSome("allOf", triggers);
        }

        @Override
        public String word() {
            return "all_of";
        }

        @Override
        public Reading read(PolicyContext context) {
            List<Reading> readings = triggers.stream().map(t -> t.read(context)).toList();
            State state = readings.stream().allMatch(Reading::fired)
                    ? State.FIRED
                    : readings.stream().anyMatch(r -> r.state() == State.QUIET) ? State.QUIET : State.UNKNOWN;
            return new Reading(state, readings.get(0).word(), Durations.allEvidence(readings));
        }

        @Override
        public Trigger mapDurations(UnaryOperator<Duration> change) {
            return new AllOf(triggers.stream().map(t -> t.mapDurations(change)).toList());
        }
    }
}
