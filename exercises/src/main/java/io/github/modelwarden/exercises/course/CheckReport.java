package io.github.modelwarden.exercises.course;

import java.util.List;
import java.util.Optional;

/**
 * What the checks of an exercise say.
 *
 * @param compilerMessages what the compiler refused; empty if the code compiles
 * @param passed the sentences of the checks that pass, in order
 * @param failures the checks that fail, in order
 */
public record CheckReport(List<String> compilerMessages, List<String> passed, List<Failure> failures) {

    public CheckReport {
        compilerMessages = List.copyOf(compilerMessages);
        passed = List.copyOf(passed);
        failures = List.copyOf(failures);
    }

    /** {@return whether the code compiles and every check passes} */
    public boolean solved() {
        return compilerMessages.isEmpty() && failures.isEmpty() && !passed.isEmpty();
    }

    /** {@return the first failing check: the one to work on} */
    public Optional<Failure> first() {
        return failures.stream().findFirst();
    }

    /**
     * A failing check.
     *
     * @param check the sentence that does not hold
     * @param cause what was thrown
     */
    public record Failure(String check, Throwable cause) {

        /** {@return what was expected and what came, for people} */
        public String message() {
            return String.valueOf(cause.getMessage());
        }
    }
}
