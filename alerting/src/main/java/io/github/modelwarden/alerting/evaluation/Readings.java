package io.github.modelwarden.alerting.evaluation;

import io.github.modelwarden.alerting.RuleSet;
import io.github.modelwarden.alerting.series.SeriesStore;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The values of all rules at one moment.
 *
 * @param byRule the values by rule id; a rule without an entry has none
 * @param serving the versions that serve, by model. A group of another version of such a model is retired: its alerts
 *     end, and its lack of data is no alert. A model without an entry has no retired versions
 */
public record Readings(Map<String, List<SignalValue>> byRule, Map<String, Set<String>> serving) {

    public Readings {
        byRule = Map.copyOf(byRule);
        serving = Map.copyOf(serving);
    }

    /**
     * Readings in which no group is retired.
     *
     * @param byRule the values by rule id
     * @return the readings
     */
    public static Readings of(Map<String, List<SignalValue>> byRule) {
        return new Readings(byRule, Map.of());
    }

    /**
     * Reads every rule's signal.
     *
     * @param rules the rules
     * @param store the samples
     * @param now end of every window
     * @return the values
     */
    public static Readings of(RuleSet rules, SeriesStore store, Instant now) {
        Map<String, List<SignalValue>> values = new LinkedHashMap<>();
        rules.rules().forEach(rule -> values.put(rule.id(), SignalReader.read(rule, store, now)));
        return new Readings(values, SignalReader.servingVersions(store, now));
    }

    boolean isRetired(Map<String, String> labels) {
        String model = labels.get("model");
        String version = labels.get("version");
        return model != null
                && version != null
                && serving.containsKey(model)
                && !serving.getOrDefault(model, Set.of()).contains(version);
    }
}
