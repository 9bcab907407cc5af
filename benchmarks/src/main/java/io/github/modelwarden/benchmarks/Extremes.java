package io.github.modelwarden.benchmarks;

import java.util.Comparator;
import java.util.List;

/**
 * The smallest and the largest of the shares that were measured for a feature, over all sizes.
 *
 * @param least the smallest, nothing if none is measured
 * @param most the largest
 */
record Extremes(Ratio least, Ratio most) {

    static Extremes of(ResultFile results, String feature, String outcome) {
        List<Ratio> ratios = FalseAlarmPage.SIZES.stream()
                .map(size -> results.ofRuns(FalseAlarmBenchmark.singleCell(feature, size), outcome))
                .filter(ratio -> ratio.whole() > 0)
                .sorted(Comparator.comparingDouble(Ratio::value))
                .toList();
        return ratios.isEmpty()
                ? new Extremes(Ratio.NOTHING, Ratio.NOTHING)
                : new Extremes(ratios.get(0), ratios.get(ratios.size() - 1));
    }
}
