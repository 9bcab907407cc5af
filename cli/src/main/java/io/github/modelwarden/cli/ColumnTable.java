package io.github.modelwarden.cli;

import io.github.modelwarden.core.data.FeatureType;
import io.github.modelwarden.core.profile.DatasetProfile;
import io.github.modelwarden.core.profile.DistinctCount;
import io.github.modelwarden.core.profile.FeatureProfile;
import io.github.modelwarden.core.profile.HeavyHitters;
import io.github.modelwarden.core.profile.Moments;
import io.github.modelwarden.core.rendering.Numbers;
import io.github.modelwarden.core.rendering.TextTable;
import io.github.modelwarden.tabular.ColumnReport;
import io.github.modelwarden.tabular.TableReport;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The columns of a profiled table as text: what each was taken for, why, and what it holds. */
final class ColumnTable {

    private static final int NAMED = 3;

    private ColumnTable() {}

    static String of(DatasetProfile profile, Optional<TableReport> report) {
        TextTable lines =
                TextTable.aligned("llrrl").line("column", "type", "missing", "distinct", "values", "why this type");
        profile.features().forEach(feature -> lines.line(line(feature, report)));
        report.ifPresent(found -> found.leftOut()
                .forEach(column ->
                        lines.line(column.name(), column.kind().word(), "", "", "left out", column.reason())));
        StringBuilder text = new StringBuilder();
        text.append(Numbers.withUnit(profile.rows()) + "\n\n");
        text.append(lines);
        report.map(TableReport::withProblems)
                .orElse(List.of())
                .forEach(column ->
                        text.append('\n').append(column.problemSentence()).append(".\n"));
        return text.toString();
    }

    private static String[] line(FeatureProfile feature, Optional<TableReport> report) {
        double rows = Math.max(1, feature.total());
        return new String[] {
            feature.feature(),
            feature.binning().type().word(),
            Numbers.percent(feature.missing() / rows),
            distinct(feature),
            feature.binning().type() == FeatureType.NUMERIC ? numbers(feature) : categories(feature),
            report.flatMap(found -> found.columns().stream()
                            .filter(column -> column.name().equals(feature.feature()))
                            .findFirst())
                    .map(ColumnReport::reasonAndAdvice)
                    .orElse("")
        };
    }

    /** The number of different values; an estimate is cut off at the number of values. */
    private static String distinct(FeatureProfile feature) {
        DistinctCount distinct = feature.distinct();
        long present = feature.total() - feature.missing();
        return distinct.isExact() ? "" + distinct.count() : "~" + Math.min(distinct.count(), present);
    }

    private static String numbers(FeatureProfile feature) {
        Moments moments = feature.moments();
        if (moments.count() == 0) {
            return "none";
        }
        return Numbers.plain(moments.min()) + " to " + Numbers.plain(moments.max()) + ", median "
                + Numbers.plain(feature.quantile(0.5)) + ", mean " + Numbers.plain(moments.mean());
    }

    private static String categories(FeatureProfile feature) {
        long[] counts = feature.counts();
        List<String> names = feature.binning().descriptions();
        double present = Math.max(1, feature.total() - feature.missing());
        long others = counts[counts.length - 2];
        if (others > 0 && IntStream.range(0, counts.length - 2).allMatch(i -> counts[i] < others)) {
            return distinct(feature) + " categories" + mostFrequent(feature, present);
        }
        List<String> named = IntStream.range(0, counts.length - 1)
                .filter(i -> counts[i] > 0)
                .boxed()
                .sorted(Comparator.comparingLong((Integer i) -> -counts[i]).thenComparing(i -> i))
                .limit(NAMED)
                .map(i -> shared(names.get(i), counts[i] / present))
                .toList();
        return named.isEmpty() ? "none" : String.join(", ", named);
    }

    private static String shared(String name, double share) {
        return String.format(Locale.ROOT, "%s %.1f %%", name, 100 * share);
    }

    /** The most frequent category of many, whether it has a bin or not; nothing if a frequent one may not be known. */
    private static String mostFrequent(FeatureProfile feature, double present) {
        HeavyHitters unbinned = feature.heavyHitters();
        long[] counts = feature.counts();
        List<String> names = feature.binning().descriptions();
        String most = "";
        long count = unbinned.maximumUndercount();
        for (Map.Entry<String, Long> entry : unbinned.counts().entrySet()) {
            if (entry.getValue() > count) {
                most = entry.getKey();
                count = entry.getValue();
            }
        }
        for (int i = 0; i < counts.length - 2; i++) {
            if (counts[i] > count) {
                most = names.get(i);
                count = counts[i];
            }
        }
        return most.isEmpty() ? "" : ", most frequent " + shared(most, count / present);
    }
}
