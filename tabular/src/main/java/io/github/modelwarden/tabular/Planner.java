package io.github.modelwarden.tabular;

import io.github.modelwarden.core.data.FeatureType;
import io.github.modelwarden.core.rendering.NameList;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides which columns a scan looks at and what it takes them for. */
final class Planner {

    private final Path file;
    private final ScanOptions options;
    private final TableSource source;
    /** The columns of the file by their name in the blocks. */
    private final Map<String, Integer> indexByName = new LinkedHashMap<>();

    Planner(Path file, ScanOptions options, TableSource source) {
        this.file = file;
        this.options = options;
        this.source = source;
        nameColumns();
        requireKnown("declared with a type", options.types().keySet());
        requireKnown("to be read", options.only().orElse(Set.of()));
        requireKnown("to be left out", options.without());
        requireKnown("sensitive", options.sensitive());
    }

    private void nameColumns() {
        List<StoredColumn> columns = source.columns();
        Set<String> inFile = new LinkedHashSet<>();
        for (int i = 0; i < columns.size(); i++) {
            String stored = columns.get(i).name();
            inFile.add(stored);
            if (stored.isBlank()) {
                throw TabularException.of(
                        file,
                        "column " + (i + 1) + " of " + columns.size() + " has no name; give it one in the header"
                                + (i == 0 ? ", or write the table without its row numbers" : ""));
            }
            String name = options.names().getOrDefault(stored, stored);
            Integer first = indexByName.putIfAbsent(name, i);
            if (first != null) {
                throw TabularException.inColumn(
                        file,
                        name,
                        "columns " + (first + 1) + " and " + (i + 1)
                                + " have this name, and columns are matched by name; rename one of them");
            }
        }
        for (String renamed : options.names().keySet()) {
            if (!inFile.contains(renamed)) {
                throw absent("to be renamed", renamed, inFile);
            }
        }
    }

    private void requireKnown(String why, Collection<String> names) {
        for (String name : names) {
            if (!indexByName.containsKey(name)) {
                throw absent(why, name, indexByName.keySet());
            }
        }
    }

    private TabularException absent(String why, String name, Collection<String> names) {
        String closest = ClosestName.to(name, names)
                .map(close -> ", did you mean '" + close + "'?")
                .orElse("");
        return TabularException.inColumn(
                file,
                name,
                "the column is " + why + " but not there" + closest + "; the columns are " + NameList.of(names));
    }

    /** The names of the columns in the order of the file. */
    List<String> names() {
        return List.copyOf(indexByName.keySet());
    }

    /** The plan for a first attempt: from the options, the types of the file and a look at some rows. */
    Plan plan() {
        List<PlannedColumn> columns = new ArrayList<>();
        boolean needsSample = false;
        for (Map.Entry<String, Integer> entry : indexByName.entrySet()) {
            if (isWanted(entry.getKey())) {
                StoredColumn stored = source.columns().get(entry.getValue());
                PlannedColumn column = known(entry.getKey(), entry.getValue(), stored);
                needsSample |= column.source() == TypeSource.INFERRED;
                columns.add(column);
            }
        }
        if (columns.isEmpty()) {
            throw TabularException.of(
                    file, "no column is left to read; the columns are " + NameList.of(names()) + ", leave out fewer");
        }
        return needsSample ? corrected(new Plan(columns), sampled(columns)) : new Plan(columns);
    }

    private boolean isWanted(String name) {
        return options.only().map(only -> only.contains(name)).orElse(true)
                && !options.without().contains(name);
    }

    private PlannedColumn known(String name, int index, StoredColumn stored) {
        @Nullable FeatureType declared = options.types().get(name);
        if (declared != null) {
            return new PlannedColumn(index, name, stored, ColumnKind.of(declared), TypeSource.DECLARED);
        }
        Optional<ColumnKind> kind = TypeRules.stored(stored.storage());
        return new PlannedColumn(
                index,
                name,
                stored,
                kind.orElse(ColumnKind.CATEGORICAL),
                kind.isPresent() ? TypeSource.STORED : TypeSource.INFERRED);
    }

    private List<Tally> sampled(List<PlannedColumn> columns) {
        CellRules rules = options.rules();
        List<Tally> tallies = columns.stream().map(column -> new Tally()).toList();
        List<PlannedColumn> inferred = columns.stream()
                .filter(column -> column.source() == TypeSource.INFERRED)
                .toList();
        source.sample(inferred, cells -> {
            for (int i = 0; i < columns.size(); i++) {
                PlannedColumn column = columns.get(i);
                if (column.source() == TypeSource.INFERRED) {
                    new KindConverter(column.index(), rules).convert(cells, tallies.get(i));
                }
            }
        });
        return tallies;
    }

    /**
     * Corrects what the cells contradict.
     *
     * @param plan the columns
     * @param tallies what the cells of each column hold, in the order of the plan
     * @return a plan in which each inferred column has the kind its cells speak for; equal to the given one if it was right
     */
    static Plan corrected(Plan plan, List<Tally> tallies) {
        List<PlannedColumn> columns = new ArrayList<>();
        for (int i = 0; i < tallies.size(); i++) {
            PlannedColumn column = plan.columns().get(i);
            columns.add(
                    column.source() == TypeSource.INFERRED
                            ? column.withKind(TypeRules.inferred(column.stored().storage(), tallies.get(i)))
                            : column);
        }
        return new Plan(columns);
    }
}
