package io.github.modelwarden.service.launch;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command without a subcommand: says what there is. */
@Command(
        name = "modelwarden",
        description = "The monitored prediction service.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "demo|serve")
final class RootCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "expected a command: demo or serve");
    }
}
