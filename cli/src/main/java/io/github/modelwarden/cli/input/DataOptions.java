package io.github.modelwarden.cli.input;

import io.github.modelwarden.config.SchemaDocument;
import io.github.modelwarden.core.data.CategoricalFeature;
import io.github.modelwarden.core.data.Feature;
import io.github.modelwarden.core.data.FeatureType;
import io.github.modelwarden.core.profile.DatasetProfile;
import io.github.modelwarden.core.profile.FeatureProfile;
import io.github.modelwarden.core.rendering.NameList;
import io.github.modelwarden.tabular.ClosestName;
import io.github.modelwarden.tabular.TableFile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How data files are read.
 *
 * @param schema the schema, if the user gave one: its features are read and nothing else
 * @param score the column with the model's score, if the user named one
 * @param missingWords words that stand for a missing value, beside the usual ones
 * @param ignored columns to leave out
 */
public record DataOptions(
        Optional<SchemaDocument> schema, Optional<String> score, Set<String> missingWords, Set<String> ignored) {

    public DataOptions {
        missingWords = Set.copyOf(missingWords);
        ignored = Set.copyOf(ignored);
    }

    /**
     * Refuses a column to leave out that none of the files has: the name is mistyped, and the column meant would be
     * judged.
     *
     * @param files the tables and profiles
     * @throws InputException if there is no such column
     */
    public void requireIgnored(Path... files) {
        if (ignored.isEmpty()) {
            return;
        }
        Set<String> there = new LinkedHashSet<>();
        for (Path file : files) {
            there.addAll(columnNames(file));
        }
        ignored.stream()
                .filter(name -> !there.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    String of = files.length == 1 ? "file " + files[0] : "files " + NameList.joined(List.of(files));
                    String meant = ClosestName.to(name, there)
                            .map(close -> ", did you mean '" + close + "'?")
                            .orElse("");
                    throw new InputException(of + ": expected the column '" + name + "' of --ignore but it is not there"
                            + meant + "; the columns are " + NameList.of(there));
                });
    }

    private static List<String> columnNames(Path file) {
        return ProfileFile.isProfile(file)
                ? ProfileFile.read(file).profile().features().stream()
                        .map(FeatureProfile::feature)
                        .toList()
                : TableFile.of(file).columnNames();
    }

    /** The column with the score: as named on the command line, or in the schema. */
    private Optional<String> scoreColumn() {
        return score.or(() -> schema.flatMap(SchemaDocument::scoreColumn));
    }

    /** {@return the categories that the schema declares, by feature} */
    Map<String, List<String>> categories() {
        Map<String, List<String>> declared = new HashMap<>();
        schema.ifPresent(document -> document.schema().features().forEach(feature -> {
            if (feature instanceof CategoricalFeature categorical
                    && !categorical.categories().isEmpty()) {
                declared.put(categorical.name(), categorical.categories());
            }
        }));
        return declared;
    }

    /** {@return the features whose values the schema says must not be shown} */
    List<String> sensitive() {
        return schema.map(document -> document.schema().features().stream()
                        .filter(Feature::sensitive)
                        .map(Feature::name)
                        .toList())
                .orElse(List.of());
    }

    /** {@return the types that the schema declares, by feature} */
    Map<String, FeatureType> types() {
        Map<String, FeatureType> types = new HashMap<>();
        schema.ifPresent(
                document -> document.schema().features().forEach(feature -> types.put(feature.name(), feature.type())));
        return types;
    }

    /**
     * Opens a data file with what is declared.
     *
     * @param path the file
     * @param progress hears how far reading has come
     * @return the file; its score column is named {@link DatasetProfile#SCORE}
     */
    TableFile open(Path path, Progress progress) {
        TableFile file = open(path, missingWords, progress);
        List<String> present = file.columnNames();
        Optional<String> scored = scoreColumn().filter(present::contains);
        if (score.isPresent() && scored.isEmpty()) {
            throw new InputException("file " + path + ": expected the score column '" + score.get()
                    + "' but the columns are " + NameList.of(present) + "; name another one with --score");
        }
        Map<String, String> names = new HashMap<>();
        scored.ifPresent(name -> names.put(name, DatasetProfile.SCORE));
        file = file.withNames(names);
        if (schema.isPresent()) {
            return declared(file, schema.get(), present, scored.isPresent())
                    .withSensitive(
                            sensitive().stream().filter(present::contains).toList());
        }
        return file.without(ignored.stream().filter(present::contains).toList())
                .withTypes(scored.isPresent() ? Map.of(DatasetProfile.SCORE, FeatureType.NUMERIC) : Map.of());
    }

    /** Opens a data file of which nothing is declared but what stands for a missing value. */
    static TableFile open(Path path, Set<String> missingWords, Progress progress) {
        Set<String> words = new HashSet<>(TableFile.DEFAULT_MISSING_WORDS);
        words.addAll(missingWords);
        return TableFile.of(path).withProgress(progress.of(path)).withMissingWords(words);
    }

    private static TableFile declared(TableFile file, SchemaDocument document, List<String> present, boolean scored) {
        Map<String, FeatureType> types = new LinkedHashMap<>();
        for (Feature feature : document.schema().features()) {
            if (present.contains(feature.name())) {
                types.put(feature.name(), feature.type());
            }
        }
        if (types.isEmpty()) {
            throw new InputException("file " + file.path() + ": expected the features of the schema of '"
                    + document.schema().model() + "' but the columns are " + NameList.of(present)
                    + "; give the schema of this table");
        }
        if (scored) {
            types.put(DatasetProfile.SCORE, FeatureType.NUMERIC);
        }
        return file.withOnly(types.keySet()).withTypes(types);
    }
}
