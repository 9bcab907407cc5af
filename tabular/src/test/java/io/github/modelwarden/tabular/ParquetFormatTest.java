package io.github.modelwarden.tabular;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

class ParquetFormatTest extends TableFormatContract {

    @Override
    Path write(Map<String, List<@Nullable Object>> columns) throws IOException {
        return ParquetFiles.write(folder.resolve("table.parquet"), columns);
    }
}
