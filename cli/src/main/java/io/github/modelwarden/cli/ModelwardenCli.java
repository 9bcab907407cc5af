package io.github.modelwarden.cli;

import io.github.modelwarden.cli.input.InputException;
import io.github.modelwarden.config.ConfigException;
import io.github.modelwarden.tabular.TabularException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The entry point of {@code ./modelwarden}: finds the command, runs it, and turns every error into one sentence. */
@Command(
        name = ModelwardenCli.NAME,
        mixinStandardHelpOptions = true,
        versionProvider = ModelwardenCli.Version.class,
        description = "Watches machine-learning models in production.",
        footer = {
            "",
            "Exit codes: 0 fine or stable, 1 drift or a failed check, 2 inconclusive, 64 wrong command line,"
                    + " 65 wrong input data."
        },
        subcommands = {
            ProfileCommand.class,
            DriftCommand.class,
            PerformanceCommand.class,
            QualityCommand.class,
            MetricsCommand.class,
            RulesCommand.class
        })
final class ModelwardenCli implements Runnable {

    static final String NAME = "./modelwarden";

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "Print the stack trace of an error, not only its message.")
    private boolean debug;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    private ModelwardenCli() {}

    /**
     * Runs one command and exits with its exit code.
     *
     * @param arguments the command line
     */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true);
        PrintWriter err = new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true);
        System.exit(run(out, err, arguments));
    }

    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        ModelwardenCli root = new ModelwardenCli();
        CommandLine commands = new CommandLine(root);
        Planned.addTo(commands);
        int exitCode = commands.setOut(out)
                .setErr(err)
                .setParameterExceptionHandler((exception, given) -> root.refuse(exception))
                .setExecutionExceptionHandler((exception, command, given) -> root.fail(exception, command))
                .execute(arguments);
        out.flush();
        err.flush();
        return exitCode;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command?");
    }

    private int refuse(ParameterException exception) {
        CommandLine command = exception.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("modelwarden: " + sentence(exception));
        err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE;
    }

    private static String sentence(ParameterException exception) {
        if (!(exception instanceof UnmatchedArgumentException unmatched)) {
            return String.valueOf(exception.getMessage());
        }
        String word = unmatched.getUnmatched().get(0);
        CommandLine command = exception.getCommandLine();
        boolean wantsCommand =
                !word.startsWith("-") && !command.getSubcommands().isEmpty();
        List<String> suggestions = unmatched.getSuggestions();
        return (wantsCommand ? "there is no command '" : "there is no option or argument '")
                + word
                + "' of '"
                + command.getCommandSpec().qualifiedName()
                + "'"
                + (suggestions.isEmpty() ? "" : "; did you mean '" + suggestions.get(0) + "'?");
    }

    private int fail(Exception exception, CommandLine command) {
        PrintWriter err = command.getErr();
        if (debug) {
            exception.printStackTrace(err);
        }
        if (exception instanceof CommandFailure failure) {
            err.println("modelwarden: " + failure.getMessage());
            return failure.exitCode();
        }
        if (exception instanceof ConfigException
                || exception instanceof TabularException
                || exception instanceof InputException) {
            err.println("modelwarden: " + exception.getMessage());
            return ExitCode.DATA;
        }
        err.println("modelwarden: unexpected " + exception.getClass().getSimpleName() + ": " + exception.getMessage()
                + (debug ? "" : " (run it again with --debug to see where)"));
        return ExitCode.FAULT;
    }

    /** The version of the jar. */
    static final class Version implements CommandLine.IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = ModelwardenCli.class.getPackage().getImplementationVersion();
            return new String[] {"modelwarden " + (version == null ? "(built from sources)" : version)};
        }
    }
}
