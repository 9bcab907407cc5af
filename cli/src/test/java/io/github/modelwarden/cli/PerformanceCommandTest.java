package io.github.modelwarden.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PerformanceCommandTest {

    private static final Path PREDICTIONS =
            Path.of("../examples/performance/predictions.csv").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    private static Run performance(Path data, String... more) {
        String[] arguments = new String[3 + more.length];
        arguments[0] = "performance";
        arguments[1] = "--data";
        arguments[2] = data.toString();
        System.arraycopy(more, 0, arguments, 3, more.length);
        return Run.of(arguments);
    }

    private static Run predictions(String... more) {
        String[] all = new String[4 + more.length];
        all[0] = "--label";
        all[1] = "churned";
        all[2] = "--score";
        all[3] = "churn_score";
        System.arraycopy(more, 0, all, 4, more.length);
        return performance(PREDICTIONS, all);
    }

    private static JsonNode json(Run run) {
        assertThat(run.exitCode()).as(run.err()).isZero();
        return JsonMapper.builder().build().readTree(run.out());
    }

    /** The figures of scikit-learn; predictions_golden.py beside the file says how they were made. */
    private static Map<String, Double> golden() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                PerformanceCommandTest.class.getResourceAsStream("predictions_golden.csv"), "golden")) {
            Map<String, Double> golden = new HashMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(","))
                    .forEach(cells -> golden.put(cells[0], Double.valueOf(cells[1])));
            return golden;
        }
    }

    @Test
    void theFiguresAreThoseOfScikitLearn() throws IOException {
        JsonNode report = json(predictions("--format", "json"));
        Map<String, Double> golden = golden();
        JsonNode counts = report.path("confusion_matrix").path("counts");

        assertThat(report.path("rows").asInt()).isEqualTo(800);
        assertThat((double) report.path("labeled").asInt()).isEqualTo(golden.remove("labeled"));
        assertThat(counts.get(0).get(0).asDouble()).isEqualTo(golden.remove("tn"));
        assertThat(counts.get(0).get(1).asDouble()).isEqualTo(golden.remove("fp"));
        assertThat(counts.get(1).get(0).asDouble()).isEqualTo(golden.remove("fn"));
        assertThat(counts.get(1).get(1).asDouble()).isEqualTo(golden.remove("tp"));
        assertThat(golden).hasSize(12).allSatisfy((name, value) -> {
            JsonNode metric = report.path("metrics").path(name);
            assertThat(metric.path("value").asDouble()).as(name).isCloseTo(value, within(1e-12));
            assertThat(metric.path("lower").asDouble()).as(name).isLessThan(value);
            assertThat(metric.path("upper").asDouble()).as(name).isGreaterThan(value);
            assertThat(metric.path("count").asInt()).as(name).isPositive();
        });
    }

    @Test
    void whatWasInferredIsSaid() {
        Run run = predictions();

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("of 800 rows have a label, coverage 0.")
                .contains("Taken for a binary classifier, because there is a score column, and 2 classes occur.")
                .contains("Positive class: 'yes'.")
                .contains("rows with a score of 0.5 or more count as predicted positive");
    }

    @Test
    void optionsDecideInPlaceOfInference() {
        JsonNode report = json(predictions(
                "--format",
                "json",
                "--positive",
                "no",
                "--threshold",
                "0.3",
                "--confidence",
                "0.9",
                "--kind",
                "binary"));
        JsonNode usual = json(predictions("--format", "json"));

        assertThat(report.path("positive").asString()).isEqualTo("no");
        assertThat(report.path("kind_reason").isNull()).isTrue();
        assertThat(report.path("confidence").asDouble()).isEqualTo(0.9);
        assertThat(report.path("notes").get(0).asString()).contains("score of 0.3 or more");
        assertThat(report.path("metrics").path("roc_auc").path("value").asDouble())
                .isCloseTo(
                        1 - usual.path("metrics").path("roc_auc").path("value").asDouble(), within(1e-12));
    }

    @Test
    void severalClassesTakeAScoreColumnEach() {
        Path animals = Tables.write(
                folder,
                "animals.csv",
                "y,said,p_cat,p_cow,p_dog",
                90,
                row -> new String[] {"cat,cat,0.6,0.3,0.1", "cow,dog,0.2,0.3,0.5", "dog,dog,0.1,0.2,0.7"}[row % 3]);
        JsonNode report = json(performance(
                animals,
                "--label=y",
                "--prediction=said",
                "--score=p_cat",
                "--score=p_cow",
                "--score=p_dog",
                "--format=json"));

        assertThat(report.path("kind").asString()).isEqualTo("multiclass");
        assertThat(report.path("classes")).hasSize(3);
        assertThat(report.path("metrics").path("accuracy").path("value").asDouble())
                .isCloseTo(2.0 / 3, within(1e-12));
        assertThat(report.path("metrics").path("top_2_accuracy").path("value").asDouble())
                .isEqualTo(1);
    }

    @Test
    void numbersAreRegressionUnlessTheyAreAFewWholeOnes() {
        Path prices = Tables.write(folder, "prices.csv", "y,said", 50, row -> row + "," + (row + row % 3));
        Path flags = Tables.write(folder, "flags.csv", "y,said", 50, row -> row % 2 + "," + row % 4 / 2);

        JsonNode report = json(performance(prices, "--label=y", "--prediction=said", "--format=json"));
        assertThat(report.path("kind").asString()).isEqualTo("regression");
        assertThat(report.path("metrics").path("mae").path("value").asDouble()).isCloseTo(0.98, within(1e-12));
        assertThat(performance(flags, "--label=y", "--prediction=said").out())
                .contains("because labels and predictions are 0 and 1, and 2 classes occur");
        assertThat(performance(flags, "--label=y", "--prediction=said", "--kind=regression")
                        .out())
                .startsWith("Performance (regression)");
    }

    @Test
    void aPageStandsAlone() throws IOException {
        Path page = folder.resolve("report.html");

        assertThat(predictions("--format=html", "--out=" + page).out()).isEmpty();
        assertThat(Files.readString(page))
                .startsWith("<!DOCTYPE html>")
                .contains("ROC curve", "Reliability", "Confusion matrix", "predictions.csv")
                .doesNotContain("<script", "http://", "https://", "NaN");
    }

    private static void assertUsage(Run run, String... parts) {
        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(parts).doesNotContain("\tat ");
    }

    @Test
    void aWrongCommandLineIsSaidInOneSentence() {
        assertUsage(Run.of("performance", "--label", "y"), "--data");
        assertUsage(performance(PREDICTIONS, "--label=churned"), "expected --prediction COLUMN or --score COLUMN");
        assertUsage(predictions("--confidence=95"), "above 0 and below 1, such as 0.95, but got 95");
        assertUsage(predictions("--threshold=1.5"), "threshold from 0 to 1 but got 1.5");
        assertUsage(predictions("--threshold=NaN"), "threshold from 0 to 1 but got NaN");
        assertUsage(predictions("--threshold=0.2", "--prediction=customer_id"), "either --prediction or --threshold");
        assertUsage(predictions("--kind=ranking"), "[binary, multiclass, regression] but got 'ranking'");
        assertUsage(predictions("--kind=regression"), "--prediction COLUMN with the predicted numbers");
        assertUsage(predictions("--prediction=churned"), "'churned' is named twice");
    }
}
