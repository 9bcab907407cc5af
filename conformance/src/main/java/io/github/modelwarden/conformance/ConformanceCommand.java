package io.github.modelwarden.conformance;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./modelwarden conformance}: answers reference cases and says which agree. */
@Command(
        name = ConformanceCommand.NAME,
        mixinStandardHelpOptions = true,
        description = "Answers reference cases of other libraries through the public API.",
        footer = {
            "",
            "Exit codes: 0 every answer agrees with its case, 1 some answers differ, 64 wrong command line,"
                    + " 65 no cases to read."
        })
final class ConformanceCommand implements Callable<Integer> {

    static final String NAME = "./modelwarden conformance";

    static final int OK = 0;
    static final int DIFFERENT = 1;
    static final int USAGE = 64;
    static final int DATA = 65;
    static final int FAULT = 70;

    @Option(
            names = "--cases",
            required = true,
            paramLabel = "DIR",
            description = "The folder of the case files, JSON lists of cases.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private Path cases;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "The folder that holds sets/..., which cases name data sets by.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private Path data;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Writes the answers there, as JSON.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private Path out;

    @Option(
            names = "--table",
            paramLabel = "FILE",
            description = "Writes tables by source and by statistic there, as AsciiDoc.")
    private @Nullable Path table;

    @Option(names = "--debug", description = "Print the stack trace of an error, not only its message.")
    private boolean debug;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    /** A command cannot do what was asked. */
    private static final class Failure extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int exitCode;

        Failure(String message, int exitCode) {
            super(message);
            this.exitCode = exitCode;
        }
    }

    private ConformanceCommand() {}

    /**
     * Runs the command and exits with its exit code.
     *
     * @param arguments the command line
     */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true);
        PrintWriter err = new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true);
        System.exit(run(out, err, arguments));
    }

    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        ConformanceCommand command = new ConformanceCommand();
        int exitCode = new CommandLine(command)
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler((exception, given) -> refuse(exception, err))
                .setExecutionExceptionHandler((exception, line, given) -> command.fail(exception, err))
                .execute(arguments);
        out.flush();
        err.flush();
        return exitCode;
    }

    private static int refuse(ParameterException exception, PrintWriter err) {
        err.println("modelwarden: " + exception.getMessage());
        err.println("Try '" + NAME + " --help'.");
        return USAGE;
    }

    private int fail(Exception exception, PrintWriter err) {
        if (debug) {
            exception.printStackTrace(err);
        }
        if (exception instanceof Failure failure) {
            err.println("modelwarden: " + failure.getMessage());
            return failure.exitCode;
        }
        err.println("modelwarden: unexpected " + exception.getClass().getSimpleName() + ": " + exception.getMessage()
                + (debug ? "" : " (run it again with --debug to see where)"));
        return FAULT;
    }

    @Override
    public Integer call() {
        requireFolder("--cases", cases, "give the folder of the case files");
        requireFolder("--data", data, "give the folder that holds sets/...");
        requireWritable("--out", out);
        if (table != null) {
            requireWritable("--table", table);
        }
        ConformanceRunner.Run run = run();
        if (run.judged().isEmpty()) {
            throw new Failure(
                    "there is no file ending in .json in " + cases + "; give the folder of the case files", DATA);
        }
        write("--out", out, run.answers());
        if (table != null) {
            write("--table", table, new ConformanceTable(run.judged(), provenance()).toAsciiDoc());
        }
        report(run.judged(), spec.commandLine().getOut());
        return run.judged().stream().anyMatch(JudgedAnswer::differs) ? DIFFERENT : OK;
    }

    private ConformanceRunner.Run run() {
        try {
            return ConformanceRunner.over(cases, data).run();
        } catch (IOException e) {
            throw new Failure("cannot read the cases in " + cases + ": " + e.getMessage(), DATA);
        }
    }

    private static void requireFolder(String option, Path folder, String next) {
        if (!Files.isDirectory(folder)) {
            throw new Failure(option + ": there is no folder " + folder + "; " + next, DATA);
        }
    }

    private static void requireWritable(String option, Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new Failure(
                    "cannot write " + file + ": there is no folder " + folder + "; create it first or choose another "
                            + option,
                    USAGE);
        }
    }

    private static void write(String option, Path file, String text) {
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Failure(
                    "cannot write " + file + ": " + e.getClass().getSimpleName() + " " + e.getMessage()
                            + "; choose another file with " + option,
                    USAGE);
        }
    }

    /** How a page was made, so that anyone can make it again. */
    private static String provenance() {
        return "Generated, do not edit: `" + NAME + " --cases DIR --data DIR --out answers.json --table"
                + " docs-site/src/docs/asciidoc/reference/_conformance.adoc`\n\nCommit "
                + System.getProperty("modelwarden.commit", "unknown") + ", JDK "
                + System.getProperty("java.runtime.version", "unknown") + ".";
    }

    private static void report(List<JudgedAnswer> judged, PrintWriter out) {
        long answered = judged.stream().filter(JudgedAnswer::answered).count();
        long compared = judged.stream().filter(JudgedAnswer::judged).count();
        long agreeing = judged.stream().filter(JudgedAnswer::agrees).count();
        out.println(judged.size() + " cases: " + answered + " answered ("
                + ConformanceTable.percent(answered, judged.size()) + "), " + agreeing + " of " + compared
                + " compared ones agree (" + ConformanceTable.percent(agreeing, compared) + "), "
                + (judged.size() - answered) + " declined");
        for (JudgedAnswer answer : judged) {
            answer.differences().forEach(difference -> out.println("differs: " + difference));
        }
        for (JudgedAnswer answer : judged) {
            if (!answer.answered()) {
                out.println("declined: " + answer.id() + ": " + answer.declined());
            }
        }
    }
}
