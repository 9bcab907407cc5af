package io.github.modelwarden.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ConformanceRunnerTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path directory;

    ConformanceRunnerTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private JsonNode answer(String cases) throws IOException {
        Files.writeString(directory.resolve("own.json"), cases);
        Path answers = directory.resolve("answers.txt");
        ConformanceRunner.over(directory, directory).write(answers);
        return JSON.readTree(Files.readString(answers));
    }

    @Test
    void answersUnderTheKeysThatAreAskedFor() throws IOException {
        JsonNode answers = answer("""
                [{"id": "ks", "statistic": "ks_2samp", "params": {},
                  "inputs": {"reference": [1, 2, 3, null], "current": [2, 3, 4, "NaN", 5]},
                  "expected": {"statistic": 0.5}},
                 {"id": "roc", "statistic": "classification_binary", "params": {"threshold": 0.5},
                  "inputs": {"y_true": [1, 0, 1, 0], "y_score": [0.9, 0.1, 0.4, 0.4]},
                  "expected": {"roc_auc": 0.875, "recall": 0.5, "log_loss": 1}}]
                """);

        assertThat(answers.path("ks").propertyNames()).containsExactly("statistic");
        assertThat(answers.path("ks").path("statistic").asDouble()).isEqualTo(0.5);
        assertThat(answers.path("roc").propertyNames()).containsExactly("recall", "roc_auc");
        assertThat(answers.path("roc").path("roc_auc").asDouble()).isEqualTo(0.875);
    }

    @Test
    void expectedValuesAreNotRead() throws IOException {
        JsonNode answers = answer("""
                [{"id": "chi", "statistic": "chi_square_contingency", "params": {"correction": false},
                  "inputs": {"table": [[10, 20], [20, 10]]}, "expected": {"statistic": -77, "p_value": 5}}]
                """);

        assertThat(answers.path("chi").path("statistic").asDouble())
                .isEqualTo(20.0 / 3, org.assertj.core.api.Assertions.within(1e-12));
    }

    @Test
    void declinesWithTheReason() throws IOException {
        JsonNode answers = answer("""
                [{"id": "a", "statistic": "adwin", "params": {}, "inputs": {}, "expected": {"x": 1}},
                 {"id": "b", "statistic": "psi", "params": {"zero_rule": "0.0001"}, "inputs": {}, "expected": {"psi": 1}},
                 {"id": "c", "statistic": "chi_square_contingency", "params": {},
                  "inputs": {"table": [[1, 2], [3, 4], [5, 6]]}, "expected": {"statistic": 1}},
                 {"id": "d", "statistic": "ks_2samp", "params": {"alternative": "less"},
                  "inputs": {"reference": [1], "current": [2]}, "expected": {"statistic": 1}},
                 {"id": "e", "statistic": "ks_2samp", "params": {},
                  "inputs": {"reference": [1], "current": [2]}, "expected": {"statistic": 1}}]
                """);

        assertThat(answers.path("a").path("declined").asString()).contains("no statistic 'adwin'");
        assertThat(answers.path("b").path("declined").asString()).contains("'0.0001'", "half counts");
        assertThat(answers.path("c").path("declined").asString()).contains("3 rows");
        assertThat(answers.path("d").path("declined").asString()).contains("two-sided");
        assertThat(answers.path("e").path("declined").asString()).contains("at least 2 values");
    }

    @Test
    void aFileThatIsNoListOfCasesIsNamed() {
        assertThatIOException()
                .isThrownBy(() -> answer("{\"id\": 1}"))
                .withMessageContaining("own.json: expected a list of reference cases");
        assertThatIOException().isThrownBy(() -> answer("[{")).withMessageContaining("own.json: expected JSON but");
    }

    @Test
    void theTableCountsBySourceAndStatisticAndNamesEveryDifference() throws IOException {
        Files.writeString(directory.resolve("own.json"), """
                [{"id": "right", "source": "scipy/scipy@1:x", "statistic": "ks_2samp", "params": {}, "tolerance": {"abs": 1e-9},
                  "inputs": {"reference": [1, 2, 3], "current": [2, 3, 4]}, "expected": {"statistic": 0.333333333333}},
                 {"id": "wrong", "source": "scipy/scipy@1:x", "statistic": "ks_2samp", "params": {}, "tolerance": {"abs": 1e-9},
                  "inputs": {"reference": [1, 2, 3], "current": [2, 3, 4]}, "expected": {"statistic": 0.5}},
                 {"id": "unknown", "source": "golden:x", "statistic": "nothing", "params": {}, "inputs": {}, "expected": {"x": 1}}]
                """);
        Path page = directory.resolve("table.adoc");

        List<String> differences = ConformanceRunner.over(directory, directory).writeTable(page);

        assertThat(differences).singleElement().asString().startsWith("wrong.statistic: expected 0.5 but got 0.333");
        assertThat(Files.readString(page))
                .contains("3 cases; answered: 2; of these within the tolerance of the case: 1")
                .contains("|scipy |2 |2 |1")
                .contains("|`nothing` |1 |0 |0")
                .contains("|`unknown` |the API has no statistic 'nothing'")
                .contains("|`wrong` |wrong.statistic: expected 0.5");
    }

    @Test
    void sharedCasesAreAnsweredAndAgree(TestReporter reporter) throws IOException {
        Path shared = Path.of("..", "..", "shared");
        Assumptions.assumeTrue(Files.isDirectory(shared.resolve("cases")), "no reference cases at " + shared);
        Path page = directory.resolve("table.adoc");

        List<String> differences = ConformanceRunner.over(shared.resolve("cases"), shared.resolve("data"))
                .writeTable(page);

        reporter.publishEntry(
                "table", Files.readString(page).lines().findFirst().orElse(""));
        assertThat(differences).isEmpty();
    }
}
