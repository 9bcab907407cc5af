package io.github.modelwarden.tabular;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A CSV or JSON lines file. */
final class TextSource implements TableSource {

    private static final int SAMPLES = 8;
    private static final long SPARSE_FROM = 1 << 22;

    private final Path file;
    private final FileKind kind;
    private final Dialect dialect;
    private final List<String> names;
    private final Optional<CsvShape> shape;

    private TextSource(Path file, FileKind kind, Dialect dialect, List<String> names, Optional<CsvShape> shape) {
        this.file = file;
        this.kind = kind;
        this.dialect = dialect;
        this.names = names;
        this.shape = shape;
    }

    static TextSource csv(Path file, FileKind kind, Optional<Character> delimiter) {
        CsvShape shape = CsvShape.of(file, kind, delimiter);
        return new TextSource(file, kind, Dialect.CSV, shape.names(), Optional.of(shape));
    }

    /** Reads the file once, since any line may have a key that no other has. */
    static TextSource jsonLines(Path file, FileKind kind, Consumer<CellReader> progress) {
        JsonKeys keys = JsonKeys.open();
        Cells cells = new Cells(Dialect.JSON, 1);
        ByteSource source = ByteSource.open(file, kind.isPacked(), kind.start());
        try (CellReader reader = JsonReader.ofKeys(file, source, keys)) {
            while (reader.read(cells)) {
                progress.accept(reader);
            }
        }
        if (keys.names().isEmpty()) {
            throw TabularException.of(file, "has no row with a value; expected one JSON object a line");
        }
        return new TextSource(file, kind, Dialect.JSON, keys.names(), Optional.empty());
    }

    @Override
    public List<StoredColumn> columns() {
        return names.stream().map(StoredColumn::ofCells).toList();
    }

    @Override
    public Optional<Character> delimiter() {
        return shape.map(CsvShape::delimiter);
    }

    @Override
    public Cells newCells() {
        return new Cells(dialect, names.size());
    }

    @Override
    public CellReader open(Plan plan) {
        return reader(start());
    }

    private int start() {
        return shape.map(CsvShape::length).orElse(kind.start());
    }

    private TextReader reader(long start) {
        ByteSource source = ByteSource.open(file, kind.isPacked(), start);
        return shape.<TextReader>map(csv -> new CsvReader(file, source, csv.lines() + 1L, csv))
                .orElseGet(() -> JsonReader.of(file, source, 1, JsonKeys.of(names)));
    }

    @Override
    public void sample(List<PlannedColumn> columns, Consumer<Cells> sink) {
        Cells cells = newCells();
        try (TextReader reader = reader(start())) {
            if (reader.read(cells)) {
                sink.accept(cells);
            }
        }
        long size = size();
        for (int i = 1; i < SAMPLES && size > SPARSE_FROM && !kind.isPacked(); i++) {
            sampleAt(size / SAMPLES * i, cells, sink);
        }
    }

    private void sampleAt(long offset, Cells cells, Consumer<Cells> sink) {
        try (TextReader reader = reader(offset)) {
            if (reader.skipLine() && reader.read(cells)) {
                sink.accept(cells);
            }
        } catch (TabularException e) {
            // the line end was inside quotes, or the file is broken here: the scan itself will tell
        }
    }

    private long size() {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw ByteSource.unreadable(file, e);
        }
    }
}
