package io.github.modelwarden.exercises.course;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One exercise: a folder with the starter under {@code src/main/java}, the checks under {@code src/test/java}, the
 * solution under {@code solution/java} and typical wrong answers under {@code wrong/NAME/java}. A solution or a wrong
 * answer has only the files that differ from the starter.
 *
 * @param folder the folder; its name is the exercise's id
 */
public record Exercise(Path folder) {

    /** {@return the name of the folder} */
    public String id() {
        return String.valueOf(folder.getFileName());
    }

    /** {@return the learner's source files by path inside the source folder} */
    public Map<String, Path> starter() {
        return sources(folder.resolve("src/main/java"));
    }

    /** {@return the checks, by path inside the source folder} */
    public Map<String, Path> checks() {
        return sources(folder.resolve("src/test/java"));
    }

    /** {@return the starter with the files of the solution in place} */
    public Map<String, Path> solution() {
        return with(folder.resolve("solution/java"));
    }

    /**
     * The starter with the files of a wrong answer in place.
     *
     * @param name the name of the wrong answer
     * @return its source files
     */
    public Map<String, Path> wrong(String name) {
        return with(folder.resolve("wrong").resolve(name).resolve("java"));
    }

    /** {@return the names of the typical wrong answers} */
    public List<String> wrongAnswers() {
        try (Stream<Path> folders = Files.list(folder.resolve("wrong"))) {
            return folders.filter(Files::isDirectory)
                    .map(wrong -> String.valueOf(wrong.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Path> with(Path overlay) {
        Map<String, Path> sources = starter();
        sources.putAll(sources(overlay));
        return sources;
    }

    private static Map<String, Path> sources(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            Map<String, Path> sources = new TreeMap<>();
            files.filter(file -> file.toString().endsWith(".java"))
                    .forEach(file -> sources.put(root.relativize(file).toString(), file));
            return sources;
        } catch (IOException e) {
            throw new UncheckedIOException("the exercise folder " + root + " cannot be read", e);
        }
    }
}
