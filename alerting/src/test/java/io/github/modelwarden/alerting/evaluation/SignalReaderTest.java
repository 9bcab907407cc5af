package io.github.modelwarden.alerting.evaluation;

import static io.github.modelwarden.alerting.AlertRules.alert;
import static io.github.modelwarden.alerting.Severity.CRITICAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.modelwarden.alerting.AlertRule;
import io.github.modelwarden.alerting.Checks;
import io.github.modelwarden.alerting.ChurnRules;
import io.github.modelwarden.alerting.Signals;
import io.github.modelwarden.alerting.series.MetricSample;
import io.github.modelwarden.alerting.series.SeriesStore;
import io.github.modelwarden.core.Measurement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignalReaderTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private final SeriesStore store = SeriesStore.withRetention(Duration.ofHours(1));

    private static MetricSample requests(String outcome, double value) {
        return new MetricSample("ml_requests_total", Map.of("model", "m", "outcome", outcome), value);
    }

    private static Instant at(long seconds) {
        return START.plusSeconds(seconds);
    }

    private static AlertRule errorRate(long minimum) {
        return alert("e")
                .when(Signals.errorRate().over("60s"))
                .isAbove(0.05, CRITICAL)
                .basedOnAtLeast(minimum)
                .build();
    }

    private double increase(long now, long window) {
        return store.increases("ml_requests_total", Map.of(), at(now), Duration.ofSeconds(window)).stream()
                .mapToDouble(MetricSample::value)
                .sum();
    }

    @Test
    void takesIncreasesWithoutExtrapolationAndOverResets() {
        store.append(at(0), List.of(requests("success", 100)));
        assertThat(increase(0, 60)).as("first scrape").isZero();
        store.append(at(10), List.of(requests("success", 130)));
        store.append(at(20), List.of(requests("success", 5)));
        store.append(at(30), List.of(requests("success", 25)));
        assertThat(increase(30, 60)).isEqualTo(30 + 5 + 20);
        assertThat(increase(30, 20)).as("from the sample at the start").isEqualTo(5 + 20);
        assertThat(increase(30, 15)).isEqualTo(5 + 20);
        assertThat(increase(30, 5)).isEqualTo(20);
        assertThat(increase(20, 60)).as("earlier end").isEqualTo(35);
        assertThat(increase(95, 60)).as("nothing seen in the window").isZero();
    }

    @Test
    void countsALateSeriesFromZero() {
        store.append(at(0), List.of(requests("success", 10)));
        store.append(at(10), List.of(requests("success", 10), requests("server_error", 4)));
        assertThat(increase(10, 60)).isEqualTo(4);
    }

    @Test
    void keepsIncreasesThroughPruningAndThinning() {
        SeriesStore small = SeriesStore.withRetention(Duration.ofSeconds(20_000));
        for (int i = 0; i <= 30_000; i++) {
            small.append(at(i), List.of(requests("success", 3.0 * i)));
        }
        assertThat(small.increases("ml_requests_total", Map.of(), at(30_000), Duration.ofSeconds(100)))
                .singleElement()
                .satisfies(one -> assertThat(one.value()).isEqualTo(300));
        assertThat(small.increases("ml_requests_total", Map.of(), at(30_000), Duration.ofSeconds(20_000)))
                .singleElement()
                .satisfies(one -> assertThat(one.value()).isCloseTo(60_000, within(600.0)));
    }

    @Test
    void dropsSeriesThatEndedAndRefusesScrapesOutOfOrder() {
        store.append(at(0), List.of(requests("success", 1)));
        store.append(at(4000), List.of());
        assertThat(store.size()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.append(at(4000), List.of()))
                .withMessageContaining("append scrapes in order");
    }

    @Test
    void readsARatioWhoseNumeratorWasNeverIncremented() {
        store.append(at(0), List.of(requests("success", 0)));
        store.append(at(10), List.of(requests("success", 50)));
        assertThat(SignalReader.read(errorRate(20), store, at(10)))
                .containsExactly(new SignalValue(Map.of("model", "m"), 0, 50));
        store.append(at(20), List.of(requests("success", 94), requests("server_error", 6)));
        assertThat(SignalReader.read(errorRate(20), store, at(20)))
                .containsExactly(new SignalValue(Map.of("model", "m"), 0.06, 100));
    }

    @Test
    void readsF1WithWeightsButCountsWithout() {
        AlertRule rule = alert("f")
                .when(Signals.f1())
                .isBelow(0.7, CRITICAL)
                .basedOnAtLeast(200)
                .build();
        List<MetricSample> zero = new ArrayList<>();
        List<MetricSample> later = new ArrayList<>();
        Map.of("tp", 50.0, "fp", 30.0, "fn", 40.0, "tn", 900.0).forEach((outcome, count) -> {
            Map<String, String> labels = Map.of("model", "m", "version", "1", "class", "churn", "outcome", outcome);
            zero.add(new MetricSample("ml_labeled_predictions_total", labels, 0));
            later.add(new MetricSample("ml_labeled_predictions_total", labels, count));
        });
        store.append(at(0), zero);
        store.append(at(10), later);
        assertThat(SignalReader.read(rule, store, at(10))).singleElement().satisfies(one -> {
            assertThat(one.value()).isCloseTo(100.0 / 170, within(1e-12));
            assertThat(one.count()).isEqualTo(120);
        });
    }

    @Test
    void interpolatesQuantilesAsPrometheus() {
        AlertRule rule = alert("l")
                .when(Signals.latency(0.99))
                .isAbove(0.5, CRITICAL)
                .basedOnAtLeast(100)
                .build();
        store.append(at(0), histogram(0, 0, 0, 0));
        assertThat(SignalReader.read(rule, store, at(0)))
                .singleElement()
                .satisfies(one -> assertThat(one.count()).isZero());
        store.append(at(10), histogram(90, 97, 100, 100));
        assertThat(SignalReader.read(rule, store, at(10))).singleElement().satisfies(one -> {
            assertThat(one.value()).isCloseTo(0.8333333333, within(1e-9));
            assertThat(one.count()).isEqualTo(100);
        });
        store.append(at(20), histogram(90, 97, 100, 200));
        assertThat(SignalReader.read(rule, store, at(20)).get(0).value())
                .as("above the last finite bound")
                .isEqualTo(1);
    }

    private static List<MetricSample> histogram(double... cumulative) {
        String[] bounds = {"0.25", "0.5", "1.0", "+Inf"};
        List<MetricSample> samples = new ArrayList<>();
        for (int i = 0; i < bounds.length; i++) {
            samples.add(new MetricSample(
                    "ml_request_duration_seconds_bucket", Map.of("model", "m", "le", bounds[i]), cumulative[i]));
        }
        samples.add(new MetricSample("ml_request_duration_seconds_count", Map.of("model", "m"), cumulative[3]));
        return samples;
    }

    @Test
    void readsTheWorstGaugeWithItsObservationsOrItsOwnCount() {
        AlertRule rule = ChurnRules.load().find("feature_drift_customer_age").orElseThrow();
        Map<String, String> labels = Map.of("model", "m", "version", "1", "feature", "customer_age");
        Measurement measurement = new Measurement("ml_feature_psi", 0.25, labels, 640, at(0), Duration.ofHours(1));
        store.append(at(0), MetricSample.of(measurement));
        assertThat(SignalReader.read(rule, store, at(1))).containsExactly(new SignalValue(labels, 0.25, 640));
        store.append(
                at(10),
                List.of(
                        psi(labels, "1h", 0.1),
                        psi(labels, "24h", 0.4),
                        new MetricSample("ml_feature_observations_total", with(labels, "bin", "00"), 700)));
        assertThat(SignalReader.read(rule, store, at(11))).containsExactly(new SignalValue(labels, 0.4, 700));
        store.append(at(20), List.of());
        assertThat(SignalReader.read(rule, store, at(21)))
                .as("gone from the newest scrape")
                .isEmpty();
    }

    private static MetricSample psi(Map<String, String> labels, String window, double value) {
        return new MetricSample("ml_feature_psi", with(labels, "window", window), value);
    }

    private static Map<String, String> with(Map<String, String> labels, String name, String value) {
        return Checks.with(labels, name, value);
    }
}
