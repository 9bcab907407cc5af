package io.github.modelwarden.conformance;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the case files of a directory, each a list of cases. What cannot be a case is kept with the reason. */
final class CaseReader {

    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<String, String> files = new HashMap<>();
    private final List<Found> found = new ArrayList<>();

    /**
     * One entry of a case file, or a file that cannot be read.
     *
     * @param name the case's id, or where it stands if it has none of its own
     * @param node the case; empty for a file
     * @param problem why it cannot be answered; null if it may be
     */
    record Found(String name, JsonNode node, @Nullable String problem) {}

    private CaseReader() {}

    /** Reads all files that end in {@code .json}, in order of their names. */
    static List<Found> read(Path directory) throws IOException {
        CaseReader reader = new CaseReader();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".json") && Files.isRegularFile(f))
                    .sorted()
                    .toList()) {
                reader.file(file);
            }
        }
        return reader.found;
    }

    private void file(Path file) {
        String name = String.valueOf(file.getFileName());
        JsonNode empty = json.createObjectNode();
        try {
            JsonNode list = json.readTree(Files.readString(file));
            if (!list.isArray()) {
                found.add(new Found(name, empty, "the file is not a list of cases but " + list.getNodeType()));
                return;
            }
            for (int i = 0; i < list.size(); i++) {
                entry(name, i, list.get(i));
            }
        } catch (JacksonException e) {
            found.add(new Found(
                    name,
                    empty,
                    "the file is no JSON: " + e.getOriginalMessage() + " (line "
                            + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ")"));
        } catch (CharacterCodingException e) {
            found.add(new Found(name, empty, "the file is no text in UTF-8"));
        } catch (IOException e) {
            found.add(new Found(name, empty, "the file cannot be read: " + e.getMessage()));
        }
    }

    private void entry(String file, int position, JsonNode node) {
        String place = file + "[" + position + "]";
        if (!node.isObject()) {
            found.add(new Found(place, json.createObjectNode(), "the entry is not a case but " + node.getNodeType()));
            return;
        }
        String id = node.path("id").isString() ? node.path("id").asString().strip() : "";
        if (id.isEmpty()) {
            found.add(new Found(place, node, "the case has no id"));
            return;
        }
        String before = files.putIfAbsent(id, place);
        found.add(
                before == null
                        ? new Found(id, node, null)
                        : new Found(id + " (" + place + ")", node, "the id is used before, by " + before));
    }
}
