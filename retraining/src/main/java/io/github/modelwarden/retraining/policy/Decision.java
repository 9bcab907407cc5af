package io.github.modelwarden.retraining.policy;

import java.time.Instant;
import java.util.List;

/** What a policy says. Every decision lists all facts that were looked at, so that "why not?" has an answer too. */
public sealed interface Decision permits Decision.Hold, Decision.Retrain, Decision.Blocked, Decision.Investigate {

    /** {@return hold, retrain, blocked or investigate} */
    String kind();

    /** {@return the decision in one sentence} */
    String reason();

    /** {@return everything that was looked at, in the order of the policy} */
    List<Evidence> evidence();

    /**
     * Nothing asks for retraining.
     *
     * @param reason the sentence
     * @param evidence all facts
     */
    record Hold(String reason, List<Evidence> evidence) implements Decision {
        public Hold {
            evidence = List.copyOf(evidence);
        }

        @Override
        public String kind() {
            return "hold";
        }
    }

    /**
     * Retrain now.
     *
     * @param trigger word of the trigger that fired: schedule, performance, drift, max_age or manual
     * @param reason the sentence
     * @param evidence all facts
     */
    record Retrain(String trigger, String reason, List<Evidence> evidence) implements Decision {
        public Retrain {
            evidence = List.copyOf(evidence);
        }

        @Override
        public String kind() {
            return "retrain";
        }
    }

    /**
     * A trigger fired but guards forbid it for now.
     *
     * @param guards words of the guards that forbid it, at least one
     * @param retryAt when it is worth deciding again
     * @param wanted what the triggers alone would have decided
     * @param evidence all facts
     */
    record Blocked(List<String> guards, Instant retryAt, Retrain wanted, List<Evidence> evidence) implements Decision {
        public Blocked {
            guards = List.copyOf(guards);
            evidence = List.copyOf(evidence);
        }

        @Override
        public String kind() {
            return "blocked";
        }

        @Override
        public String reason() {
            return wanted.reason() + "; held back by " + String.join(", ", guards);
        }
    }

    /**
     * Retraining was tried and did not help: a person should look.
     *
     * @param reason the sentence
     * @param retryAt when retraining will be tried again without a person
     * @param evidence all facts
     */
    record Investigate(String reason, Instant retryAt, List<Evidence> evidence) implements Decision {
        public Investigate {
            evidence = List.copyOf(evidence);
        }

        @Override
        public String kind() {
            return "investigate";
        }
    }
}
