package io.github.modelwarden.service.alerts;

import io.github.modelwarden.alerting.AlertRule;
import io.github.modelwarden.alerting.ChurnRules;
import io.github.modelwarden.alerting.RuleFile;
import io.github.modelwarden.alerting.RuleSet;
import io.github.modelwarden.alerting.StandardRules;
import io.github.modelwarden.alerting.evaluation.AlertEngine;
import io.github.modelwarden.core.data.Schema;
import io.github.modelwarden.service.settings.Locations;
import io.github.modelwarden.service.settings.ServiceSettings;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Provides the alert rules and the engine that evaluates them. */
@Configuration(proxyBeanMethods = false)
class AlertConfiguration {

    private static final double F1_FLOOR = 0.5;

    /** A sped-up window still has to hold several evaluations. */
    private static final int EVALUATIONS_A_WINDOW = 5;

    @Bean
    RuleSet alertRules(ServiceSettings settings, Locations locations, Schema schema) {
        RuleSet rules = rules(settings, locations, schema);
        if (settings.timeScale() == 1) {
            return rules;
        }
        Duration shortest = settings.monitoring().evaluateEvery().multipliedBy(EVALUATIONS_A_WINDOW);
        return new RuleSet(rules.rules().stream()
                .map(rule -> spedUp(rule, settings.timeScale(), shortest))
                .toList());
    }

    private static RuleSet rules(ServiceSettings settings, Locations locations, Schema schema) {
        String location = settings.rules();
        if (location != null) {
            return RuleFile.parse(locations.text(location), location);
        }
        return settings.data() == null ? ChurnRules.load() : StandardRules.forSchema(schema, F1_FLOOR);
    }

    private static AlertRule spedUp(AlertRule rule, double timeScale, Duration shortest) {
        double window = rule.signal().window().toMillis();
        return rule.scaledBy(Math.min(1, Math.max(1 / timeScale, shortest.toMillis() / window)));
    }

    @Bean
    AlertEngine alertEngine(RuleSet rules) {
        return AlertEngine.create(rules);
    }
}
