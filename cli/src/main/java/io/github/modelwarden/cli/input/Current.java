package io.github.modelwarden.cli.input;

import io.github.modelwarden.core.binning.Binning;
import io.github.modelwarden.core.data.CategoricalColumn;
import io.github.modelwarden.core.data.Column;
import io.github.modelwarden.core.data.FeatureType;
import io.github.modelwarden.core.data.NumericColumn;
import io.github.modelwarden.core.data.Table;
import io.github.modelwarden.core.profile.DatasetProfile;
import io.github.modelwarden.core.profile.FeatureProfile;
import io.github.modelwarden.core.rendering.NameList;
import io.github.modelwarden.tabular.TableFile;
import io.github.modelwarden.tabular.TableReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The current side of a comparison.
 *
 * @param source what the user called it
 * @param profile its rows, counted over the bins of the reference
 * @param problems features that cannot be judged because of this file, with the reason
 * @param notes what a reader should know beside the verdicts
 * @param file the table itself, with its types fixed; empty for a profile
 */
public record Current(
        String source,
        DatasetProfile profile,
        Map<String, String> problems,
        List<String> notes,
        Optional<TableFile> file) {

    /**
     * Reads a table, or a profile that was counted over the bins of the reference.
     *
     * @param path the file
     * @param reference what it is compared with; gives the columns and their types
     * @param options how tables are read
     * @param settings how many values are kept
     * @param progress hears how far reading has come
     * @return the current side
     * @throws InputException if the file cannot be used
     */
    public static Current read(
            Path path, Reference reference, DataOptions options, ProfileSettings settings, Progress progress) {
        return ProfileFile.isProfile(path)
                ? profile(path, reference)
                : table(options.open(path, progress), reference, settings);
    }

    private static Current profile(Path path, Reference reference) {
        DatasetProfile profile = ProfileFile.read(path).profile();
        for (FeatureProfile expected : reference.baseline().profile().features()) {
            FeatureProfile got = profile.features().stream()
                    .filter(feature -> feature.feature().equals(expected.feature()))
                    .findFirst()
                    .orElseThrow(() -> new InputException("file " + path + ": expected a profile of the features of "
                            + reference.source() + " but '" + expected.feature() + "' is not in it; profile the same"
                            + " table"));
            if (!got.binning().equals(expected.binning())) {
                throw new InputException("file " + path + ": the profile of '" + expected.feature()
                        + "' was counted over other bins than that of " + reference.source()
                        + ", so the two cannot be compared; write it with: modelwarden profile --data FILE --like "
                        + reference.source() + " --out FILE");
            }
        }
        return new Current(path.toString(), profile, Map.of(), List.of(), Optional.empty());
    }

    private static Current table(TableFile file, Reference reference, ProfileSettings settings) {
        List<FeatureProfile> features = reference.baseline().profile().features();
        Set<String> present = new TreeSet<>(file.columnNames());
        Map<String, FeatureType> types = new LinkedHashMap<>();
        Map<String, String> problems = new LinkedHashMap<>();
        List<Column> absent = new ArrayList<>();
        for (FeatureProfile feature : features) {
            Binning binning = feature.binning();
            if (present.contains(feature.feature())) {
                types.put(feature.feature(), binning.type());
            } else {
                absent.add(missing(feature.feature(), binning.type(), 0));
                problems.put(
                        feature.feature(),
                        "the current file " + file.path().getFileName() + " has no column of this name");
            }
        }
        if (types.isEmpty()) {
            throw new InputException("file " + file.path() + ": expected columns of the reference "
                    + NameList.of(features.stream().map(FeatureProfile::feature).toList()) + " but the columns are "
                    + NameList.of(present)
                    + "; compare tables of the same model");
        }
        List<String> notes = new ArrayList<>();
        present.removeAll(types.keySet());
        if (reference.report().isPresent()) {
            // columns that the reference has and leaves out were spoken of already
            reference.report().get().columns().forEach(column -> present.remove(column.name()));
        }
        if (!present.isEmpty()) {
            notes.add("not compared, because the reference does not have them or they were left out: "
                    + NameList.joined(present));
        }
        long kept = settings.keptValues() / Math.max(1, types.size());
        TableFile typed = file.withOnly(types.keySet()).withTypes(types);
        var scan =
                typed.scan(any -> new Feed(reference.baseline().emptyProfile().keepingValues(kept), absent));
        TableReport report = scan.report();
        Rows.require(report);
        problems.putAll(Rows.problems(report, "current"));
        return new Current(
                file.path().toString(),
                scan.consumer().profile,
                Collections.unmodifiableMap(problems),
                notes,
                Optional.of(typed));
    }

    private static Column missing(String name, FeatureType type, int rows) {
        if (type == FeatureType.CATEGORICAL) {
            int[] none = new int[rows];
            Arrays.fill(none, CategoricalColumn.MISSING);
            return CategoricalColumn.ofCodes(name, none, List.of());
        }
        double[] none = new double[rows];
        Arrays.fill(none, Double.NaN);
        return NumericColumn.adopt(name, none);
    }

    /** Counts blocks; columns that the file does not have are missing in every row. */
    private static final class Feed implements Consumer<Table> {

        private final DatasetProfile profile;
        private final List<Column> absent;

        private Feed(DatasetProfile profile, List<Column> absent) {
            this.profile = profile;
            this.absent = absent;
        }

        @Override
        public void accept(Table block) {
            if (absent.isEmpty()) {
                profile.accept(block);
                return;
            }
            List<Column> columns = new ArrayList<>();
            block.columnNames().forEach(name -> columns.add(block.column(name)));
            absent.forEach(column -> columns.add(missing(column.name(), column.type(), block.rowCount())));
            profile.accept(Table.of(columns));
        }
    }
}
