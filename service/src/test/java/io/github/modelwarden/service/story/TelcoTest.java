package io.github.modelwarden.service.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.modelwarden.config.SchemaFile;
import io.github.modelwarden.service.dataset.CsvDataset;
import io.github.modelwarden.service.dataset.DatasetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** A user's own table goes through the demo: the public Telco churn table where it is at hand, and a small one made here. */
class TelcoTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path SCHEMA = ROOT.resolve("examples/telco/schema.yaml");
    private static final String TELCO = "data/sets/telco/Telco-Customer-Churn.csv";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final Map<String, String> FAST = Map.of(
            "modelwarden.demo.rate", "200",
            "modelwarden.demo.label-delay", "1s",
            "modelwarden.monitoring.evaluate-every", "600ms");

    private static final String SHOP_SCHEMA = """
            model: shop
            features:
              - {name: age, type: numeric, min: 0, max: 130}
              - {name: plan, type: categorical, categories: [basic, plus]}
              - {name: spend, type: numeric, required: false}
            label: {name: left, positive: "yes", negative: "no"}
            replay: {reference: 0.5, first: {plan: basic}}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void telcoDriftsAndIsRetrainedOnItsRealLabels() throws IOException, InterruptedException {
        Path telco = ROOT.resolve("../shared").resolve(TELCO);
        assumeTrue(Files.isRegularFile(telco), "the Telco churn table is not there; see examples/telco/README.md");
        Set<String> drifted = new HashSet<>();

        try (ServiceProcess service = demo(telco, SCHEMA)) {
            Api api = service.ready();
            await("drift of tenure and Contract and the end of a run")
                    .atMost(PATIENCE)
                    .until(() -> {
                        noteDrifted(api, drifted);
                        return drifted.containsAll(List.of("tenure", "Contract"))
                                && api.runs().stream()
                                        .anyMatch(run -> !run.path("ended_at").isNull());
                    });
            JsonNode run = api.runs().get(api.runs().size() - 1);
            await("all labels").atMost(PATIENCE).until(() -> labels(api) == 3_522);

            assertThat(run.path("state").asString()).as("%s", run).isIn("promoted", "rejected", "inconclusive");
            assertThat(count(api.get("/api/baseline"), "TotalCharges", "missing"))
                    .as("blank TotalCharges in the reference")
                    .isBetween(1, 11);
        }
    }

    @Test
    void aSmallTableWithABlankCellAndAnUnseenCategoryIsReplayedToTheEnd() throws IOException, InterruptedException {
        Path schema = Files.writeString(folder.resolve("schema.yaml"), SHOP_SCHEMA);
        Path data = Files.writeString(folder.resolve("shop.csv"), shop(1_600));
        Set<String> drifted = new HashSet<>();

        try (ServiceProcess service = demo(data, schema)) {
            Api api = service.ready();
            await("drift of plan, and all labels").atMost(PATIENCE).until(() -> {
                noteDrifted(api, drifted);
                return drifted.contains("plan") && labels(api) == 800;
            });
            JsonNode drift = api.get("/api/drift");

            assertThat(count(api.get("/api/baseline"), "spend", "missing")).isPositive();
            assertThat(share(drift, "plan", "other_gold")).as("unseen category").isPositive();
            assertThat(share(drift, "spend", "missing")).as("blank cells").isPositive();
        }
    }

    @Test
    void aBadCellEndsTheDemoWithOneSentenceThatSaysWhere() throws IOException, InterruptedException {
        Path schema = Files.writeString(folder.resolve("schema.yaml"), SHOP_SCHEMA);
        Path data = Files.writeString(folder.resolve("shop.csv"), shop(600) + "33,basic,12,maybe\n");

        try (ServiceProcess service = demo(data, schema)) {
            assertThat(service.exitCode()).isEqualTo(65);
            assertThat(service.errors().strip())
                    .isEqualTo("modelwarden: data file " + data
                            + ", line 602, column 'left': expected 'yes' or 'no' but got 'maybe'");
        }
    }

    static List<Arguments> badRows() {
        return List.of(
                Arguments.argumentSet("a text in a number", "old,basic,12,yes", "column 'age': expected a number"),
                Arguments.argumentSet("a required blank", " ,basic,12,yes", "column 'age': is blank"),
                Arguments.argumentSet("out of bounds", "131,basic,12,yes", "column 'age': '131' is outside"),
                Arguments.argumentSet("not finite", "NaN,basic,12,yes", "column 'age': 'NaN' is outside"),
                Arguments.argumentSet("too few cells", "33,basic,12", "3 cells where the header has 4"),
                Arguments.argumentSet("too many cells", "33,basic,12,yes,1", "5 cells where the header has 4"));
    }

    @ParameterizedTest
    @MethodSource("badRows")
    void aBadRowIsReportedWithFileAndLine(String row, String problem) throws IOException {
        Path data = Files.writeString(folder.resolve("shop.csv"), shop(600) + row + "\n");

        assertThatThrownBy(() -> CsvDataset.read(data, SchemaFile.parse(SHOP_SCHEMA, "schema.yaml")))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("shop.csv, line 602")
                .hasMessageContaining(problem);
    }

    /** Customers of a shop: every 40th has no spend, and every 60th of the later half a plan that is new. */
    private static String shop(int rows) {
        SplittableRandom random = new SplittableRandom(3);
        StringBuilder csv = new StringBuilder("age,plan,spend,left\n");
        for (int i = 0; i < rows; i++) {
            int age = random.nextInt(18, 90);
            boolean basic = random.nextBoolean();
            String plan = i > rows / 2 && i % 60 == 0 ? "gold" : basic ? "basic" : "plus";
            String spend = i % 40 == 0 ? "" : String.format(Locale.ROOT, "%.2f", 10 + 90 * random.nextDouble());
            boolean left = random.nextDouble() < (basic ? 0.6 : 0.2);
            csv.append(age).append(',').append(plan).append(',').append(spend);
            csv.append(',').append(left ? "yes" : "no").append('\n');
        }
        return csv.toString();
    }

    private ServiceProcess demo(Path data, Path schema) {
        return ServiceProcess.launch(
                folder,
                FAST,
                "demo",
                "--data",
                data.toString(),
                "--schema",
                schema.toString(),
                "--state",
                folder.resolve("state").toString());
    }

    private static void noteDrifted(Api api, Set<String> drifted) throws IOException, InterruptedException {
        Api.stream(api.get("/api/drift").path("features"))
                .filter(feature -> feature.path("verdict").asString().equals("drifted"))
                .forEach(feature -> drifted.add(feature.path("feature").asString()));
    }

    private static int labels(Api api) throws IOException, InterruptedException {
        return api.get("/api/status").path("demo").path("labels_sent").asInt();
    }

    private static int count(JsonNode baseline, String feature, String bin) {
        return bin(baseline, feature, bin).path("count").asInt();
    }

    private static double share(JsonNode drift, String feature, String bin) {
        return bin(drift, feature, bin).path("current_ratio").asDouble();
    }

    private static JsonNode bin(JsonNode report, String feature, String bin) {
        return Api.stream(report.path("features"))
                .filter(node -> node.path("feature").asString().equals(feature))
                .flatMap(node -> Api.stream(node.path("bins")))
                .filter(node -> node.path("bin").asString().equals(bin))
                .findFirst()
                .orElseThrow();
    }
}
