package io.github.modelwarden.service.launch;

import io.github.modelwarden.config.YamlDocument;
import io.github.modelwarden.config.YamlMap;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The file behind {@code serve --config}: which files make up the user's own model. */
final class ServeConfig {

    private static final List<String> KEYS = List.of("data", "schema", "rules", "policy");

    private ServeConfig() {}

    static Map<String, Object> read(Path file) {
        YamlMap root =
                YamlDocument.parse(YamlDocument.text(file), file.toString()).onlyKeys(KEYS.toArray(String[]::new));
        Path folder = file.toAbsolutePath().getParent();
        Map<String, Object> properties = new LinkedHashMap<>();
        for (String key : KEYS) {
            root.optional(key)
                    .ifPresent(node -> properties.put(
                            "modelwarden." + key,
                            (folder == null ? Path.of(node.asWord()) : folder.resolve(node.asWord())).toString()));
        }
        return properties;
    }
}
