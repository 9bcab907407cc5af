package io.github.modelwarden.service.dataset;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.modelwarden.config.Replay;
import io.github.modelwarden.config.SchemaDocument;
import io.github.modelwarden.core.data.Feature;
import io.github.modelwarden.core.data.FeatureType;
import io.github.modelwarden.core.data.NumericFeature;
import io.github.modelwarden.core.data.Row;
import io.github.modelwarden.core.data.Schema;
import io.github.modelwarden.core.data.Table;
import io.github.modelwarden.retraining.training.TrainingSet;
import io.github.modelwarden.service.dataset.Dataset.LabeledFeatures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A user's table: the first rows are the reference, the others are replayed as traffic. Columns are matched by name; a
 * blank cell is a missing value; columns that the schema does not name are passed over.
 */
public final class CsvDataset {

    private static final int MINIMUM_ROWS = 200;

    private final Path file;
    private final Schema schema;
    private final Replay replay;

    private CsvDataset(Path file, Schema schema, Replay replay) {
        this.file = file;
        this.schema = schema;
        this.replay = replay;
    }

    /**
     * Reads a table.
     *
     * @param file the CSV file, UTF-8, with a header line
     * @param document what the schema file says; without a replay section the first half is the reference and the rest
     *     is replayed in file order
     * @return the data
     * @throws DatasetException if the file is missing, lacks a column, or has a cell that does not fit
     */
    public static Dataset read(Path file, SchemaDocument document) {
        Replay replay = document.replay().orElse(new Replay(0.5, Map.of()));
        return new CsvDataset(file, document.schema(), replay).read();
    }

    private Dataset read() {
        if (!Files.isRegularFile(file)) {
            throw new DatasetException("data file " + file + ": there is no such file; check the path");
        }
        List<LabeledFeatures> rows = new ArrayList<>();
        List<Boolean> first = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder()
                .skipEmptyLines(true)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofNamedCsvRecord(file)) {
            for (NamedCsvRecord csvRow : csv) {
                if (rows.isEmpty()) {
                    requireColumns(csvRow.getHeader());
                }
                requireAllCells(csvRow);
                rows.add(new LabeledFeatures(features(csvRow), label(csvRow)));
                first.add(comesFirst(csvRow));
            }
        } catch (IOException | UncheckedIOException | CsvParseException | IllegalStateException e) {
            throw new DatasetException(
                    "data file " + file + ": cannot be read as CSV with a header line (" + e.getMessage() + ")", e);
        }
        return split(rows, first);
    }

    private Dataset split(List<LabeledFeatures> rows, List<Boolean> first) {
        int referenceRows = (int) (rows.size() * replay.referenceShare());
        if (referenceRows < MINIMUM_ROWS) {
            throw new DatasetException("data file " + file + ": " + rows.size() + " rows give " + referenceRows
                    + " reference rows where training and a baseline need at least " + MINIMUM_ROWS
                    + "; supply more rows or raise replay.reference in the schema file");
        }
        List<Row> reference = new ArrayList<>();
        boolean[] positive = new boolean[referenceRows];
        for (int i = 0; i < referenceRows; i++) {
            Row.Builder row = Row.builder(schema);
            rows.get(i).features().forEach((name, value) -> {
                if (value instanceof Double number) {
                    row.set(name, number);
                } else if (value instanceof String category) {
                    row.set(name, category);
                }
            });
            reference.add(row.build());
            positive[i] = rows.get(i).positive();
        }
        requireBothClasses(positive);
        List<LabeledFeatures> traffic = Stream.concat(
                        IntStream.range(referenceRows, rows.size())
                                .filter(first::get)
                                .mapToObj(rows::get),
                        IntStream.range(referenceRows, rows.size())
                                .filter(i -> !first.get(i))
                                .mapToObj(rows::get))
                .toList();
        return new Dataset(TrainingSet.of(schema, Table.ofRows(schema, reference), positive), Optional.of(traffic));
    }

    private void requireBothClasses(boolean[] positive) {
        long count =
                IntStream.range(0, positive.length).filter(i -> positive[i]).count();
        if (count == 0 || count == positive.length) {
            throw new DatasetException("data file " + file + ": all " + positive.length + " reference rows are '"
                    + schema.label().word(count > 0) + "', so there is nothing to learn; the reference needs rows of"
                    + " both classes");
        }
    }

    private void requireColumns(List<String> header) {
        List<String> missing = Stream.concat(
                        schema.features().stream().map(Feature::name),
                        Stream.of(schema.label().name()))
                .filter(name -> !header.contains(name))
                .toList();
        if (!missing.isEmpty()) {
            throw new DatasetException("data file " + file + ": the schema names the columns " + missing
                    + " but the header has " + header + "; correct the schema or the header");
        }
        long distinct = header.stream().distinct().count();
        if (distinct != header.size()) {
            throw new DatasetException("data file " + file + ": the header " + header
                    + " names a column twice; rename one, since columns are matched by name");
        }
    }

    private void requireAllCells(NamedCsvRecord csvRow) {
        int wanted = csvRow.getHeader().size();
        if (csvRow.getFieldCount() != wanted) {
            throw new DatasetException("data file " + file + ", line " + csvRow.getStartingLineNumber() + ", column '"
                    + csvRow.getHeader().get(Math.min(csvRow.getFieldCount(), wanted) - 1) + "' is the last to match: "
                    + csvRow.getFieldCount() + " cells where the header has " + wanted
                    + "; add or remove cells, or quote a cell that holds the separator");
        }
    }

    private Map<String, @Nullable Object> features(NamedCsvRecord csvRow) {
        Map<String, @Nullable Object> features = new LinkedHashMap<>();
        for (Feature feature : schema.features()) {
            String cell = csvRow.getField(feature.name()).strip();
            if (cell.isEmpty() && feature.required()) {
                throw at(
                        csvRow,
                        feature.name(),
                        "is blank but the schema requires it; fill it in, or say required: false to count it as missing");
            }
            features.put(feature.name(), cell.isEmpty() ? null : value(csvRow, feature, cell));
        }
        return features;
    }

    private Object value(NamedCsvRecord csvRow, Feature feature, String cell) {
        if (feature.type() == FeatureType.CATEGORICAL) {
            return cell;
        }
        try {
            double value = Double.parseDouble(cell);
            if (((NumericFeature) feature).accepts(value)) {
                return value;
            }
            throw at(
                    csvRow,
                    feature.name(),
                    shown(feature, cell) + " is outside the schema's bounds; correct one of them");
        } catch (NumberFormatException e) {
            throw at(
                    csvRow,
                    feature.name(),
                    "expected a number but got " + shown(feature, cell)
                            + "; correct the cell or declare the feature categorical");
        }
    }

    private static String shown(Feature feature, String cell) {
        return feature.sensitive() ? "another value (not shown: the feature is sensitive)" : "'" + cell + "'";
    }

    private boolean label(NamedCsvRecord csvRow) {
        String cell = csvRow.getField(schema.label().name()).strip();
        if (!schema.label().knows(cell)) {
            throw at(
                    csvRow,
                    schema.label().name(),
                    "expected '" + schema.label().positive() + "' or '"
                            + schema.label().negative() + "' but got '" + cell + "'");
        }
        return cell.equals(schema.label().positive());
    }

    private boolean comesFirst(NamedCsvRecord csvRow) {
        return replay.first().entrySet().stream()
                .allMatch(wanted -> csvRow.findField(wanted.getKey())
                        .map(String::strip)
                        .filter(wanted.getValue()::equals)
                        .isPresent());
    }

    private DatasetException at(NamedCsvRecord csvRow, String column, String problem) {
        return new DatasetException("data file " + file + ", line " + csvRow.getStartingLineNumber() + ", column '"
                + column + "': " + problem);
    }
}
