package io.github.modelwarden.tabular;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

class CsvFormatTest extends TableFormatContract {

    @Override
    Path write(Map<String, List<@Nullable Object>> columns) throws IOException {
        StringBuilder text = new StringBuilder(
                        columns.keySet().stream().map(CsvFormatTest::cell).collect(Collectors.joining(",")))
                .append('\n');
        int rows = columns.values().iterator().next().size();
        for (int row = 0; row < rows; row++) {
            String separator = "";
            for (List<@Nullable Object> column : columns.values()) {
                text.append(separator).append(cell(column.get(row)));
                separator = ",";
            }
            text.append('\n');
        }
        return Files.writeString(folder.resolve("table.csv"), text);
    }

    private static String cell(@Nullable Object value) {
        return value instanceof String text
                ? '"' + text.replace("\"", "\"\"") + '"'
                : value == null ? "" : String.valueOf(value);
    }
}
