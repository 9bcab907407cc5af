package io.github.modelwarden.service.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.modelwarden.service.story.Client.Ledger;
import io.github.modelwarden.service.story.Client.Promise;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Kills the service again and again, and looks for what it had promised. */
class KillTest {

    private static final long SEED = 20_260_131;
    private static final int CLIENTS = 3;
    private static final int MOST_IN_ONE_REQUEST = 5_000;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final List<String> ENDS = List.of("promoted", "rejected", "inconclusive", "blocked", "failed");

    /** No trigger but an operator, and small numbers, so that a run can be started at any moment. */
    private static final String POLICY = """
            apiVersion: modelwarden/v1
            model: churn
            mode: auto
            triggers: {anyOf: [{maxAge: 90d}]}
            guards: {cooldown: 0s, minMatured: 1, minPositives: 1, maxLabelSilence: 1h, backoffAfterRejects: 100}
            window: 1h
            gate: {metric: f1, alpha: 0.05, minRows: 50, minPositives: 10, minAuc: 0.6}
            dataGate: {minRows: 200, minOfEachClass: 20}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final Ledger ledger = new Ledger();
    private final SplittableRandom random = new SplittableRandom(SEED);

    @Test
    void nothingAcknowledgedIsLostAndNothingIsStuckAfterKills() throws Exception {
        killUnderTraffic();
        killUnderTraffic();
        String training = killInRun("training");
        String evaluating = killInRun("evaluating");

        try (ServiceProcess service = start()) {
            Api api = service.ready();
            requireEverythingKept(api);
            assertThat(endOf(api, training)).isIn(ENDS);
            assertThat(endOf(api, evaluating)).isIn(ENDS);
            Client client = new Client(api, SEED, ledger);
            client.batch(1);
            requireChampionAnswers(api);
        }
        requireDatabaseComplete();
    }

    /** Kills after a random number of acknowledged answers, in the middle of the traffic. */
    private void killUnderTraffic() throws Exception {
        try (ServiceProcess service = start()) {
            Api api = service.ready();
            requireEverythingKept(api);
            int enough = ledger.acknowledged.get() + random.nextInt(300, 1_500);
            underTraffic(api, () -> {
                await("traffic")
                        .atMost(PATIENCE)
                        .pollInterval(Duration.ofMillis(1))
                        .until(() -> ledger.acknowledged.get() >= enough);
                service.kill();
                return "";
            });
        }
    }

    /** Kills as soon as a retraining run is seen in a state, and gives the run's id. */
    private String killInRun(String state) throws Exception {
        try (ServiceProcess service = start()) {
            Api api = service.ready();
            requireEverythingKept(api);
            return underTraffic(api, () -> {
                // the run that a kill left behind has to end before the next may start
                await("end of earlier runs")
                        .atMost(PATIENCE)
                        .until(() -> api.runs().stream().allMatch(run -> ENDS.contains(state(run))));
                String token =
                        Files.readString(folder.resolve("state/operator.token")).strip();
                Api.Answer planned = api.post("/api/retraining/runs", Map.of(), "Authorization", "Bearer " + token);
                assertThat(planned.status()).as("%s", planned.body()).isEqualTo(202);
                String id = planned.body().path("run").path("id").asString();
                await("state " + state)
                        .atMost(PATIENCE)
                        .pollDelay(Duration.ZERO)
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> state(run(api, id)).equals(state));
                service.kill();
                return id;
            });
        }
    }

    private interface Work {
        String run() throws Exception;
    }

    private String underTraffic(Api api, Work work) throws Exception {
        List<Client> clients = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            Client client = new Client(api, random.nextLong(), ledger);
            clients.add(client);
            Thread thread = new Thread(client, "client-" + i);
            thread.start();
            threads.add(thread);
        }
        try {
            return work.run();
        } finally {
            clients.forEach(Client::stop);
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }

    private ServiceProcess start() throws IOException {
        Path policy = Files.writeString(folder.resolve("retraining.yaml"), POLICY);
        Map<String, String> properties = Map.of(
                "modelwarden.policy", policy.toString(),
                "modelwarden.worker-lease", "1s",
                "modelwarden.initial-rows", "2000");
        return ServiceProcess.launch(
                folder, properties, "serve", "--state", folder.resolve("state").toString());
    }

    /** Asks through the API: the service must know every prediction, and every truth it took. */
    private void requireEverythingKept(Api api) throws IOException, InterruptedException {
        Map<String, String> truths = Map.copyOf(ledger.truths);
        List<Map<String, String>> items = truths.entrySet().stream()
                .map(truth -> Map.of("prediction_id", truth.getKey(), "actual", truth.getValue()))
                .toList();
        for (int from = 0; from < items.size(); from += MOST_IN_ONE_REQUEST) {
            requireKept(api, items.subList(from, Math.min(items.size(), from + MOST_IN_ONE_REQUEST)));
        }
    }

    private static void requireKept(Api api, List<Map<String, String>> items) throws IOException, InterruptedException {
        Api.Answer answer = api.post("/feedback", items);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(202);
        JsonNode receipt = answer.body();
        assertThat(receipt.path("unknown")).as("predictions gone").isEmpty();
        assertThat(receipt.path("accepted").asInt()).as("truths gone").isZero();
        assertThat(receipt.path("duplicates")).as("truths kept").hasSize(items.size());
    }

    private String endOf(Api api, String id) {
        await("end of run " + id).atMost(PATIENCE).until(() -> ENDS.contains(state(run(api, id))));
        try {
            return state(run(api, id));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    private static void requireChampionAnswers(Api api) throws IOException, InterruptedException {
        String champion = api.get("/api/model").path("version").asString();
        JsonNode answer = api.post(
                        "/predict",
                        Map.of(
                                "features",
                                io.github.modelwarden.service.churn.ChurnGenerator.create(SEED)
                                        .next()
                                        .features()))
                .body();
        assertThat(answer.path("version").asString()).isEqualTo(champion);
    }

    private static JsonNode run(Api api, String id) throws IOException, InterruptedException {
        return api.runs().stream()
                .filter(run -> run.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String state(JsonNode run) {
        return run.path("state").asString();
    }

    /** Opens the database file once nobody else has it. */
    private void requireDatabaseComplete() throws SQLException {
        Map<String, Promise> stored = new HashMap<>();
        Map<String, String> truths = new HashMap<>();
        int champions = 0;
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("state/database"));
                Statement statement = connection.createStatement()) {
            try (ResultSet row =
                    statement.executeQuery("select prediction_id, version, label, score from prediction")) {
                while (row.next()) {
                    stored.put(row.getString(1), new Promise(row.getString(2), row.getString(3), row.getDouble(4)));
                }
            }
            try (ResultSet row = statement.executeQuery("select prediction_id, actual from feedback")) {
                while (row.next()) {
                    truths.put(row.getString(1), row.getString(2));
                }
            }
            try (ResultSet row = statement.executeQuery("select count(*) from model_alias where alias = 'champion'")) {
                row.next();
                champions = row.getInt(1);
            }
        }
        assertThat(ledger.answers).as("acknowledged answers").hasSizeGreaterThan(1_000);
        assertThat(stored).as("answers in the log, seed %s", SEED).containsAllEntriesOf(ledger.answers);
        assertThat(truths).as("truths in the log, seed %s", SEED).containsAllEntriesOf(ledger.truths);
        assertThat(champions).isEqualTo(1);
    }
}
