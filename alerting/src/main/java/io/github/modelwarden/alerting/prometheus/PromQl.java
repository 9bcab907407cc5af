package io.github.modelwarden.alerting.prometheus;

import static io.github.modelwarden.core.catalog.MetricCatalog.FEATURE_OBSERVATIONS;

import io.github.modelwarden.alerting.Aggregation;
import io.github.modelwarden.alerting.AlertRule;
import io.github.modelwarden.alerting.PlainNumbers;
import io.github.modelwarden.alerting.SeriesNames;
import io.github.modelwarden.alerting.Signal;
import io.github.modelwarden.alerting.Term;
import io.github.modelwarden.config.ConfigDurations;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The expressions of one rule in PromQL, for Prometheus 2.42 and later. */
final class PromQl {

    private final AlertRule rule;
    private final String by;
    private final String window;

    PromQl(AlertRule rule) {
        this.rule = rule;
        this.by = "by (" + String.join(", ", rule.groupBy()) + ")";
        this.window = "[" + ConfigDurations.format(rule.signal().window()) + "]";
    }

    /** The value of the signal by group; absent where there is none. */
    String value() {
        return rule.signal().match(this::ratio, this::quantile, this::gauge);
    }

    /** The number of samples by group, empty if every value is judged. */
    Optional<String> count() {
        if (rule.minimum().count() == 0) {
            return Optional.empty();
        }
        if (rule.minimum().metric().isPresent()) {
            String metric = rule.minimum().metric().get();
            Map<String, String> where =
                    rule.signal().match(ratio -> Map.of(), Signal.Quantile::where, gauge -> identity(gauge.where()));
            return Optional.of(SeriesNames.isCounter(metric) ? increase(metric, where) : sum(metric, where));
        }
        return Optional.of(rule.signal()
                .match(
                        ratio -> terms(ratio.denominator(), term -> 1.0),
                        quantile -> increase(quantile.metric() + "_count", quantile.where()),
                        gauge -> increase(FEATURE_OBSERVATIONS.name(), identity(gauge.where()))));
    }

    private String ratio(Signal.Ratio ratio) {
        return "(" + terms(ratio.numerator(), Term::weight) + ")\n  /\n((" + terms(ratio.denominator(), Term::weight)
                + ") > 0)";
    }

    private String quantile(Signal.Quantile quantile) {
        String groups = "by (" + String.join(", ", rule.groupBy()) + ", le)";
        return "histogram_quantile(" + PlainNumbers.exact(quantile.q()) + ", sum " + groups + " (rate("
                + selector(quantile.metric() + "_bucket", quantile.where()) + window + ")))";
    }

    private String gauge(Signal.Gauge gauge) {
        String selector = gauge.recorded()
                .map(series -> selector(series, identity(gauge.where())))
                .orElseGet(() -> selector(gauge.metric(), gauge.where()));
        String worst = rule.condition().op().upward() ? "max " : "min ";
        String aggregated = gauge.aggregation() == Aggregation.LAST
                ? selector
                : gauge.aggregation().word() + "_over_time(" + selector + window + ")";
        return worst + by + " (" + aggregated + ")";
    }

    private String terms(List<Term> terms, Function<Term, Double> weight) {
        return terms.stream()
                .map(term -> {
                    double factor = weight.apply(term);
                    return (factor == 1 ? "" : PlainNumbers.exact(factor) + " * ") + term(term);
                })
                .collect(Collectors.joining("\n  + "));
    }

    /** A counter that was never incremented is absent, not 0: its siblings keep the group. */
    private String term(Term term) {
        String increase = increase(term.metric(), term.where());
        return term.where().isEmpty()
                ? increase
                : "(" + increase + " or " + increase(term.metric(), Map.of()) + " * 0)";
    }

    private String increase(String metric, Map<String, String> where) {
        return "sum " + by + " (increase(" + selector(metric, where) + window + "))";
    }

    private String sum(String metric, Map<String, String> where) {
        return "sum " + by + " (" + selector(metric, where) + ")";
    }

    private Map<String, String> identity(Map<String, String> where) {
        Map<String, String> identity = new TreeMap<>(where);
        identity.keySet().retainAll(rule.groupBy());
        return identity;
    }

    private static String selector(String metric, Map<String, String> where) {
        return where.isEmpty()
                ? metric
                : metric
                        + where.entrySet().stream()
                                .map(label -> label.getKey() + "=\"" + escape(label.getValue()) + "\"")
                                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String escape(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
