package io.github.modelwarden.service.demo;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client of the service: asks for predictions at a steady rate over HTTP and reports the ground truth some seconds
 * later. It knows nothing of the service but its endpoints.
 */
final class Simulator {

    private static final Logger LOG = LoggerFactory.getLogger(Simulator.class);
    private static final Duration TICK = Duration.ofMillis(50);
    /** A client of good manners waits for answers when the service is slow, for example just after its start. */
    private static final int MAX_IN_FLIGHT = 16;

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final TrafficSource source;
    private final DemoSettings settings;
    private final Clock clock;
    private final JsonMapper mapper;
    private final SplittableRandom random = new SplittableRandom(7);
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final ScheduledExecutorService executor =
            Executors.newScheduledThreadPool(2, task -> new Thread(task, "simulator"));
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicLong requestsSent = new AtomicLong();
    private final AtomicLong labelsSent = new AtomicLong();
    private final PriorityQueue<Truth> waiting = new PriorityQueue<>(Comparator.comparing(Truth::due));
    private volatile @Nullable Instant startedAt;
    private volatile boolean ended;
    private volatile List<ScheduledFuture<?>> running = List.of();
    private double owed;
    private long lastNanos;

    private record Truth(Instant due, String predictionId, String actual) {}

    Simulator(TrafficSource source, DemoSettings settings, Clock clock, JsonMapper mapper) {
        this.source = source;
        this.settings = settings;
        this.clock = clock;
        this.mapper = mapper;
    }

    /** What the simulator is doing. */
    record Progress(
            String scenario,
            String description,
            @Nullable Instant startedAt,
            @Nullable Instant shiftAt,
            String phase,
            long requestsSent,
            long labelsSent) {}

    Progress progress() {
        Instant started = startedAt;
        Instant shift =
                started == null ? null : source.shiftAfter().map(started::plus).orElse(null);
        String phase = "stable";
        if (ended) {
            phase = "ended";
        } else if (shift != null && !clock.instant().isBefore(shift)) {
            phase = "shifted";
        }
        return new Progress(
                source.name(), source.description(), started, shift, phase, requestsSent.get(), labelsSent.get());
    }

    void start(URI base) {
        startedAt = clock.instant();
        lastNanos = System.nanoTime();
        LOG.info("simulated traffic starts: {}", source.description());
        var requests = executor.scheduleAtFixedRate(
                () -> guarded(() -> sendDue(base)), 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
        var labels =
                executor.scheduleWithFixedDelay(() -> guarded(() -> sendTruth(base)), 500, 500, TimeUnit.MILLISECONDS);
        running = List.of(requests, labels);
    }

    void stop() {
        running.forEach(task -> task.cancel(false));
        executor.shutdownNow();
    }

    private void sendDue(URI base) {
        Instant started = startedAt;
        long nanos = System.nanoTime();
        owed = Math.min(settings.rate(), owed + settings.rate() * (nanos - lastNanos) / 1e9);
        lastNanos = nanos;
        while (owed >= 1 && started != null && !ended && inFlight.get() < MAX_IN_FLIGHT) {
            owed--;
            Optional<TrafficSource.Visit> visit = source.next(Duration.between(started, clock.instant()));
            if (visit.isEmpty()) {
                ended = true;
                LOG.info("simulated traffic ends: every row was sent");
                return;
            }
            ask(base, visit.get());
        }
    }

    private void ask(URI base, TrafficSource.Visit visit) {
        requestsSent.incrementAndGet();
        inFlight.incrementAndGet();
        var answer = http.sendAsync(
                post(base.resolve("/predict"), Map.of("features", visit.features())),
                HttpResponse.BodyHandlers.ofString());
        var unused = answer.whenComplete((response, failure) -> {
            inFlight.decrementAndGet();
            if (failure != null) {
                LOG.debug("a simulated prediction failed", failure);
            } else if (response.statusCode() == 200) {
                expect(response.body(), visit.actual());
            } else {
                LOG.debug("a simulated prediction was answered {}: {}", response.statusCode(), response.body());
            }
        });
    }

    private void expect(String body, @Nullable String actual) {
        if (actual == null) {
            return;
        }
        JsonNode id = mapper.readTree(body).path("prediction_id");
        synchronized (waiting) {
            long delay = settings.labelDelay().toMillis();
            Instant due = clock.instant().plusMillis(delay + (delay > 0 ? random.nextLong(delay) : 0));
            waiting.add(new Truth(due, id.stringValue(), actual));
        }
    }

    private void sendTruth(URI base) {
        List<Map<String, String>> items = new ArrayList<>();
        Instant now = clock.instant();
        synchronized (waiting) {
            for (Truth truth = waiting.peek(); truth != null && !truth.due().isAfter(now); truth = waiting.peek()) {
                waiting.remove(truth);
                items.add(Map.of("prediction_id", truth.predictionId(), "actual", truth.actual()));
            }
        }
        if (!items.isEmpty()) {
            var unused = http.sendAsync(post(base.resolve("/feedback"), items), HttpResponse.BodyHandlers.discarding())
                    .thenAccept(response -> labelsSent.addAndGet(response.statusCode() == 202 ? items.size() : 0));
        }
    }

    private HttpRequest post(URI uri, Object body) {
        return HttpRequest.newBuilder(uri)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(mapper.writeValueAsString(body)))
                .build();
    }

    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.warn("the traffic simulator stumbled and goes on", e);
        }
    }
}
