package io.github.modelwarden.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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

    private ConformanceRunner.Run run(String cases) throws IOException {
        Files.writeString(directory.resolve("own.json"), cases);
        return ConformanceRunner.over(directory, directory).run();
    }

    private JsonNode answer(String cases) throws IOException {
        return JSON.readTree(run(cases).answers());
    }

    private String declined(String cases, String id) throws IOException {
        return answer(cases).path(id).path("declined").asString();
    }

    @Test
    void answersUnderTheKeysThatAreAskedFor() throws IOException {
        JsonNode answers = answer("""
                [{"id": "ks", "statistic": "ks_2samp", "params": {},
                  "inputs": {"reference": [1, 2, 3, null], "current": [2, 3, 4, "NaN", 5]},
                  "expected": {"statistic": 0.5}},
                 {"id": "roc", "statistic": "classification_binary", "params": {"threshold": 0.5},
                  "inputs": {"y_true": [1, 0, 1, 0], "y_score": [0.9, 0.1, 0.4, 0.4]},
                  "expected": {"roc_auc": 0.875, "recall": 0.5}}]
                """);

        assertThat(answers.path("ks").propertyNames()).containsExactly("statistic");
        assertThat(answers.path("ks").path("statistic").asDouble()).isEqualTo(0.5);
        assertThat(answers.path("roc").propertyNames()).containsExactlyInAnyOrder("roc_auc", "recall");
        assertThat(answers.path("roc").path("roc_auc").asDouble()).isEqualTo(0.875);
    }

    @Test
    void expectedValuesAreNotRead() throws IOException {
        JsonNode answers = answer("""
                [{"id": "chi", "statistic": "chi_square_contingency", "params": {"correction": false},
                  "inputs": {"table": [[10, 20], [20, 10]]}, "expected": {"statistic": -77, "p_value": 5}}]
                """);

        assertThat(answers.path("chi").path("statistic").asDouble()).isEqualTo(20.0 / 3, within(1e-12));
    }

    @Test
    void answersEverythingItHasWhenNothingIsExpected() throws IOException {
        JsonNode answers = answer("""
                [{"id": "ks", "statistic": "ks_2samp", "params": {},
                  "inputs": {"reference": [1, 2, 3], "current": [2, 3, 4, 5]}}]
                """);

        assertThat(answers.path("ks").propertyNames()).contains("statistic", "p_value");
    }

    /** Thresholds by scikit-learn 1.9.1. */
    @Test
    void theInfiniteThresholdOfARocCurveIsLeftOutOnlyWhereTheCaseSaysSo() throws IOException {
        JsonNode answers = answer("""
                [{"id": "plain", "source": "own:x", "statistic": "roc_curve", "params": {"drop_intermediate": true},
                  "inputs": {"y_true": [1, 0, 1, 0], "y_score": [0.98, 0.3, 0.4, 0.6]}, "expected": {"thresholds": []}},
                 {"id": "noted", "source": "own:x", "statistic": "roc_curve", "params": {"drop_intermediate": true},
                  "inputs": {"y_true": [1, 0, 1, 0], "y_score": [0.98, 0.3, 0.4, 0.6]}, "expected": {"thresholds": []},
                  "note": "First threshold (inf) left out"},
                 {"id": "param", "source": "own:x", "statistic": "roc_curve", "params": {"first_threshold": "omitted"},
                  "inputs": {"y_true": [1, 0, 1, 0], "y_score": [0.98, 0.3, 0.4, 0.6]}, "expected": {"thresholds": []}}]
                """);

        assertThat(answers.path("plain").path("thresholds")).hasToString("[\"Infinity\",0.98,0.6,0.4,0.3]");
        assertThat(answers.path("noted").path("thresholds")).hasToString("[0.98,0.6,0.4,0.3]");
        assertThat(answers.path("param").path("thresholds")).hasToString("[0.98,0.6,0.4,0.3]");
    }

    /** Limits by numpy: mean 3 and standard deviation √2.5 of the sample. */
    @Test
    void thresholdsTakeTheDeviationOfTheSampleWhereTheCaseSaysSo() throws IOException {
        JsonNode answers = answer("""
                [{"id": "sample", "statistic": "threshold_standard_deviation",
                  "params": {"lower_multiplier": 2, "upper_multiplier": 2, "ddof": 1},
                  "inputs": {"values": [1, 2, 3, 4, 5]}, "expected": {"lower": 0, "upper": 0}},
                 {"id": "two", "statistic": "threshold_standard_deviation", "params": {"ddof": 2},
                  "inputs": {"values": [1, 2, 3, 4, 5]}, "expected": {"lower": 0}}]
                """);

        assertThat(answers.path("sample").path("upper").asDouble()).isEqualTo(6.16227766016838, within(1e-12));
        assertThat(answers.path("sample").path("lower").asDouble()).isEqualTo(-0.16227766016837997, within(1e-12));
        assertThat(answers.path("two").path("declined").asString()).contains("not by 2 less");
    }

    @Test
    void declinesWithTheReason() throws IOException {
        String cases = """
                [{"id": "a", "statistic": "nothing", "params": {}, "inputs": {}, "expected": {"x": 1}},
                 {"id": "b", "statistic": "psi", "params": {"zero_rule": "wishes"},
                  "inputs": {"reference": [1, 2], "current": [1, 2]}, "expected": {"psi": 1}},
                 {"id": "c", "statistic": "ks_2samp", "params": {},
                  "inputs": {"reference": [1, "x"], "current": [2]}, "expected": {"statistic": 1}},
                 {"id": "d", "statistic": "ks_2samp", "params": {},
                  "inputs": {"reference": {"$array": "no.json"}, "current": [2]}, "expected": {"statistic": 1}},
                 {"id": "e", "statistic": "ks_2samp", "params": {},
                  "inputs": {"reference": [1, 2], "current": [2, 3]}, "expected": {"colour": 1}}]
                """;

        assertThat(declined(cases, "a")).contains("no statistic 'nothing'");
        assertThat(declined(cases, "b")).contains("wishes");
        assertThat(declined(cases, "c")).contains("x");
        assertThat(declined(cases, "d")).contains("no.json is not beside the cases");
        assertThat(declined(cases, "e")).contains("no value for colour");
    }

    @Test
    void whatIsNoCaseIsDeclinedByItsPlaceAndTheOthersAreAnswered() throws IOException {
        Files.writeString(directory.resolve("broken.json"), "[{");
        JsonNode answers = answer("""
                [7, {"statistic": "psi"},
                 {"id": "ks", "statistic": "ks_2samp", "params": {}, "inputs": {"reference": [1, 2], "current": [2, 3]},
                  "expected": {"statistic": 0.5}},
                 {"id": "ks", "statistic": "ks_2samp"}]
                """);

        assertThat(answers.path("broken.json").path("declined").asString()).contains("no JSON", "line 1");
        assertThat(answers.path("own.json[0]").path("declined").asString()).contains("not a case");
        assertThat(answers.path("own.json[1]").path("declined").asString()).contains("no id");
        assertThat(answers.path("ks").path("statistic").asDouble()).isEqualTo(0.5);
        assertThat(answers.path("ks (own.json[3])").path("declined").asString())
                .contains("used before, by own.json[2]");
    }

    @Test
    void dataSetsAreReadFromTheirFolderOnly() throws IOException {
        Files.writeString(directory.resolve("r.csv"), "a,b\n1,x\n2,y\n3,z\n2,v\n3,w\n4,u\n");
        String form = """
                [{"id": "ks", "statistic": "ks_2samp", "params": {}, "inputs": {"dataset": "%s", "column": "a",
                  "reference_rows": "0..2", "current_rows": "3..5"}, "expected": {"statistic": 0.5}}]
                """;

        assertThat(answer(form.formatted("r.csv")).path("ks").path("statistic").asDouble())
                .isEqualTo(1.0 / 3, within(1e-12));
        assertThat(declined(form.formatted("../r.csv"), "ks")).contains("outside of its folder");
    }

    @Test
    void theTableCountsBySourceAndStatisticAndNamesEveryDifference() throws IOException {
        ConformanceRunner.Run run = run("""
                [{"id": "right", "source": "scipy/scipy@1:x", "statistic": "ks_2samp", "params": {}, "tolerance": {"abs": 1e-9},
                  "inputs": {"reference": [1, 2, 3], "current": [2, 3, 4]}, "expected": {"statistic": 0.333333333333}},
                 {"id": "wrong", "source": "scipy/scipy@1:x", "statistic": "ks_2samp", "params": {}, "tolerance": {"abs": 1e-9},
                  "inputs": {"reference": [1, 2, 3], "current": [2, 3, 4]}, "expected": {"statistic": 0.5}},
                 {"id": "unknown", "source": "golden:x", "statistic": "nothing", "params": {}, "inputs": {}, "expected": {"x": 1}}]
                """);

        assertThat(new ConformanceTable(run.judged(), "Made here.").toAsciiDoc())
                .startsWith("Made here.")
                .contains("3 cases. Answered: 2 (66.6 %). Of these within the tolerance of the case: 1 (50.0 %).")
                .contains("|scipy |2 |2 |1 |0")
                .contains("|`+nothing+` |1 |0 |0 |1")
                .contains("|`+unknown+`\n|The API has no statistic 'nothing'.")
                .contains("|`+wrong+`\n|wrong.statistic: expected 0.5");
    }

    @Test
    void sharedCasesAreAnsweredAndAgree(TestReporter reporter) throws IOException {
        Path shared = Path.of("..", "..", "shared");
        Assumptions.assumeTrue(Files.isDirectory(shared.resolve("cases")), "no reference cases at " + shared);

        List<JudgedAnswer> judged = ConformanceRunner.over(shared.resolve("cases"), shared.resolve("data"))
                .run()
                .judged();

        List<JudgedAnswer> compared =
                judged.stream().filter(JudgedAnswer::judged).toList();
        List<String> differences =
                judged.stream().flatMap(answer -> answer.differences().stream()).toList();
        long differing = compared.stream().filter(JudgedAnswer::differs).count();
        reporter.publishEntry("compared", compared.size() + " of " + judged.size());
        assertThat((double) compared.size() / judged.size())
                .as("share answered")
                .isGreaterThanOrEqualTo(0.95);
        assertThat((double) differing / compared.size()).as("%s", differences).isLessThanOrEqualTo(0.01);
    }
}
