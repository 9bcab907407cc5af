package io.github.modelwarden.service.launch;

import io.github.modelwarden.config.ConfigException;
import io.github.modelwarden.service.dataset.DatasetException;
import java.io.PrintWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts Spring, and turns what can go wrong at the start into a sentence and an exit code. */
final class Startup {

    private static final Logger LOG = LoggerFactory.getLogger(Startup.class);

    private final Class<?> application;
    private final PrintWriter err;

    Startup(Class<?> application, PrintWriter err) {
        this.application = application;
        this.err = err;
    }

    int start(String profile, Map<String, Object> properties) {
        return guarded(() -> {
            SpringApplication spring = new SpringApplication(application);
            spring.setAdditionalProfiles(profile);
            spring.setDefaultProperties(Map.of());
            spring.addInitializers(context -> context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new org.springframework.core.env.MapPropertySource("commandLine", properties)));
            ConfigurableApplicationContext context = spring.run();
            int port = context instanceof WebServerApplicationContext web && web.getWebServer() != null
                    ? web.getWebServer().getPort()
                    : 0;
            err.println(
                    "Modelwarden " + profile + " is running: open http://127.0.0.1:" + port + "/ (stop with Ctrl-C)");
            err.println("State: " + properties.get("modelwarden.state"));
        });
    }

    int guarded(Runnable action) {
        try {
            action.run();
            return ExitCodes.FINE;
        } catch (RuntimeException e) {
            return explain(e);
        }
    }

    private int explain(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConfigException || cause instanceof DatasetException) {
                err.println("modelwarden: " + cause.getMessage());
                return ExitCodes.BAD_INPUT;
            }
            if (cause instanceof PortInUseException inUse) {
                err.println("modelwarden: port " + inUse.getPort()
                        + " is in use by another program; stop it or choose another with --port");
                return ExitCodes.FAILED;
            }
            if (cause instanceof BindException) {
                err.println("modelwarden: " + message(root(cause)));
                return ExitCodes.BAD_INPUT;
            }
            String message = message(cause);
            if (message.contains("Database may be already in use")) {
                err.println("modelwarden: the state folder is in use by another Modelwarden; stop that one or choose"
                        + " another folder with --state");
                return ExitCodes.FAILED;
            }
        }
        LOG.error("the service could not start", failure);
        err.println("modelwarden: the service could not start: " + message(root(failure))
                + "; the log above has the details");
        return ExitCodes.FAILED;
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static String message(Throwable cause) {
        @Nullable String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }
}
