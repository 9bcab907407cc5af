package io.github.modelwarden.tabular;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

class JsonLinesFormatTest extends TableFormatContract {

    @Override
    Path write(Map<String, List<@Nullable Object>> columns) throws IOException {
        StringBuilder text = new StringBuilder();
        int rows = columns.values().iterator().next().size();
        for (int row = 0; row < rows; row++) {
            String separator = "{";
            for (Map.Entry<String, List<@Nullable Object>> column : columns.entrySet()) {
                text.append(separator).append(value(column.getKey())).append(": ");
                text.append(value(column.getValue().get(row)));
                separator = ", ";
            }
            text.append("}\n");
        }
        return Files.writeString(folder.resolve("table.jsonl"), text);
    }

    private static String value(@Nullable Object value) {
        return value instanceof String text
                ? '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"'
                : String.valueOf(value);
    }
}
