package io.github.modelwarden.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Commands that this program knows of but does not carry out: it says so in one sentence instead of guessing. */
final class Planned {

    private static final List<String> LATER = List.of("learn", "dashboard", "retraining", "conformance");

    private static final List<String> STARTED_BY_THE_LAUNCHER = List.of("demo", "serve");

    private Planned() {}

    static void addTo(CommandLine root) {
        for (String name : STARTED_BY_THE_LAUNCHER) {
            add(root, name, "Starts the service (through the launcher).", () -> {
                throw CommandFailure.usage("'" + name + "' starts the service, which is another jar; run it as `"
                        + ModelwardenCli.NAME + " " + name + "` in the project's folder");
            });
        }
        LATER.forEach(name -> later(root, name));
        CommandLine rules = root.getSubcommands().get("rules");
        if (rules != null) {
            later(rules, "backtest");
        }
    }

    private static void later(CommandLine parent, String name) {
        String whole = parent.getCommandSpec().qualifiedName() + " " + name;
        List<String> available = parent.getSubcommands().keySet().stream()
                .filter(command -> !LATER.contains(command))
                .toList();
        add(parent, name, "Not available yet.", () -> {
            throw CommandFailure.usage(
                    "`" + whole + "` is not available yet; available now: " + String.join(", ", available));
        });
    }

    private static void add(CommandLine parent, String name, String description, Runnable refusal) {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(refusal).name(name);
        spec.usageMessage().description(description);
        // whatever follows is not looked at: the one thing to say is that the command is not here
        CommandLine command = new CommandLine(spec).setUnmatchedArgumentsAllowed(true);
        parent.addSubcommand(name, command);
    }
}
