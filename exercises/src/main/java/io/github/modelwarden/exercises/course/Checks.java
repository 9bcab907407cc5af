package io.github.modelwarden.exercises.course;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Compiles a learner's code together with the checks of its exercise, and runs the checks in this process. */
public final class Checks {

    private Checks() {}

    /**
     * Runs the checks of an exercise on some answer to it.
     *
     * @param exercise the exercise
     * @param answer the source files of the answer by path, as {@link Exercise#starter()} gives them
     * @return what the checks say
     */
    public static CheckReport run(Exercise exercise, Map<String, Path> answer) {
        try {
            Path classes = Files.createTempDirectory("modelwarden-" + exercise.id());
            try {
                List<Path> sources = new ArrayList<>(answer.values());
                sources.addAll(exercise.checks().values());
                List<String> refused = compile(sources, classes);
                return refused.isEmpty() ? launch(exercise, classes) : new CheckReport(refused, List.of(), List.of());
            } finally {
                delete(classes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the checks of '" + exercise.id() + "' cannot be run", e);
        }
    }

    /**
     * Compiles source files against the course's own libraries.
     *
     * @param sources the files
     * @param classes an existing folder for the class files
     * @return the compiler's errors, one a line; empty if it compiles
     * @throws IOException if the files cannot be read
     */
    static List<String> compile(List<Path> sources, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IllegalStateException("this Java runtime has no compiler; run the course with a JDK");
        }
        DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(messages, Locale.ROOT, StandardCharsets.UTF_8)) {
            List<String> options = List.of(
                    "--release",
                    "17",
                    "-proc:none",
                    "-cp",
                    System.getProperty("java.class.path", ""),
                    "-d",
                    classes.toString());
            compiler.getTask(null, files, messages, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
        }
        return messages.getDiagnostics().stream()
                .filter(message -> message.getKind() == Diagnostic.Kind.ERROR)
                .map(message -> message.getSource().getName() + ":" + message.getLineNumber() + ": "
                        + message.getMessage(Locale.ROOT))
                .toList();
    }

    private static CheckReport launch(Exercise exercise, Path classes) throws IOException {
        URL[] place = {classes.toUri().toURL()};
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(place, Checks.class.getClassLoader())) {
            Thread.currentThread().setContextClassLoader(loader);
            LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                    .selectors(exercise.checks().keySet().stream()
                            .map(Checks::className)
                            .map(DiscoverySelectors::selectClass)
                            .toList())
                    .configurationParameter("junit.jupiter.testmethod.order.default", ORDER)
                    .build();
            Listener listener = new Listener();
            LauncherFactory.create().execute(request, listener);
            return new CheckReport(List.of(), listener.passed, listener.failures);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static final String ORDER = "org.junit.jupiter.api.MethodOrderer$OrderAnnotation";

    private static String className(String path) {
        return path.replace(".java", "").replace('/', '.').replace('\\', '.');
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static final class Listener implements TestExecutionListener {

        private final List<String> passed = new ArrayList<>();
        private final List<CheckReport.Failure> failures = new ArrayList<>();

        @Override
        public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
            if (result.getThrowable().isPresent()) {
                failures.add(new CheckReport.Failure(
                        identifier.getDisplayName(), result.getThrowable().get()));
            } else if (identifier.isTest()) {
                passed.add(identifier.getDisplayName());
            }
        }
    }
}
