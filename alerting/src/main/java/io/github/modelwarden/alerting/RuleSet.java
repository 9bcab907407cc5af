package io.github.modelwarden.alerting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Alert rules with different ids, in order. Immutable.
 *
 * @param rules the rules
 */
public record RuleSet(List<AlertRule> rules) {

    public RuleSet {
        rules = List.copyOf(rules);
        Set<String> ids = new HashSet<>();
        for (AlertRule rule : rules) {
            if (!ids.add(rule.id())) {
                throw new IllegalArgumentException(
                        "the rule '" + rule.id() + "' is defined twice; an id names one rule in every target");
            }
        }
    }

    /**
     * Puts rules together.
     *
     * @param rules the rules
     * @return the set
     * @throws IllegalArgumentException if two have the same id
     */
    public static RuleSet of(AlertRule... rules) {
        return new RuleSet(List.of(rules));
    }

    /**
     * Adds rules.
     *
     * @param more the rules to add
     * @return both
     * @throws IllegalArgumentException if an id is in both
     */
    public RuleSet plus(RuleSet more) {
        List<AlertRule> all = new ArrayList<>(rules);
        all.addAll(more.rules);
        return new RuleSet(all);
    }

    /**
     * Finds a rule.
     *
     * @param id its id
     * @return the rule, empty if there is none
     */
    public Optional<AlertRule> find(String id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /**
     * The rules on a faster or slower clock, as {@link AlertRule#scaledBy}.
     *
     * @param factor above 0; 1/1440 runs a day in a minute
     * @return the scaled rules
     */
    public RuleSet scaledBy(double factor) {
        return new RuleSet(rules.stream().map(rule -> rule.scaledBy(factor)).toList());
    }

    /**
     * The rules with another minimum count, for demonstrations with little traffic.
     *
     * @param count smallest number of samples that every rule judges, at least 0
     * @return the changed rules
     */
    public RuleSet withMinimumCount(long count) {
        return new RuleSet(
                rules.stream().map(rule -> rule.withMinimumCount(count)).toList());
    }

    /** {@return the longest window of a rule, zero without rules: how long samples have to be kept} */
    public Duration longestWindow() {
        return rules.stream()
                .map(rule -> rule.signal().window())
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** {@return the shortest time between evaluations of a rule, one minute without rules} */
    public Duration evaluateEvery() {
        return rules.stream()
                .map(rule -> rule.timing().evaluateEvery())
                .min(Duration::compareTo)
                .orElse(Timing.DEFAULT.evaluateEvery());
    }
}
