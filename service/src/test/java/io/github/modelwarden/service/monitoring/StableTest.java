package io.github.modelwarden.service.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.modelwarden.core.data.Row;
import io.github.modelwarden.core.data.Table;
import io.github.modelwarden.drift.report.DriftReport;
import io.github.modelwarden.drift.report.ModelDriftTest;
import io.github.modelwarden.micrometer.ModelMonitor;
import io.github.modelwarden.retraining.run.Bootstrap;
import io.github.modelwarden.retraining.run.InMemoryRunStore;
import io.github.modelwarden.retraining.run.LoadedModel;
import io.github.modelwarden.retraining.run.ModelArtifacts;
import io.github.modelwarden.retraining.training.TribuoLogisticTrainer;
import io.github.modelwarden.service.champion.Champion;
import io.github.modelwarden.service.dataset.BuiltInDataset;
import io.github.modelwarden.service.dataset.Dataset;
import io.github.modelwarden.service.prediction.Prediction;
import io.github.modelwarden.service.settings.ServiceSettings;
import io.github.modelwarden.spring.DriftProperties;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.ClassPathResource;

/** A world in which nothing changes must stay quiet, with the windows and settings of the demo. */
class StableTest {

    private static final Instant START = Instant.parse("2026-01-31T12:00:00Z");
    private static final int CHAMPIONS = 6;
    private static final int STREAMS = 10;
    private static final int PREDICTIONS = 10_000;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final Binder binder = demoBinder();
    private final ServiceSettings.Monitoring monitoring =
            binder.bindOrCreate("modelwarden.monitoring", ServiceSettings.Monitoring.class);
    private final int rate = binder.bind("modelwarden.demo.rate", Integer.class).get();
    private final ModelDriftTest test =
            binder.bindOrCreate("modelwarden.drift", DriftProperties.class).toTest();

    private long reports;
    private long alarms;
    private long disjoint;
    private long disjointAlarms;
    private final Map<String, Long> byFeature = new TreeMap<>();

    @Test
    void raisesNoMoreFalseAlarmsThanItsBudget() throws IOException {
        for (int seed = 1; seed <= CHAMPIONS; seed++) {
            Champion champion = champion(seed);
            for (int stream = 1; stream <= STREAMS; stream++) {
                watch(champion, BuiltInDataset.generate(1_000L * seed + stream, PREDICTIONS));
            }
        }

        assertThat(disjoint).isGreaterThanOrEqualTo(CHAMPIONS * STREAMS * 5L);
        String observed = String.format(
                Locale.ROOT,
                "%d of %d reports on sliding windows show drift that is not there (rate %.5f); of %d windows that share"
                        + " no row %d do, so the rate is %.5f to %.5f with 95 %% confidence; by feature %s; the budget is"
                        + " %s a report",
                alarms,
                reports,
                (double) alarms / reports,
                disjoint,
                disjointAlarms,
                lowerBound(disjointAlarms, disjoint),
                upperBound(disjointAlarms, disjoint),
                byFeature,
                test.alpha());
        System.getLogger("stable").log(System.Logger.Level.INFO, observed);
        assertThat(lowerBound(disjointAlarms, disjoint)).as(observed).isLessThanOrEqualTo(test.alpha());
        assertThat((double) alarms / reports)
                .as(observed)
                .isLessThanOrEqualTo(test.alpha() + 3 * Math.sqrt(test.alpha() / disjoint));
    }

    private static Binder demoBinder() {
        try {
            MutablePropertySources sources = new MutablePropertySources();
            new YamlPropertySourceLoader()
                    .load("demo", new ClassPathResource("application-demo.yaml"))
                    .forEach(sources::addLast);
            return new Binder(ConfigurationPropertySources.from(sources));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The first champion, made as the service makes it. */
    private Champion champion(int seed) throws IOException {
        Dataset dataset = BuiltInDataset.generate(seed, 8_000);
        ModelArtifacts artifacts = new ModelArtifacts(
                folder.resolve("models-" + seed), dataset.schema(), TribuoLogisticTrainer.withDefaults());
        InMemoryRunStore registry = new InMemoryRunStore(Clock.fixed(START, ZoneOffset.UTC));
        LoadedModel loaded = Bootstrap.champion(registry, artifacts, dataset.reference(), seed, START);
        return new Champion(
                loaded.version().version(),
                loaded.model(),
                loaded.baseline(),
                START,
                START,
                ModelMonitor.create(new SimpleMeterRegistry(), dataset.schema())
                        .serve("1", loaded.baseline(), loaded.model().framework()));
    }

    /** Sends stable traffic through a window and judges it at the demo's pace. */
    private void watch(Champion champion, Dataset traffic) {
        Table rows = traffic.reference().features();
        TrafficWindow window = new TrafficWindow(champion, monitoring.driftWindow());
        int step = (int) (rate * monitoring.evaluateEvery().toSeconds());
        int full = (int) (rate * monitoring.driftWindow().toSeconds());
        for (int i = 0; i < PREDICTIONS; i++) {
            Instant at = START.plusMillis(i * 1_000L / rate);
            window.accept(prediction(champion, rows.row(traffic.schema(), i), at, i));
            if ((i + 1) % step == 0) {
                DriftReport report = test.test(champion.baseline(), window.profile(at));
                count(report, (i + 1) % full == 0);
            }
        }
    }

    private void count(DriftReport report, boolean sharesNoRow) {
        boolean alarm = report.verdict().equals("drifted");
        report.driftedFeatures().forEach(feature -> byFeature.merge(feature, 1L, Long::sum));
        reports++;
        alarms += alarm ? 1 : 0;
        disjoint += sharesNoRow ? 1 : 0;
        disjointAlarms += sharesNoRow && alarm ? 1 : 0;
    }

    private static Prediction prediction(Champion champion, Row row, Instant at, int index) {
        double score = champion.model().score(row);
        return new Prediction(
                "p" + index, at, champion.version(), champion.model().label(score), score, row, 1, "trace");
    }

    /** Clopper and Pearson's exact bounds. */
    private static double lowerBound(long hits, long n) {
        return hits == 0
                ? 0
                : BetaDistribution.of((double) hits, n - hits + 1.0).inverseCumulativeProbability(0.025);
    }

    private static double upperBound(long hits, long n) {
        return hits == n
                ? 1
                : BetaDistribution.of(hits + 1.0, (double) n - hits).inverseCumulativeProbability(0.975);
    }
}
