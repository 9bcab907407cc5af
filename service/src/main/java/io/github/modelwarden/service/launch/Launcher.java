package io.github.modelwarden.service.launch;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** Runs the service from the command line. */
public final class Launcher {

    private Launcher() {}

    /**
     * Parses the arguments and starts the service. Ends the process with the exit code when the service could not start
     * or the arguments are wrong; returns while the service runs.
     *
     * @param application the Spring application
     * @param args the arguments
     */
    public static void run(Class<?> application, String... args) {
        int code = commandLine(application, new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .execute(args);
        if (code != 0 || helpWanted(args)) {
            System.exit(code);
        }
    }

    static CommandLine commandLine(Class<?> application, PrintWriter err) {
        CommandLine commandLine = new CommandLine(new RootCommand())
                .addSubcommand(new DemoCommand(new Startup(application, err)))
                .addSubcommand(new ServeCommand(new Startup(application, err)));
        commandLine.setErr(err);
        commandLine.setCommandName("modelwarden");
        commandLine.setParameterExceptionHandler((e, arguments) -> {
            err.println("modelwarden: " + e.getMessage() + "; see ./modelwarden "
                    + e.getCommandLine().getCommandName().replace("modelwarden", "") + " --help");
            return ExitCodes.USAGE;
        });
        return commandLine;
    }

    private static boolean helpWanted(String[] args) {
        return java.util.Arrays.stream(args).anyMatch(arg -> arg.equals("--help") || arg.equals("-h"));
    }
}
