package io.github.modelwarden.benchmarks;

import java.util.List;

/** The command lines of the benchmarks. */
final class Arguments {

    private Arguments() {}

    static void require(String[] arguments, String... names) {
        if (arguments.length != names.length) {
            throw new IllegalArgumentException(
                    "benchmark: expected the arguments " + List.of(names) + " but got " + List.of(arguments));
        }
    }

    /** {@return the command that runs a benchmark again} */
    static String command(Class<?> program, String... arguments) {
        return "java -cp benchmarks/target/benchmarks.jar " + program.getName() + " " + String.join(" ", arguments);
    }
}
