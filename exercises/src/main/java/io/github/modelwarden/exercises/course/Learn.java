package io.github.modelwarden.exercises.course;

import io.github.modelwarden.exercises.logging.LoggingDemo;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The course on the command line: {@code check ID [FOLDER]} runs the checks of an exercise, {@code demo} its demo. */
public final class Learn {

    private static final int USAGE = 64;

    private Learn() {}

    /**
     * Runs one command and exits: 0 when the exercise is solved, 1 when a check fails, 64 for a wrong command line.
     *
     * @param arguments {@code check ID [FOLDER]} or {@code demo}; FOLDER is where the exercises are
     */
    public static void main(String[] arguments) {
        System.exit(run(System.out, List.of(arguments)));
    }

    static int run(PrintStream out, List<String> arguments) {
        if (arguments.equals(List.of("demo"))) {
            LoggingDemo.main(new String[0]);
            return 0;
        }
        if (arguments.size() < 2 || !arguments.get(0).equals("check")) {
            out.println("expected: check ID, or demo; for example: check structured-logging");
            return USAGE;
        }
        Path folder = Path.of(arguments.size() > 2 ? arguments.get(2) : "exercises", arguments.get(1));
        if (!Files.isDirectory(folder.resolve("src/main/java"))) {
            out.println("there is no exercise '" + arguments.get(1) + "': " + folder + " is not an exercise folder;"
                    + " run this in the project's folder");
            return USAGE;
        }
        Exercise exercise = new Exercise(folder);
        return print(out, folder, Checks.run(exercise, exercise.starter()));
    }

    private static int print(PrintStream out, Path folder, CheckReport report) {
        report.compilerMessages().forEach(out::println);
        report.passed().forEach(check -> out.println("  ok    " + check));
        report.first().ifPresent(failure -> {
            out.println("  open  " + failure.check());
            failure.message().strip().lines().forEach(line -> out.println("        " + line));
            out.println("Stuck? Read " + folder.resolve("hints/1.adoc"));
        });
        if (report.solved()) {
            out.println("Solved. Now read " + folder.resolve("DISCUSSION.adoc"));
        }
        return report.solved() ? 0 : 1;
    }
}
