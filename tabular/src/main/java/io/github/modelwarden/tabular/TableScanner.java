package io.github.modelwarden.tabular;

import io.github.modelwarden.core.data.FeatureType;
import io.github.modelwarden.core.data.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** Scans a file: as often as it takes until the types that were assumed agree with all of its cells. */
final class TableScanner {

    private static final int MOST_ATTEMPTS = 3;

    private final Path file;
    private final FileFormat format;
    private final ScanOptions options;
    private final TableSource source;
    private final Consumer<CellReader> progress;

    TableScanner(Path file, FileFormat format, ScanOptions options, TableSource source, Consumer<CellReader> progress) {
        this.file = file;
        this.format = format;
        this.options = options;
        this.source = source;
        this.progress = progress;
    }

    <C extends Consumer<Table>> TableScan<C> scan(Function<? super Map<String, FeatureType>, C> newConsumer) {
        Plan plan = new Planner(file, options, source).plan();
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            C consumer = newConsumer.apply(types(plan));
            Attempt outcome = attempt(plan, consumer);
            Plan corrected = Planner.corrected(plan, outcome.tallies());
            if (corrected.equals(plan)) {
                return new TableScan<>(consumer, report(plan, outcome));
            }
            plan = corrected;
        }
        throw TabularException.of(file, "changes while it is read; copy it and read the copy");
    }

    private static Map<String, FeatureType> types(Plan plan) {
        Map<String, FeatureType> types = new LinkedHashMap<>();
        plan.columns().forEach(column -> column.kind().featureType().ifPresent(type -> types.put(column.name(), type)));
        return types;
    }

    /** What one pass has counted. */
    private record Attempt(long rows, long blankLines, List<Tally> tallies) {}

    private Attempt attempt(Plan plan, Consumer<Table> consumer) {
        List<Tally> tallies = new ArrayList<>();
        plan.columns().forEach(column -> tallies.add(new Tally()));
        CellRules rules = options.rules();
        long rows = 0;
        CellReader reader = source.open(plan);
        try (ConversionQueue queue = new ConversionQueue(
                reader, source::newCells, () -> new BlockConverter(plan, rules), options.threads())) {
            for (Block block = queue.next(); block != null; block = queue.next()) {
                rows += block.rows();
                combine(tallies, block);
                if (block.rows() > 0 && !block.columns().isEmpty()) {
                    consumer.accept(Table.of(block.columns()));
                }
                progress.accept(reader);
            }
            return new Attempt(rows, reader.blankLines(), tallies);
        }
    }

    private static void combine(List<Tally> tallies, Block block) {
        for (int i = 0; i < tallies.size(); i++) {
            tallies.get(i).combine(block.tallies().get(i));
        }
    }

    private TableReport report(Plan plan, Attempt outcome) {
        List<ColumnReport> columns = new ArrayList<>();
        for (int i = 0; i < plan.columns().size(); i++) {
            PlannedColumn column = plan.columns().get(i);
            Tally tally = outcome.tallies().get(i);
            boolean isSensitive = options.sensitive().contains(column.name());
            columns.add(new ColumnReport(
                    column.name(),
                    column.kind(),
                    column.source(),
                    TypeRules.reason(column, tally),
                    TypeRules.advice(column, tally),
                    tally.missing(),
                    isSensitive ? List.of() : tally.examples(),
                    column.kind() == ColumnKind.NUMERIC ? tally.problems(isSensitive) : List.of()));
        }
        return new TableReport(file, format, source.delimiter(), outcome.rows(), outcome.blankLines(), columns);
    }
}
