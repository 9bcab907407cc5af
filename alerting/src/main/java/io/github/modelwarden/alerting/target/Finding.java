package io.github.modelwarden.alerting.target;

import java.util.Objects;

/**
 * Where a target cannot express a rule as it stands.
 *
 * @param rule id of the rule; empty if it is about all of them
 * @param field the field of the rule file, for example {@code signal.window}
 * @param reason what the target would do, and what to write instead
 * @param weight whether the export is refused
 */
public record Finding(String rule, String field, String reason, Weight weight) {

    /** How much a finding matters. */
    public enum Weight {
        /** The target would silently do something else: nothing is exported. */
        REFUSAL,
        /** The rule works, but one of its wishes has a near equivalent only. */
        NOTE
    }

    public Finding {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(weight, "weight");
    }

    /**
     * A reason to refuse.
     *
     * @param rule id of the rule
     * @param field the field of the rule file
     * @param reason what the target would do, and what to write instead
     * @return the finding
     */
    public static Finding refusal(String rule, String field, String reason) {
        return new Finding(rule, field, reason, Weight.REFUSAL);
    }

    /**
     * Something to know.
     *
     * @param rule id of the rule
     * @param field the field of the rule file
     * @param reason what the target does instead
     * @return the finding
     */
    public static Finding note(String rule, String field, String reason) {
        return new Finding(rule, field, reason, Weight.NOTE);
    }

    /** {@return one sentence: rule, field and reason} */
    public String sentence() {
        return (rule.isEmpty() ? "" : "rule '" + rule + "', ") + field + ": " + reason;
    }
}
