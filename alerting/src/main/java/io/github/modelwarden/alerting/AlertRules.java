package io.github.modelwarden.alerting;

/**
 * Alert rules as sentences:
 *
 * <pre>{@code
 * AlertRule rule = alert("api_error_rate")
 *         .when(errorRate().over("5m"))
 *         .isAbove(0.05, CRITICAL)
 *         .basedOnAtLeast(20)
 *         .keepsFiringFor("5m")
 *         .saying("{model}: {value} of requests failed in 5 min (limit {threshold})")
 *         .build();
 * }</pre>
 */
public final class AlertRules {

    private AlertRules() {}

    /**
     * Starts a rule.
     *
     * @param id its identity in every target: lower-case letters, digits and {@code _}
     * @return the sentence so far
     */
    public static Subject alert(String id) {
        return new Subject(id);
    }

    /** A sentence that lacks what the rule looks at. */
    public static final class Subject {

        private final String id;

        private Subject(String id) {
            this.id = id;
        }

        /**
         * Says what the rule looks at.
         *
         * @param signal the signal
         * @return the rule so far
         */
        public AlertBuilder when(Signal signal) {
            return new AlertBuilder(id, signal);
        }
    }
}
