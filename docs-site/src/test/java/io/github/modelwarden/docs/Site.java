package io.github.modelwarden.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.asciidoctor.Asciidoctor;
import org.asciidoctor.Attributes;
import org.asciidoctor.Options;
import org.asciidoctor.SafeMode;
import org.asciidoctor.log.LogRecord;
import org.asciidoctor.log.Severity;

/**
 * Converts the AsciiDoc pages to a folder of HTML that can be read from disk or put on any web server.
 *
 * @param sources the folder with {@code asciidoc}, {@code docinfo} and {@code site}
 * @param target the folder to fill
 * @param version the version shown on the pages
 */
record Site(Path sources, Path target, String version) {

    /**
     * Builds the site anew.
     *
     * @return what Asciidoctor warned about, one line each; empty if all is well
     */
    List<String> build() {
        empty(target);
        copyAll(sources.resolve("site"), target);
        publishSchemas();
        List<String> warnings = new ArrayList<>();
        try (Asciidoctor asciidoctor = Asciidoctor.Factory.create()) {
            asciidoctor.registerLogHandler(entry -> {
                if (entry.getSeverity().compareTo(Severity.WARN) >= 0) {
                    warnings.add(describe(entry));
                }
            });
            for (Path page : pages()) {
                asciidoctor.convertFile(page.toFile(), options(page));
            }
        }
        return warnings;
    }

    /** {@return the pages in the order of their paths; files that start with an underscore are parts of pages} */
    List<Path> pages() {
        return files(sources.resolve("asciidoc")).stream()
                .filter(file -> file.toString().endsWith(".adoc"))
                .filter(file -> !file.getFileName().toString().startsWith("_"))
                .toList();
    }

    /** {@return the built pages, in the order of {@link #pages()}} */
    List<Path> built() {
        Path asciidoc = sources.resolve("asciidoc");
        return pages().stream()
                .map(page -> asciidoc.relativize(page).toString().replaceAll("\\.adoc$", ".html"))
                .map(target::resolve)
                .toList();
    }

    /** {@return all HTML files of the built site: the pages, and reports to look at} */
    List<Path> htmlFiles() {
        return files(target).stream()
                .filter(file -> file.toString().endsWith(".html"))
                .toList();
    }

    /** Schemas of what the programs write are downloaded from the site; the code has the only copy of them. */
    private void publishSchemas() {
        for (Path module : modules()) {
            for (Path file : files(module)) {
                if (file.toString().endsWith(".schema.json")) {
                    copy(file, target.resolve("schemas").resolve(file.getFileName()));
                }
            }
        }
    }

    /** {@return the resources of the libraries that have schemas, where the sources are those of the project} */
    private List<Path> modules() {
        return Stream.of("drift", "core-metrics")
                .map(module -> root().resolve(module).resolve("src/main/resources"))
                .filter(Files::isDirectory)
                .toList();
    }

    private Path root() {
        return sources.resolve("../../..").normalize();
    }

    private Options options(Path page) {
        Path home = page.resolveSibling("");
        Path folder = target.resolve(sources.resolve("asciidoc").relativize(home));
        return Options.builder()
                .backend("html5")
                .safe(SafeMode.UNSAFE)
                .baseDir(home.toFile())
                .toDir(folder.toFile())
                .mkDirs(true)
                .attributes(attributes())
                .build();
    }

    private Attributes attributes() {
        return Attributes.builder()
                .attribute("project-version", version)
                .attribute("root", root().toString())
                .attribute("samples", sources.resolve("asciidoc/samples").toString())
                .attribute("docinfo", "shared")
                .attribute("docinfodir", sources.resolve("docinfo").toString())
                // the pages bring their own style sheet through the docinfo files: nothing is fetched from elsewhere
                .attribute("stylesheet!", "")
                .attribute("webfonts!", "")
                .attribute("nofooter", "")
                .attribute("reproducible", "")
                .attribute("sectanchors", "")
                .attribute("idprefix", "")
                .attribute("idseparator", "-")
                .attribute("experimental", "")
                .attribute("toc-title", "On this page")
                .attribute("table-caption!", "")
                .attribute("attribute-missing", "warn")
                .build();
    }

    private static String describe(LogRecord entry) {
        String place = entry.getCursor() == null
                ? ""
                : entry.getCursor().getPath() + ":" + entry.getCursor().getLineNumber() + ": ";
        return place + entry.getSeverity().name().toLowerCase(Locale.ROOT) + ": " + entry.getMessage();
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copyAll(Path from, Path to) {
        for (Path file : files(from)) {
            copy(file, to.resolve(from.relativize(file)));
        }
    }

    private static void copy(Path file, Path to) {
        try {
            Files.createDirectories(to.resolveSibling(""));
            Files.copy(file, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void empty(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
