package io.github.modelwarden.service.launch;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code serve}: the service without the simulator. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description =
                "Starts the monitored prediction service. On the first start it trains the built-in churn model, or"
                        + " a model on the data that --config names.")
final class ServeCommand implements Callable<Integer> {

    private final Startup startup;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--port", defaultValue = "8080", description = "port on 127.0.0.1 (default: ${DEFAULT-VALUE})")
    private int port;

    @Option(
            names = "--config",
            description = "YAML file with data, schema, rules and policy: paths relative to that file")
    private @Nullable Path config;

    @Option(
            names = "--state",
            defaultValue = ".modelwarden",
            description = "folder for database and models (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init")
    private Path state;

    ServeCommand(Startup startup) {
        this.startup = startup;
    }

    @Override
    public Integer call() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("server.port", Ports.checked(port, spec));
        properties.put("modelwarden.state", state.toAbsolutePath().toString());
        if (config != null) {
            Path file = config;
            int code = startup.guarded(() -> properties.putAll(ServeConfig.read(file)));
            if (code != ExitCodes.FINE) {
                return code;
            }
        }
        return startup.start("serve", properties);
    }
}
