package io.github.modelwarden.cli.input;

import io.github.modelwarden.core.data.FeatureType;
import io.github.modelwarden.core.data.Table;
import io.github.modelwarden.core.quality.ConstraintSet;
import io.github.modelwarden.core.quality.ConstraintSuggestion;
import io.github.modelwarden.core.quality.Example;
import io.github.modelwarden.core.quality.QualityCheck;
import io.github.modelwarden.core.quality.QualityProfile;
import io.github.modelwarden.core.quality.QualityReport;
import io.github.modelwarden.core.quality.Suggestion;
import io.github.modelwarden.tabular.CellProblem;
import io.github.modelwarden.tabular.ColumnKind;
import io.github.modelwarden.tabular.ColumnReport;
import io.github.modelwarden.tabular.TableFile;
import io.github.modelwarden.tabular.TableReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Tables as constraints see them: every column is read, dates and times as words, and cells that cannot be read as their
 * column's type are counted.
 *
 * @param options how tables are read
 * @param progress hears how far reading has come
 */
public record QualityRows(DataOptions options, Progress progress) {

    /**
     * Suggests constraints from a reference.
     *
     * @param path the file
     * @param suggestion how
     * @param notes hears of columns whose cells may be meant otherwise than they were read
     * @return the suggestions
     * @throws InputException if the file has no rows
     */
    public List<Suggestion> suggest(Path path, ConstraintSuggestion suggestion, Consumer<String> notes) {
        TableFile file = options.open(path, progress);
        Read read = read(file, Map.of(), QualityProfile::create);
        Rows.require(read.report);
        Rows.doubts(read.report).forEach(notes);
        return suggestion.withHiddenValues(options.sensitive()).from(read.profile);
    }

    /**
     * Checks a table.
     *
     * @param path the file
     * @param constraints the constraints; they say of which type a column should be, unless a schema does
     * @param check how
     * @return what was found
     * @throws InputException if the file has no rows
     */
    public QualityReport check(Path path, ConstraintSet constraints, QualityCheck check) {
        TableFile file = options.open(path, progress);
        Map<String, FeatureType> types = new HashMap<>();
        file.columnNames().forEach(column -> constraints.type(column).ifPresent(type -> types.put(column, type)));
        Read read = read(file, types, () -> QualityProfile.create(constraints));
        Rows.requireAny(read.report);
        return check.withHiddenValues(options.sensitive())
                .check(read.profile)
                .from(path.toString(), notes(read.report));
    }

    private record Read(QualityProfile profile, TableReport report) {}

    private Read read(TableFile file, Map<String, FeatureType> wanted, Supplier<QualityProfile> newProfile) {
        Map<String, FeatureType> types = new HashMap<>(wanted);
        options.types().forEach((column, type) -> {
            if (file.columnNames().contains(column)) {
                types.put(column, type);
            }
        });
        var scan = file.withTypes(types).scan(any -> new Feed(newProfile.get()));
        if (scan.report().leftOut().stream().anyMatch(column -> column.kind() == ColumnKind.TIMESTAMP)) {
            // dates are words to a constraint; that they are there is known only after the first scan
            types.putAll(scan.report().types());
            scan.report().leftOut().stream()
                    .filter(column -> column.kind() == ColumnKind.TIMESTAMP)
                    .forEach(column -> types.put(column.name(), FeatureType.CATEGORICAL));
            scan = file.withTypes(types).scan(any -> new Feed(newProfile.get()));
        }
        QualityProfile profile = scan.consumer().profile;
        scan.report()
                .withProblems()
                .forEach(column -> column.problems()
                        .forEach(problem -> profile.countNotOfType(
                                column.name(),
                                problem.count(),
                                List.of(new Example(problem.firstRow(), problem.firstText())))));
        return new Read(profile, scan.report());
    }

    private static List<String> notes(TableReport report) {
        List<String> notes =
                new ArrayList<>(report.leftOut().stream().map(QualityRows::note).toList());
        notes.addAll(Rows.doubts(report));
        report.columns()
                .forEach(column -> column.problems().stream()
                        .filter(problem -> problem.kind() == CellProblem.Kind.INFINITE)
                        .forEach(problem -> notes.add("column '" + column.name() + "': " + problem.sentence()
                                + (problem.count() == 1 ? "; it counts" : "; they count") + " as no number")));
        return notes;
    }

    private static String note(ColumnReport column) {
        return "column '" + column.name() + "' is not checked: it is "
                + column.kind().word() + " (" + column.reason() + ")";
    }

    /** Hands blocks to a profile. */
    private static final class Feed implements Consumer<Table> {

        private final QualityProfile profile;

        private Feed(QualityProfile profile) {
            this.profile = profile;
        }

        @Override
        public void accept(Table block) {
            profile.accept(block);
        }
    }
}
