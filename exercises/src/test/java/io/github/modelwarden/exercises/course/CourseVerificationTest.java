package io.github.modelwarden.exercises.course;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.modelwarden.exercises.support.Todo;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every exercise proves itself: it is open at the start, can be solved, and rejects the usual wrong answers. */
class CourseVerificationTest {

    static Stream<Exercise> exercises() {
        return Stream.of("structured-logging").map(name -> new Exercise(Path.of(name)));
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void theStarterCompilesAndIsOpen(Exercise exercise) {
        CheckReport report = Checks.run(exercise, exercise.starter());

        assertThat(report.compilerMessages()).isEmpty();
        assertThat(report.failures())
                .isNotEmpty()
                .allSatisfy(failure ->
                        assertThat(failure.cause()).isInstanceOfAny(Todo.NotImplemented.class, AssertionError.class));
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void theSolutionPassesEveryCheck(Exercise exercise) {
        CheckReport report = Checks.run(exercise, exercise.solution());

        assertThat(report.compilerMessages()).isEmpty();
        assertThat(report.failures()).isEmpty();
        assertThat(report.passed()).isNotEmpty();
        assertThat(report.solved()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void everyTypicalWrongAnswerFailsWithAMessageThatNamesTheMisconception(Exercise exercise) throws IOException {
        assertThat(exercise.wrongAnswers()).isNotEmpty();
        for (String wrong : exercise.wrongAnswers()) {
            CheckReport report = Checks.run(exercise, exercise.wrong(wrong));
            String misconception = Files.readString(
                            exercise.folder().resolve("wrong").resolve(wrong).resolve("misconception.txt"))
                    .strip();

            assertThat(report.compilerMessages()).as(wrong).isEmpty();
            assertThat(report.first())
                    .as(wrong)
                    .hasValueSatisfying(failure -> assertThat(failure.message()).contains(misconception));
        }
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void theTextsAreThere(Exercise exercise) {
        assertThat(List.of("README.adoc", "DISCUSSION.adoc", "hints/1.adoc", "hints/2.adoc", "hints/3.adoc"))
                .allSatisfy(name -> assertThat(exercise.folder().resolve(name)).isNotEmptyFile());
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void starterAndSolutionHaveTheSamePublicSignatures(Exercise exercise, @TempDir Path folder) throws Exception {
        assertThat(signatures(exercise.solution(), folder.resolve("solution")))
                .isEqualTo(signatures(exercise.starter(), folder.resolve("starter")));
    }

    private static List<String> signatures(Map<String, Path> sources, Path classes) throws Exception {
        Files.createDirectories(classes);
        assertThat(Checks.compile(new ArrayList<>(sources.values()), classes)).isEmpty();
        List<String> signatures = new ArrayList<>();
        URL[] place = {classes.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(place, CourseVerificationTest.class.getClassLoader())) {
            for (String source : sources.keySet()) {
                Class<?> type = loader.loadClass(
                        source.replace(".java", "").replace('/', '.').replace('\\', '.'));
                Stream.of(type.getConstructors(), type.getMethods())
                        .map(Arrays::asList)
                        .flatMap(Collection::stream)
                        .map(Object::toString)
                        .sorted()
                        .forEach(signatures::add);
            }
        }
        return signatures;
    }
}
