package io.github.modelwarden.alerting.evaluation;

import io.github.modelwarden.alerting.RuleSet;
import io.github.modelwarden.alerting.series.MetricSample;
import io.github.modelwarden.alerting.series.SeriesStore;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rules running in process: takes in scrapes and evaluates. Thread-safe.
 *
 * <pre>{@code
 * AlertEngine engine = AlertEngine.create(ChurnRules.load());
 * engine.observe(now, samples);          // every few seconds
 * Evaluation evaluation = engine.evaluate(now);
 * }</pre>
 */
public final class AlertEngine {

    private final RuleSet rules;
    private final SeriesStore store;
    private AlertSnapshot snapshot = AlertSnapshot.empty();
    private @Nullable Evaluation last;

    private AlertEngine(RuleSet rules, SeriesStore store) {
        this.rules = rules;
        this.store = store;
    }

    /**
     * An engine with an empty store.
     *
     * @param rules the rules
     * @return the engine
     */
    public static AlertEngine create(RuleSet rules) {
        return new AlertEngine(rules, SeriesStore.forRules(rules));
    }

    /**
     * Takes in a whole scrape: every sample of the service at one moment, in one call.
     *
     * @param at when it was made, after the scrape before
     * @param samples the samples
     * @throws IllegalArgumentException if the scrape is not later than the one before
     */
    public synchronized void observe(Instant at, Collection<MetricSample> samples) {
        store.append(at, samples);
    }

    /**
     * Evaluates every rule.
     *
     * @param now the time of the evaluation
     * @return the alerts and what changed
     */
    public synchronized Evaluation evaluate(Instant now) {
        Evaluation evaluation = AlertEvaluator.evaluate(rules, snapshot, Readings.of(rules, store, now), now);
        snapshot = evaluation.snapshot();
        last = evaluation;
        return evaluation;
    }

    /** {@return the newest evaluation, empty before the first} */
    public synchronized Optional<Evaluation> last() {
        return Optional.ofNullable(last);
    }

    /** {@return the rules} */
    public RuleSet rules() {
        return rules;
    }

    /** {@return the samples} */
    public SeriesStore store() {
        return store;
    }
}
