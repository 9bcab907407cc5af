package io.github.modelwarden.alerting.series;

import io.github.modelwarden.alerting.AlertRule;
import io.github.modelwarden.alerting.Checks;
import io.github.modelwarden.alerting.RuleSet;
import io.github.modelwarden.alerting.SeriesNames;
import io.github.modelwarden.core.catalog.MetricCatalog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Samples in memory, as far back as rules look. Bounded: points older than the retention are dropped, a series keeps at
 * most 8 192 points (its older half then gets coarser; increases stay exact between the points that are left), and series
 * beyond the limit are not taken in.
 *
 * <p>Each {@link #append} is a whole scrape: a gauge that is missing from it is gone, and a counter that shows up later
 * than the first scrape has counted from 0. Thread-safe.
 */
public final class SeriesStore {

    /** What is read besides the series that rules name. */
    private static final Set<String> COMMON_SERIES =
            Set.of(MetricCatalog.FEATURE_OBSERVATIONS.name(), MetricCatalog.MODEL_INFO.name());

    private static final int MAX_SERIES = 50_000;
    /** How old the newest sample of a gauge may be, as in Prometheus. */
    private static final Duration LOOKBACK = Duration.ofMinutes(5);

    private final Duration retention;
    private final @Nullable Set<String> names;
    private final Map<String, Map<Map<String, String>, Series>> byName = new HashMap<>();
    private @Nullable Instant lastScrape;
    private long droppedSeries;
    private int series;

    private SeriesStore(Duration retention, @Nullable Set<String> names) {
        Checks.window(retention);
        this.retention = retention;
        this.names = names;
    }

    /**
     * A store of every series.
     *
     * @param retention how far back samples are kept, at least one second
     * @return the empty store
     */
    public static SeriesStore withRetention(Duration retention) {
        return new SeriesStore(retention, null);
    }

    /**
     * A store of just what rules look at, as far back as the longest window.
     *
     * @param rules the rules
     * @return the empty store
     */
    public static SeriesStore forRules(RuleSet rules) {
        Set<String> names = new TreeSet<>(COMMON_SERIES);
        for (AlertRule rule : rules.rules()) {
            names.addAll(rule.signal().seriesNames());
            rule.minimum().metric().ifPresent(names::add);
        }
        Duration window = rules.longestWindow();
        return new SeriesStore(window.isZero() ? LOOKBACK : window, names);
    }

    /**
     * Takes in a scrape.
     *
     * @param at when it was made, after the scrape before
     * @param samples every sample; what no rule needs is skipped
     * @throws IllegalArgumentException if the scrape is not later than the one before
     */
    public synchronized void append(Instant at, Collection<MetricSample> samples) {
        if (lastScrape != null && at.toEpochMilli() <= lastScrape.toEpochMilli()) {
            throw new IllegalArgumentException(
                    "expected a scrape after " + lastScrape + " but got one at " + at + "; append scrapes in order");
        }
        boolean first = lastScrape == null;
        lastScrape = at;
        for (MetricSample sample : samples) {
            if (names == null || names.contains(sample.name())) {
                append(at.toEpochMilli(), sample, first);
            }
        }
        forget(at.minus(retention).toEpochMilli());
    }

    private void append(long time, MetricSample sample, boolean firstScrape) {
        Map<Map<String, String>, Series> group = byName.computeIfAbsent(sample.name(), name -> new HashMap<>());
        Series known = group.get(sample.labels());
        if (known != null) {
            known.append(time, sample.value());
        } else if (series >= MAX_SERIES) {
            droppedSeries++;
        } else if (!SeriesNames.isCounter(sample.name())) {
            group.put(sample.labels(), Series.gauge(sample.labels(), time, sample.value()));
            series++;
        } else if (!Double.isNaN(sample.value())) {
            group.put(sample.labels(), Series.counter(sample.labels(), time, sample.value(), !firstScrape));
            series++;
        }
    }

    private void forget(long time) {
        for (Map<Map<String, String>, Series> group : byName.values()) {
            for (Iterator<Series> all = group.values().iterator(); all.hasNext(); ) {
                Series one = all.next();
                one.prune(time);
                if (one.lastSeen() < time) {
                    all.remove();
                    series--;
                }
            }
        }
    }

    /**
     * How much counters increased, resets taken out, without extrapolation. A series first seen within the window counts
     * from 0 if there was a scrape before it, otherwise from its first value.
     *
     * @param name name of a counter
     * @param where label values that a series must have
     * @param now end of the window, included
     * @param window length of the window
     * @return the increase of each series that has a sample in the window
     */
    public synchronized List<MetricSample> increases(
            String name, Map<String, String> where, Instant now, Duration window) {
        long end = now.toEpochMilli();
        long start = now.minus(window).toEpochMilli();
        return matching(name, where).stream()
                .filter(one -> one.isSeen(start, end))
                .map(one -> new MetricSample(name, one.labels(), one.increase(start, end)))
                .toList();
    }

    /**
     * The newest values of gauges.
     *
     * @param name name of a gauge
     * @param where label values that a series must have
     * @param now no later samples are read
     * @return the value of each series in the newest scrape, if that is not older than five minutes
     */
    public synchronized List<MetricSample> latest(String name, Map<String, String> where, Instant now) {
        if (lastScrape == null) {
            return List.of();
        }
        long end = now.toEpochMilli();
        long oldest = Math.max(
                Math.min(lastScrape.toEpochMilli(), end), now.minus(LOOKBACK).toEpochMilli());
        return matching(name, where).stream()
                .filter(one -> one.isSeen(oldest - 1, end))
                .map(one -> new MetricSample(name, one.labels(), one.last(end)))
                .toList();
    }

    /**
     * The samples of gauges in a window.
     *
     * @param name name of a gauge
     * @param where label values that a series must have
     * @param now end of the window, included
     * @param window length of the window
     * @return the samples in the window by the labels of their series, oldest first
     */
    public synchronized Map<Map<String, String>, double[]> samples(
            String name, Map<String, String> where, Instant now, Duration window) {
        long end = now.toEpochMilli();
        long start = now.minus(window).toEpochMilli();
        Map<Map<String, String>, double[]> samples = new HashMap<>();
        for (Series one : matching(name, where)) {
            if (one.isSeen(start, end)) {
                samples.put(one.labels(), one.values(start, end));
            }
        }
        return samples;
    }

    private List<Series> matching(String name, Map<String, String> where) {
        List<Series> matching = new ArrayList<>();
        for (Series one : byName.getOrDefault(name, Map.of()).values()) {
            if (one.labels().entrySet().containsAll(where.entrySet())) {
                matching.add(one);
            }
        }
        return matching;
    }

    /** {@return when the newest scrape was made, empty before the first} */
    public synchronized Optional<Instant> lastScrape() {
        return Optional.ofNullable(lastScrape);
    }

    /** {@return the number of series held} */
    public synchronized int size() {
        return series;
    }

    /** {@return how many samples were refused because there were too many series} */
    public synchronized long dropped() {
        return droppedSeries;
    }
}
