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
    private final boolean hidesText;

    private TextSource(Path file, FileKind kind, CsvShape shape) {
        this.file = file;
        this.kind = kind;
        this.dialect = Dialect.CSV;
        this.names = shape.names();
        this.shape = Optional.of(shape);
        this.hidesText = false;
    }

    private TextSource(Path file, FileKind kind, List<String> names, boolean hidesText) {
        this.file = file;
        this.kind = kind;
        this.dialect = Dialect.JSON;
        this.names = names;
        this.shape = Optional.empty();
        this.hidesText = hidesText;
    }

    static TextSource csv(Path file, FileKind kind, Optional<Character> delimiter) {
        return new TextSource(file, kind, CsvShape.of(file, kind, delimiter));
    }

    /** Reads the file once, since any line may have a key that no other has. */
    static TextSource jsonLines(Path file, FileKind kind, boolean hidesText, Consumer<CellReader> progress) {
        JsonKeys keys = JsonKeys.open();
        Cells cells = new Cells(Dialect.JSON, 1);
        ByteSource source = ByteSource.open(file, kind.isPacked(), kind.start());
        try (CellReader reader = JsonReader.ofKeys(source, new JsonLine(file, keys, hidesText))) {
            while (reader.read(cells)) {
                progress.accept(reader);
            }
        }
        if (keys.names().isEmpty()) {
            throw TabularException.of(file, "has no row with a value; expected one JSON object a line");
        }
        return new TextSource(file, kind, keys.names(), hidesText);
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
                .orElseGet(() -> JsonReader.of(source, new JsonLine(file, JsonKeys.of(names), hidesText)));
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
