package io.github.modelwarden.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.modelwarden.alerting.ChurnRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulesCommandTest {

    @TempDir
    private Path folder = Path.of("");

    private String file = "";

    @BeforeEach
    void writeTheChurnRules() throws IOException {
        file = Files.writeString(folder.resolve("rules.yaml"), ChurnRules.yaml())
                .toString();
    }

    @Test
    void goodRulesAreFine() {
        Run run = Run.of("rules", "check", "--rules", file);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("rules.yaml: 4 rules are fine");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void aMistakeIsBadInputWithFileLineAndColumn() throws IOException {
        Files.writeString(folder.resolve("rules.yaml"), ChurnRules.yaml().replace("op: gt", "op: above"));

        Run run = Run.of("rules", "check", "--rules", file);

        assertThat(run.exitCode()).isEqualTo(65);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("modelwarden: ")
                .containsPattern("rules\\.yaml:\\d+:\\d+")
                .contains("above")
                .doesNotContain("\tat ");
    }

    @Test
    void aMissingFileIsBadInput() {
        Run run =
                Run.of("rules", "check", "--rules", folder.resolve("none.yaml").toString());

        assertThat(run.exitCode()).isEqualTo(65);
        assertThat(run.err()).contains("none.yaml").doesNotContain("\tat ");
    }

    @Test
    void prometheusGetsARuleFile() {
        Run run = Run.of("rules", "export", "--rules", file, "--target", "prometheus");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("groups:\n").contains("ApiErrorRateCritical");
    }

    @ParameterizedTest
    @ValueSource(strings = {"grafana", "cloudwatch", "google"})
    void otherTargetsAreNotAvailableYet(String target) {
        Run run = Run.of("rules", "export", "--rules", file, "--target", target);

        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.err()).contains("the target '" + target + "' is not available yet");
    }

    @Test
    void anUnknownTargetIsAUsageError() {
        Run run = Run.of("rules", "export", "--rules", file, "--target", "nagios");

        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.err()).contains("there is no target 'nagios'");
    }

    @Test
    void whatToDoAndWithWhichRulesMustBeSaid() {
        assertThat(Run.of("rules").exitCode()).isEqualTo(64);
        assertThat(Run.of("rules", "check").err()).contains("--rules");
        assertThat(Run.of("rules", "chekc", "--rules", file).err()).contains("did you mean 'check'?");
    }

    @Test
    void backtestingIsNotAvailableYet() {
        Run run = Run.of("rules", "backtest", "--rules", file, "--series", "x.csv");

        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.err()).contains("`./modelwarden rules backtest` is not available yet");
    }
}
