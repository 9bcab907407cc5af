package io.github.modelwarden.exercises.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LearnTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void anOpenExerciseShowsItsFirstOpenCheckOnly() {
        int exitCode = Learn.run(out, List.of("check", "structured-logging", "."));

        assertThat(exitCode).isEqualTo(1);
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .containsOnlyOnce("open  ")
                .contains("a prediction is one line at INFO", "not written yet: PredictionLog.accepted", "hints");
    }

    @Test
    void anUnknownExerciseIsAUsageError() {
        assertThat(Learn.run(out, List.of("check", "cooking", "."))).isEqualTo(64);
        assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("there is no exercise 'cooking'");
    }
}
