package io.github.modelwarden.cli;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Commands that this program knows of but does not carry out: it says so in one sentence instead of guessing. */
final class Planned {

    private static final List<String> LATER = List.of("learn", "dashboard", "retraining");

    private static final Map<String, String> STARTED_BY_THE_LAUNCHER = new TreeMap<>(Map.of(
            "demo", "Starts the service with traffic",
            "serve", "Starts the service",
            "conformance", "Answers reference cases of other libraries"));

    private Planned() {}

    static void addTo(CommandLine root) {
        STARTED_BY_THE_LAUNCHER.forEach((name, purpose) -> add(root, name, purpose + " (through the launcher).", () -> {
            throw CommandFailure.usage("'" + name + "' is another jar than this one; run it as `" + ModelwardenCli.NAME
                    + " " + name + "` in the project's folder");
        }));
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
