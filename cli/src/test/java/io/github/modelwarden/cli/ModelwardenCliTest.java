package io.github.modelwarden.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelwardenCliTest {

    @Test
    void helpNamesTheCommandsAndTheExitCodes() {
        Run run = Run.of("--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("metrics", "demo", "drift", "performance", "quality", "65 wrong input data");
        assertThat(run.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"learn", "dashboard", "retraining"})
    void aPlannedCommandSaysThatItIsNotThereInOneSentence(String name) {
        Run run = Run.of(name, "--reference", "a.csv", "more");

        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("modelwarden: `./modelwarden " + name + "` is not available yet; available now: ")
                .contains("drift", "metrics", "rules")
                .hasLineCount(1);
    }

    @Test
    void theServiceIsStartedByTheLauncher() {
        Run run = Run.of("demo", "--port", "8081");

        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.err()).contains("run it as `./modelwarden demo` in the project's folder");
    }

    @Test
    void aMistypedCommandGetsTheClosestOne() {
        Run run = Run.of("metrcs");

        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.err()).contains("there is no command 'metrcs'", "did you mean 'metrics'?");
    }

    @Test
    void noCommandIsAUsageError() {
        Run run = Run.of();

        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.err()).contains("which command?", "./modelwarden --help");
    }

    @Test
    void aWrongOptionIsAUsageErrorWithoutStackTrace() {
        Run run = Run.of("metrics", "--fromat", "json");

        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.err())
                .contains("'--fromat'", "./modelwarden metrics --help")
                .doesNotContain("\tat ");
    }

    @Test
    void onlyDebugShowsAStackTrace() {
        assertThat(Run.of("learn").err()).doesNotContain("\tat ");
        assertThat(Run.of("--debug", "learn").err()).contains("\tat ", "is not available yet");
    }
}
