package io.github.modelwarden.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds what a case does not hold itself: long lists beside the cases, and data sets. */
final class CaseFolder {

    private static final String ARRAY = "$array";

    private final Path cases;
    private final Path data;
    private final JsonMapper json = JsonMapper.builder().build();

    CaseFolder(Path cases, Path data) {
        this.cases = cases;
        this.data = data;
    }

    /** A value, read from its array file where there is one. */
    JsonNode resolve(JsonNode node) throws IOException {
        if (!node.has(ARRAY)) {
            return node;
        }
        String name = node.path(ARRAY).asString();
        Path file = inside(cases, name);
        if (!Files.isRegularFile(file)) {
            throw new Unanswerable("the list " + name + " is not beside the cases");
        }
        JsonNode list = parse(name, Files.readString(file));
        if (node.has("length") && node.path("length").asInt() != list.size()) {
            throw new Unanswerable("the list " + name + " has " + list.size() + " entries where the case says "
                    + node.path("length").asInt());
        }
        return list;
    }

    private JsonNode parse(String name, String text) {
        try {
            return json.readTree(text);
        } catch (JacksonException e) {
            throw new Unanswerable("the list " + name + " is no JSON: " + e.getOriginalMessage());
        }
    }

    /** Some columns of a data set. */
    DataSet dataSet(String name, Collection<String> columns) throws IOException {
        return DataSet.read(file(name), name, columns);
    }

    /** The names of the columns of a data set. */
    Collection<String> header(String name) throws IOException {
        return DataSet.header(file(name), name);
    }

    private Path file(String name) {
        Path file = inside(data, name);
        if (!Files.isRegularFile(file)) {
            throw new Unanswerable("the data set " + name + " is not there");
        }
        return file;
    }

    private static Path inside(Path folder, String name) {
        Path root = folder.toAbsolutePath().normalize();
        Path file = root.resolve(name).normalize();
        if (!file.startsWith(root)) {
            throw new Unanswerable("the file " + name + " is outside of its folder");
        }
        return file;
    }
}
