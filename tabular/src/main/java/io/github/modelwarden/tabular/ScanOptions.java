package io.github.modelwarden.tabular;

import io.github.modelwarden.core.data.FeatureType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What the caller wants of a file; names are those of the blocks. Changed only while a copy is made. */
final class ScanOptions {

    /** More would wait for the one that splits lines into cells. */
    private static final int MOST_THREADS = 6;

    private Map<String, FeatureType> types = Map.of();
    private Optional<Set<String>> only = Optional.empty();
    private Set<String> without = Set.of();
    private Map<String, String> names = Map.of();
    private Set<String> sensitive = Set.of();
    private Set<String> missingWords = MissingWords.DEFAULT;
    private Optional<Character> delimiter = Optional.empty();
    private int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
    private ScanProgress progress = (bytesRead, totalBytes) -> {};

    static ScanOptions withDefaults() {
        return new ScanOptions();
    }

    /** A copy with a change. */
    ScanOptions with(Consumer<ScanOptions> change) {
        ScanOptions copy = new ScanOptions();
        copy.types = types;
        copy.only = only;
        copy.without = without;
        copy.names = names;
        copy.sensitive = sensitive;
        copy.missingWords = missingWords;
        copy.delimiter = delimiter;
        copy.threads = threads;
        copy.progress = progress;
        change.accept(copy);
        return copy;
    }

    void setTypes(Map<String, FeatureType> declared) {
        types = Map.copyOf(declared);
    }

    void setOnly(Set<String> wanted) {
        only = Optional.of(Set.copyOf(wanted));
    }

    void setWithout(Set<String> unwanted) {
        without = Set.copyOf(unwanted);
    }

    void setNames(Map<String, String> newNames) {
        names = Map.copyOf(newNames);
    }

    void setSensitive(Set<String> hidden) {
        sensitive = Set.copyOf(hidden);
    }

    void setMissingWords(Set<String> words) {
        missingWords = Set.copyOf(words);
    }

    void setDelimiter(char separator) {
        delimiter = Optional.of(separator);
    }

    void setThreads(int count) {
        threads = count;
    }

    void setProgress(ScanProgress listener) {
        progress = listener;
    }

    Map<String, FeatureType> types() {
        return types;
    }

    Optional<Set<String>> only() {
        return only;
    }

    Set<String> without() {
        return without;
    }

    /** New names by the name in the file. */
    Map<String, String> names() {
        return names;
    }

    Set<String> sensitive() {
        return sensitive;
    }

    Optional<Character> delimiter() {
        return delimiter;
    }

    int threads() {
        return threads;
    }

    ScanProgress progress() {
        return progress;
    }

    CellRules rules() {
        return new CellRules(new MissingWords(missingWords));
    }
}
