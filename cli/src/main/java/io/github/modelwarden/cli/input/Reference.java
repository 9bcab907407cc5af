package io.github.modelwarden.cli.input;

import io.github.modelwarden.core.data.Table;
import io.github.modelwarden.core.profile.Baseline;
import io.github.modelwarden.core.profile.BaselineBuilder;
import io.github.modelwarden.tabular.TableFile;
import io.github.modelwarden.tabular.TableReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The reference side of a comparison.
 *
 * @param source what the user called it
 * @param baseline its profile
 * @param report what was found in the file; empty for a profile
 * @param problems features that cannot be judged because of this file, with the reason
 */
public record Reference(String source, Baseline baseline, Optional<TableReport> report, Map<String, String> problems) {

    /**
     * Reads a table or a profile.
     *
     * @param path the file
     * @param options how tables are read
     * @param settings how many bins, and how many values are kept
     * @param progress hears how far reading has come
     * @return the reference
     * @throws InputException if the file cannot be used
     */
    public static Reference read(Path path, DataOptions options, ProfileSettings settings, Progress progress) {
        if (ProfileFile.isProfile(path)) {
            return new Reference(path.toString(), ProfileFile.read(path), Optional.empty(), Map.of());
        }
        TableFile file = options.open(path, progress);
        var scan = file.scan(types -> new Feed(builder(options, settings, types.size())));
        TableReport report = scan.report();
        BaselineBuilder builder = scan.consumer().builder;
        Rows.require(report);
        // types that are declared are not guessed again, so the second pass is the first one's rows
        TableFile again = file.withTypes(report.types()).withOnly(report.types().keySet());
        while (!builder.endOfPass()) {
            again.scan(types -> new Feed(builder));
        }
        return new Reference(path.toString(), builder.build(), Optional.of(report), Rows.problems(report, "reference"));
    }

    private static BaselineBuilder builder(DataOptions options, ProfileSettings settings, int columns) {
        return Baseline.builder()
                .withBins(settings.bins())
                .withCategories(options.categories())
                .withKeptValues(settings.keptValues() / Math.max(1, columns));
    }

    /** {@return columns that the file has and the comparison leaves out, as sentences} */
    public List<String> notes() {
        return report.map(Rows::notes).orElse(List.of());
    }

    /** Hands blocks to a builder. */
    private static final class Feed implements Consumer<Table> {

        private final BaselineBuilder builder;

        private Feed(BaselineBuilder builder) {
            this.builder = builder;
        }

        @Override
        public void accept(Table block) {
            builder.accept(block);
        }
    }
}
