package io.github.modelwarden.cli;

import io.github.modelwarden.alerting.RuleFile;
import io.github.modelwarden.alerting.RuleSet;
import io.github.modelwarden.alerting.prometheus.PrometheusExporter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./modelwarden rules}: alert rules, written once for every target. */
@Command(name = "rules", mixinStandardHelpOptions = true, description = "Checks and translates alert rules.")
final class RulesCommand implements Runnable {

    private static final String PROMETHEUS = "prometheus";
    private static final List<String> LATER = List.of("grafana", "cloudwatch", "google");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "what should be done with the rules: check or export?");
    }

    @Command(mixinStandardHelpOptions = true, description = "Reads a rules file and names its first mistake.")
    int check(@Mixin RulesOption source) {
        RuleSet rules = RuleFile.read(source.file);
        spec.commandLine()
                .getOut()
                .println(source.file + ": "
                        + (rules.rules().size() == 1
                                ? "1 rule is"
                                : rules.rules().size() + " rules are")
                        + " fine");
        return ExitCode.OK;
    }

    @Command(mixinStandardHelpOptions = true, description = "Prints the rules in the language of a target.")
    int export(
            @Mixin RulesOption source,
            @Option(
                            names = "--target",
                            paramLabel = "TARGET",
                            required = true,
                            description = "Where the rules will run: prometheus.")
                    String target) {
        requireKnown(target);
        spec.commandLine().getOut().print(PrometheusExporter.export(RuleFile.read(source.file)));
        return ExitCode.OK;
    }

    private static void requireKnown(String target) {
        if (LATER.contains(target)) {
            throw CommandFailure.usage(
                    "the target '" + target + "' is not available yet; available now: " + PROMETHEUS);
        }
        if (!target.equals(PROMETHEUS)) {
            throw CommandFailure.usage("there is no target '" + target + "'; expected " + PROMETHEUS);
        }
    }

    /** The file that every command on rules reads. */
    static final class RulesOption {

        @Option(names = "--rules", paramLabel = "FILE", required = true, description = "The rules file (YAML).")
        private Path file = Path.of("rules.yaml");
    }
}
