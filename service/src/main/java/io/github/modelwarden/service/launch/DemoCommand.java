package io.github.modelwarden.service.launch;

import io.github.modelwarden.service.churn.ChurnScenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code demo}: the service with simulated traffic that drifts. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Starts the monitored churn service with simulated traffic that drifts. Within three minutes the"
                + " page shows drift, a firing alert, a retraining run and a new model.")
final class DemoCommand implements Callable<Integer> {

    private final Startup startup;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--port", defaultValue = "8080", description = "port on 127.0.0.1 (default: ${DEFAULT-VALUE})")
    private int port;

    @Option(
            names = "--scenario",
            description = "market_shift (default), stable, covariate_shift, concept_drift, seasonal, data_bug or"
                    + " label_outage")
    private @Nullable String scenario;

    @Option(names = "--data", description = "replay this CSV file as traffic instead; needs --schema")
    private @Nullable Path data;

    @Option(names = "--schema", description = "schema file (YAML) of --data")
    private @Nullable Path schema;

    @Option(names = "--state", description = "folder for database and models (default: a fresh temporary folder)")
    private @Nullable Path state;

    DemoCommand(Startup startup) {
        this.startup = startup;
    }

    @Override
    public Integer call() {
        if ((data == null) != (schema == null)) {
            throw usage("--data and --schema go together: name the CSV file and its schema file");
        }
        if (data != null && scenario != null) {
            throw usage("--scenario is for the built-in customers; leave it out with --data");
        }
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("server.port", Ports.checked(port, spec));
        properties.put("modelwarden.demo.enabled", true);
        if (data != null && schema != null) {
            properties.put("modelwarden.data", data.toAbsolutePath().toString());
            properties.put("modelwarden.schema", schema.toAbsolutePath().toString());
        } else {
            properties.put("modelwarden.demo.scenario", known(scenario == null ? "market_shift" : scenario));
        }
        // last, so that a wrong argument leaves no folder behind
        properties.put("modelwarden.state", stateFolder());
        return startup.start("demo", properties);
    }

    private String known(String word) {
        try {
            return ChurnScenario.of(word).word();
        } catch (IllegalArgumentException e) {
            throw usage(e.getMessage() == null ? word : e.getMessage());
        }
    }

    private String stateFolder() {
        try {
            if (state != null) {
                return state.toAbsolutePath().toString();
            }
            Path folder = Files.createTempDirectory("modelwarden-demo-");
            TemporaryFolder.deleteAtExit(folder);
            return folder.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CommandLine.ParameterException usage(String message) {
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }
}
