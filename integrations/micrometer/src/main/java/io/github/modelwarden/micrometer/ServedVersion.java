package io.github.modelwarden.micrometer;

import io.github.modelwarden.core.binning.Binning;
import io.github.modelwarden.core.binning.CategoricalBinning;
import io.github.modelwarden.core.binning.NumericBinning;
import io.github.modelwarden.core.catalog.MetricCatalog;
import io.github.modelwarden.core.catalog.MetricDefinition;
import io.github.modelwarden.core.data.Row;
import io.github.modelwarden.core.data.Schema;
import io.github.modelwarden.core.performance.ConfusionMatrix.Outcome;
import io.github.modelwarden.core.profile.Baseline;
import io.github.modelwarden.core.profile.FeatureProfile;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Records what one model version does. Thread-safe; recording a prediction takes no lock. */
public final class ServedVersion {

    private static final List<Duration> DELAY_BOUNDS = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofHours(6),
            Duration.ofDays(1),
            Duration.ofDays(7),
            Duration.ofDays(30));

    private final MeterRegistry registry;
    private final Schema schema;
    private final String version;
    private final String baselineId;
    private final Tags tags;
    private final List<Binning> binnings = new ArrayList<>();
    private final List<LongAdder[]> observations = new ArrayList<>();
    private final Map<RequestOutcome, Counter> requests = new EnumMap<>(RequestOutcome.class);
    private final Map<Outcome, Counter> labeled = new EnumMap<>(Outcome.class);
    private final Timer duration;
    private final Timer labelDelay;
    private final List<Meter> meters = new ArrayList<>();
    private final List<Meter> baselineMeters = new ArrayList<>();

    ServedVersion(
            MeterRegistry registry, Schema schema, String version, Baseline baseline, List<Duration> durationBounds) {
        this.registry = registry;
        this.schema = schema;
        this.version = version;
        this.baselineId = baseline.id();
        this.tags = Tags.of("model", schema.model(), "version", version);
        for (RequestOutcome outcome : RequestOutcome.values()) {
            requests.put(outcome, counter(MetricCatalog.REQUESTS, "outcome", outcome.word()));
        }
        for (Outcome outcome : Outcome.values()) {
            labeled.put(
                    outcome,
                    counter(
                            MetricCatalog.LABELED_PREDICTIONS,
                            "class",
                            schema.label().positive(),
                            "outcome",
                            outcome.word()));
        }
        String[] pairs = {"model", schema.model(), "version", version};
        duration = keep(Meters.timer(registry, MetricCatalog.REQUEST_DURATION, durationBounds, pairs));
        labelDelay = keep(Meters.timer(registry, MetricCatalog.LABEL_DELAY, DELAY_BOUNDS, pairs));
        baseline.profile().features().forEach(this::register);
    }

    private void register(FeatureProfile reference) {
        Binning binning = reference.binning();
        LongAdder[] adders = new LongAdder[binning.size()];
        Tags featureTags = tags.and("feature", reference.feature());
        for (int i = 0; i < adders.length; i++) {
            adders[i] = new LongAdder();
            meters.add(FunctionCounter.builder(
                            Meters.name(MetricCatalog.FEATURE_OBSERVATIONS), adders[i], LongAdder::doubleValue)
                    .description(MetricCatalog.FEATURE_OBSERVATIONS.help())
                    .tags(featureTags.and("bin", binning.ids().get(i)))
                    .register(registry));
        }
        binnings.add(binning);
        observations.add(adders);
        exportBaseline(reference, featureTags);
    }

    private void exportBaseline(FeatureProfile reference, Tags featureTags) {
        Binning binning = reference.binning();
        double total = reference.total();
        gauge(MetricCatalog.FEATURE_BASELINE_OBSERVATIONS, total, featureTags);
        long[] counts = reference.counts();
        for (int i = 0; i < counts.length; i++) {
            Tags bin = featureTags.and("bin", binning.ids().get(i));
            gauge(MetricCatalog.FEATURE_BASELINE_RATIO, counts[i] / total, bin);
            String[] bounds = bounds(binning, i);
            gauge(MetricCatalog.FEATURE_BIN_INFO, 1, bin.and("lower", bounds[0], "upper", bounds[1]));
        }
        double deviation = reference.moments().standardDeviation();
        if (binning instanceof NumericBinning numeric && deviation > 0) {
            double[] typical = numeric.representatives();
            for (int i = 0; i + 1 < typical.length; i++) {
                gauge(
                        MetricCatalog.FEATURE_BIN_SPACING,
                        (typical[i + 1] - typical[i]) / deviation,
                        featureTags.and("bin", binning.ids().get(i)));
            }
        }
    }

    private static String[] bounds(Binning binning, int bin) {
        if (binning instanceof NumericBinning numeric && bin < numeric.size() - 1) {
            double[] bounds = numeric.bounds(bin);
            return new String[] {bound(bounds[0]), bound(bounds[1])};
        }
        if (binning instanceof CategoricalBinning categorical
                && bin < categorical.categories().size()) {
            return new String[] {
                categorical.categories().get(bin), categorical.categories().get(bin)
            };
        }
        return new String[] {binning.ids().get(bin), binning.ids().get(bin)};
    }

    private static String bound(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        return Double.toString(value);
    }

    private Counter counter(MetricDefinition metric, String... extra) {
        return keep(Counter.builder(Meters.name(metric))
                .description(metric.help())
                .tags(tags.and(extra))
                .register(registry));
    }

    private void gauge(MetricDefinition metric, double value, Tags gaugeTags) {
        Double constant = value;
        baselineMeters.add(Gauge.builder(Meters.name(metric), () -> constant)
                .description(metric.help())
                .tags(gaugeTags)
                .strongReference(true)
                .register(registry));
    }

    private <M extends Meter> M keep(M meter) {
        meters.add(meter);
        return meter;
    }

    /** {@return the version} */
    public String version() {
        return version;
    }

    String baselineId() {
        return baselineId;
    }

    /**
     * Counts a request and its duration.
     *
     * @param outcome how it ended
     * @param elapsed from receiving it to answering
     */
    public void recordRequest(RequestOutcome outcome, Duration elapsed) {
        Counter counter = requests.get(outcome);
        if (counter != null) {
            counter.increment();
        }
        duration.record(elapsed);
    }

    /**
     * Counts the bins of one prediction.
     *
     * @param row its features, of this model's schema
     * @param score the model's score
     * @param predicted the predicted class
     */
    public void recordPrediction(Row row, double score, String predicted) {
        int features = schema.size();
        for (int i = 0; i < features; i++) {
            Binning binning = binnings.get(i);
            int bin = binning instanceof NumericBinning numeric
                    ? numeric.index(row.number(i))
                    : ((CategoricalBinning) binning).index(row.category(i));
            observations.get(i)[bin].increment();
        }
        observations.get(features)[((NumericBinning) binnings.get(features)).index(score)].increment();
        observations.get(features + 1)[((CategoricalBinning) binnings.get(features + 1)).index(predicted)].increment();
    }

    /**
     * Counts ground truth.
     *
     * @param outcome the outcome for the positive class
     * @param delay from the prediction to the arrival of its truth; a negative one counts as zero
     */
    public void recordLabel(Outcome outcome, Duration delay) {
        Counter counter = labeled.get(outcome);
        if (counter != null) {
            counter.increment();
        }
        labelDelay.record(delay.isNegative() ? Duration.ZERO : delay);
    }

    void dropBaseline() {
        baselineMeters.forEach(registry::remove);
        baselineMeters.clear();
    }

    void remove() {
        dropBaseline();
        meters.forEach(registry::remove);
        meters.clear();
    }
}
