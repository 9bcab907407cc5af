package io.github.modelwarden.service.story;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.core.ConditionTimeoutException;
import tools.jackson.databind.JsonNode;

/**
 * One run of the demo on a fast clock, watched through its API and, where there is a browser, through its page. The tests
 * judge what was seen.
 */
final class StoryRun {

    /** The steps of the story, in order. */
    enum Step {
        STABLE,
        DRIFTED,
        ALERT_FIRING,
        RETRAINING,
        PROMOTED,
        NEW_MODEL,
        RECOVERED
    }

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** As the demo's policy, on the faster clock. */
    private static final String POLICY = """
            apiVersion: modelwarden/v1
            model: churn
            mode: auto
            triggers:
              anyOf:
                - drift: {share: 0.1, persist: 11 of 12}
            guards: {cooldown: 30s, minMatured: 600, minPositives: 60, maxLabelSilence: 10s, backoffAfterRejects: 3}
            window: 11s
            gate: {metric: f1, alpha: 0.05, minRows: 150, minPositives: 30, minAuc: 0.6}
            dataGate: {minRows: 500, minOfEachClass: 40, outsideShare: 0.5}
            """;

    private static final Map<String, String> FAST = Map.of(
            "modelwarden.demo.shift-after", "15s",
            "modelwarden.demo.rate", "120",
            "modelwarden.demo.label-delay", "1s",
            "modelwarden.monitoring.drift-window", "12s",
            "modelwarden.monitoring.performance-window", "12s",
            "modelwarden.monitoring.evaluate-every", "1s");

    @SuppressWarnings("NullAway.Init")
    private static StoryRun only;

    private final Api api;
    private final Optional<LivePage> page;
    private final Map<Step, Double> seconds = new LinkedHashMap<>();
    private final long start = System.nanoTime();

    private StoryRun(Api api, Optional<LivePage> page) {
        this.api = api;
        this.page = page;
    }

    /** The run; the first caller pays for it. */
    static synchronized StoryRun once() throws IOException, InterruptedException {
        if (only == null) {
            Path folder = Files.createDirectories(Path.of("target", "story"));
            Path policy = Files.writeString(folder.resolve("retraining.yaml"), POLICY);
            Map<String, String> properties = new LinkedHashMap<>(FAST);
            properties.put("modelwarden.policy", policy.toAbsolutePath().toString());
            try (ServiceProcess process = ServiceProcess.launch(folder, properties, "demo")) {
                Api api = process.ready();
                Optional<LivePage> page = Chromium.find().map(chromium -> LivePage.open(chromium, api.base()));
                try {
                    only = new StoryRun(api, page);
                    only.watch();
                } finally {
                    page.ifPresent(LivePage::close);
                }
            }
        }
        return only;
    }

    /** Seconds from the service's readiness until each step was seen through the API. */
    Map<Step, Double> seconds() {
        return seconds;
    }

    /** What the page showed; empty without a browser. */
    Optional<LivePage> page() {
        return page;
    }

    private void watch() {
        try {
            await("the whole story")
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(250))
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .until(() -> {
                        look();
                        page.ifPresent(LivePage::look);
                        return over();
                    });
        } catch (ConditionTimeoutException e) {
            // the tests say which step was not seen
        }
        page.ifPresent(LivePage::lastLook);
    }

    private boolean over() {
        return seconds.containsKey(Step.RECOVERED)
                && page.map(seen -> seen.saw(Step.RECOVERED)).orElse(true);
    }

    private void look() throws IOException, InterruptedException {
        String age = api.verdict("customer_age").orElse("");
        saw(Step.STABLE, age.equals("stable"));
        saw(Step.DRIFTED, seconds.containsKey(Step.STABLE) && age.equals("drifted"));
        saw(Step.ALERT_FIRING, firing());
        List<JsonNode> runs = api.runs();
        saw(Step.RETRAINING, !runs.isEmpty());
        saw(Step.PROMOTED, runs.stream().anyMatch(run -> state(run).equals("promoted")));
        boolean second = api.get("/api/model").path("version").asString().equals("2");
        saw(Step.NEW_MODEL, second);
        if (seconds.containsKey(Step.NEW_MODEL)) {
            saw(Step.RECOVERED, age.equals("stable") && f1() > 0.7 && !firing());
        }
    }

    private static String state(JsonNode run) {
        return run.path("state").asString();
    }

    private boolean firing() throws IOException, InterruptedException {
        return Api.stream(api.get("/api/alerts").path("alerts"))
                .anyMatch(alert -> alert.path("rule").asString().equals("feature_drift_customer_age")
                        && alert.path("severity").asString().equals("critical")
                        && alert.path("state").asString().equals("firing"));
    }

    private double f1() throws IOException, InterruptedException {
        return api.get("/api/performance").path("windows").path(0).path("f1").asDouble(0);
    }

    private void saw(Step step, boolean now) {
        if (now) {
            seconds.computeIfAbsent(step, first -> (System.nanoTime() - start) / 1e9);
        }
    }
}
