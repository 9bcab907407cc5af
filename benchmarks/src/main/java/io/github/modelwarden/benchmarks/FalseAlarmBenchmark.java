package io.github.modelwarden.benchmarks;

import io.github.modelwarden.core.binning.CategoricalBinning;
import io.github.modelwarden.core.binning.NumericBinning;
import io.github.modelwarden.core.profile.FeatureProfile;
import io.github.modelwarden.drift.TestStatistic;
import io.github.modelwarden.drift.statistic.PopulationStabilityIndex;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * How often unchanged data is called drifted: by the usual fixed threshold, PSI ≥ 0.1, and by the calibrated p-value at
 * 0.05. Reference and current rows are drawn from the same distribution, so every alarm is false.
 *
 * <p>Arguments: {@code FILE RUNS SEED COMMIT}. The table is written as AsciiDoc.
 */
public final class FalseAlarmBenchmark {

    private static final double FIXED_THRESHOLD = 0.1;
    private static final double ALPHA = 0.05;
    private static final double Z = 1.96;
    private static final List<int[]> SIZES = List.of(
            new int[] {100, 100},
            new int[] {1000, 100},
            new int[] {10_000, 100},
            new int[] {100, 1000},
            new int[] {1000, 1000},
            new int[] {10_000, 1000},
            new int[] {100, 10_000},
            new int[] {1000, 10_000},
            new int[] {10_000, 10_000});

    private FalseAlarmBenchmark() {}

    /** One line of the table. */
    record Cell(
            String distribution, int bins, int referenceRows, int currentRows, int runs, int fixed, int calibrated) {}

    /**
     * Writes the table.
     *
     * @param arguments file to write, runs a cell, seed, commit
     * @throws IOException if the file cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 4) {
            throw new IllegalArgumentException(
                    "false alarms: expected FILE RUNS SEED COMMIT but got " + arguments.length + " arguments");
        }
        int runs = Integer.parseInt(arguments[1]);
        long seed = Long.parseLong(arguments[2]);
        StringBuilder page = new StringBuilder(header(runs, seed, arguments[3]));
        for (Distribution distribution : Distribution.values()) {
            for (int bins : distribution.bins()) {
                for (int[] size : SIZES) {
                    page.append(line(measure(distribution, bins, size, runs, seed)));
                }
            }
        }
        page.append("|===\n");
        Files.writeString(Path.of(arguments[0]), page, StandardCharsets.UTF_8);
    }

    static Cell measure(Distribution distribution, int bins, int[] size, int runs, long seed) {
        // another stream for every distribution: the bins of normal and lognormal rows differ by nothing else
        SplittableRandom random =
                new SplittableRandom(seed + distribution.title().hashCode());
        int fixed = 0;
        int calibrated = 0;
        for (int run = 0; run < runs; run++) {
            FeatureProfile reference;
            FeatureProfile current;
            if (distribution == Distribution.ZIPF) {
                CategoricalBinning binning = CategoricalBinning.of(Distribution.categories(bins));
                reference = distribution.categorical(random, binning, size[0]);
                current = distribution.categorical(random, binning, size[1]);
            } else {
                double[] values = distribution.sample(random, size[0]);
                NumericBinning binning = NumericBinning.equalFrequency(values, bins);
                reference = numeric(binning, values);
                current = numeric(binning, distribution.sample(random, size[1]));
            }
            TestStatistic psi = PopulationStabilityIndex.withDefaults().test(reference.counts(), current.counts());
            fixed += psi.value() >= FIXED_THRESHOLD ? 1 : 0;
            calibrated += psi.pValue().orElse(1) <= ALPHA ? 1 : 0;
        }
        return new Cell(distribution.title(), bins, size[0], size[1], runs, fixed, calibrated);
    }

    private static FeatureProfile numeric(NumericBinning binning, double[] values) {
        FeatureProfile profile = FeatureProfile.create("x", binning);
        for (double value : values) {
            profile.accept(value);
        }
        return profile;
    }

    static String header(int runs, long seed, String commit) {
        return String.format(
                Locale.ROOT,
                """
                = False alarms: fixed threshold and calibrated p-value
                :siteroot: ..
                :description: How often unchanged data is called drifted, measured.

                How often unchanged data is called drifted. Reference and current rows come from the same distribution, so
                every alarm is false. The fixed rule is the usual PSI ≥ 0.1; the calibrated one is the p-value at 0.05 that
                drift verdicts use. Shares are in per cent, with 95 %% Wilson intervals over the runs of a cell.

                Generated, do not edit: `java -cp benchmarks/target/benchmarks.jar %s docs-site/src/docs/asciidoc/reference/false-alarms.adoc %d %d %s`

                Commit %s, JDK %s, seed %d, %d runs a cell.

                [cols="2,>1,>1,>1,>2,>2",options="header"]
                |===
                |Distribution |Bins |Reference rows |Current rows |PSI ≥ 0.1 |Calibrated, alpha 0.05

                """,
                FalseAlarmBenchmark.class.getName(),
                runs,
                seed,
                commit,
                commit,
                Runtime.version(),
                seed,
                runs);
    }

    static String line(Cell cell) {
        return String.format(
                Locale.ROOT,
                "|%s |%d |%d |%d |%s |%s%n",
                cell.distribution(),
                cell.bins(),
                cell.referenceRows(),
                cell.currentRows(),
                share(cell.fixed(), cell.runs()),
                share(cell.calibrated(), cell.runs()));
    }

    /** A share in per cent with its Wilson interval. */
    static String share(int alarms, int runs) {
        double p = (double) alarms / runs;
        double middle = (p + Z * Z / (2 * runs)) / (1 + Z * Z / runs);
        double half = Z / (1 + Z * Z / runs) * Math.sqrt(p * (1 - p) / runs + Z * Z / (4.0 * runs * runs));
        return String.format(
                Locale.ROOT,
                "%.1f (%.1f to %.1f)",
                100 * p,
                100 * Math.max(0, middle - half),
                100 * Math.min(1, middle + half));
    }
}
