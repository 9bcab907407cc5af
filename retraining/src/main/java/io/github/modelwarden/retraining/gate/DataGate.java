package io.github.modelwarden.retraining.gate;

import io.github.modelwarden.core.binning.Binning;
import io.github.modelwarden.core.binning.NumericBinning;
import io.github.modelwarden.core.data.CategoricalColumn;
import io.github.modelwarden.core.data.Feature;
import io.github.modelwarden.core.data.FeatureType;
import io.github.modelwarden.core.data.NumericColumn;
import io.github.modelwarden.core.data.NumericFeature;
import io.github.modelwarden.core.data.Table;
import io.github.modelwarden.core.profile.Baseline;
import io.github.modelwarden.core.profile.DatasetProfile;
import io.github.modelwarden.core.profile.FeatureProfile;
import io.github.modelwarden.retraining.training.TrainingSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Decides whether labelled rows are fit to train on, by comparing them with the champion's baseline. It looks for broken
 * data (missing, constant, stuck at one value, unseen categories, impossible ranges, a class gone), not for drift: a
 * population that merely moved must pass, because that is what retraining is for.
 *
 * @param minRows fewest rows
 * @param minOfEachClass fewest rows of each class
 * @param maxMissingRise the share of missing values of a feature may rise by this much over the baseline
 * @param maxUnseenShare largest share of categories that neither schema nor baseline know
 * @param maxStuckRise the share of the most common value of a numeric feature may rise by this much over the share that
 *     value had in the baseline; a fifth of it for a feature that had no common value at all
 * @param maxOutsideShare largest share of values outside the declared bounds, or farther outside the baseline's range
 *     than that range is wide
 */
public record DataGate(
        int minRows,
        int minOfEachClass,
        double maxMissingRise,
        double maxUnseenShare,
        double maxStuckRise,
        double maxOutsideShare) {

    private static final String WHOLE = "*";
    private static final double COMMON = 0.05;

    public DataGate {
        if (minRows < 1 || minOfEachClass < 1) {
            throw new IllegalArgumentException("data gate: expected at least 1 row and 1 of each class but got "
                    + minRows + " and " + minOfEachClass);
        }
        for (double share : new double[] {maxMissingRise, maxUnseenShare, maxStuckRise, maxOutsideShare}) {
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException("data gate: expected shares between 0 and 1 but got " + share);
            }
        }
    }

    /** {@return 500 rows, 50 of each class, missing +0.10, unseen 0.05, stuck +0.50, outside 0.05} */
    public static DataGate withDefaults() {
        return new DataGate(500, 50, 0.10, 0.05, 0.50, 0.05);
    }

    /**
     * Sets the volume needed.
     *
     * @param newMinRows fewest rows
     * @param newMinOfEachClass fewest rows of each class
     * @return a gate with that setting
     */
    public DataGate withMinimum(int newMinRows, int newMinOfEachClass) {
        return new DataGate(
                newMinRows, newMinOfEachClass, maxMissingRise, maxUnseenShare, maxStuckRise, maxOutsideShare);
    }

    /**
     * Checks rows.
     *
     * @param rows labelled rows
     * @param baseline the champion's baseline
     * @return what is wrong, empty if the rows may be trained on
     */
    public List<Finding> check(TrainingSet rows, Baseline baseline) {
        List<Finding> findings = new ArrayList<>();
        volume(rows, findings);
        if (rows.rows() == 0) {
            return findings;
        }
        DatasetProfile profile = baseline.profile();
        List<String> known =
                profile.features().stream().map(FeatureProfile::feature).toList();
        for (Feature feature : rows.schema().features()) {
            if (!known.contains(feature.name())) {
                findings.add(new Finding(
                        "schema",
                        feature.name(),
                        0,
                        0,
                        "the champion's baseline does not know '" + feature.name()
                                + "': the schema changed; train a first model for the new schema"));
                continue;
            }
            missing(rows.features(), profile.feature(feature.name()), findings);
            if (feature.type() == FeatureType.NUMERIC) {
                numeric((NumericFeature) feature, rows.features().numeric(feature.name()), baseline, findings);
            } else {
                unseen(rows.features(), profile.feature(feature.name()), findings);
            }
        }
        return findings;
    }

    private void volume(TrainingSet rows, List<Finding> findings) {
        if (rows.rows() < minRows) {
            findings.add(finding(
                    "volume",
                    WHOLE,
                    rows.rows(),
                    minRows,
                    "%.0f labelled rows where at least %.0f are needed; wait for more labels or widen the window"));
        }
        int positives = rows.positives();
        int fewer = Math.min(positives, rows.rows() - positives);
        if (fewer < minOfEachClass) {
            findings.add(finding(
                    "class_balance",
                    WHOLE,
                    fewer,
                    minOfEachClass,
                    "%.0f rows of the class '"
                            + escape(rows.schema().label().word(positives <= rows.rows() - positives))
                            + "' where at least %.0f are needed; check whether its labels arrive"));
        }
    }

    private void missing(Table table, FeatureProfile before, List<Finding> findings) {
        var column = table.column(before.feature());
        int missing = 0;
        for (int row = 0; row < column.size(); row++) {
            missing += column.isMissing(row) ? 1 : 0;
        }
        double share = (double) missing / column.size();
        double limit = Math.min(1, share(before.missing(), before.total()) + maxMissingRise);
        if (share > limit || missing == column.size()) {
            findings.add(
                    finding(
                            "missing",
                            before.feature(),
                            share,
                            limit,
                            "'" + escape(before.feature())
                                    + "' is missing in a share of %.3f of the rows where the baseline allows %.3f; repair its source"));
        }
    }

    private void numeric(NumericFeature feature, NumericColumn column, Baseline baseline, List<Finding> findings) {
        double[] values = column.present();
        FeatureProfile before = baseline.profile().feature(feature.name());
        if (values.length == 0
                || before.moments().count() == 0
                || !(before.binning() instanceof NumericBinning binning)) {
            return;
        }
        Arrays.sort(values);
        stuck(values, before, binning, findings);
        double low = before.moments().min();
        double high = before.moments().max();
        double reach = Math.max(high - low, 1e-9 * Math.max(1, Math.abs(high)));
        double lower = Math.max(low - reach, feature.min());
        double upper = Math.min(high + reach, feature.max());
        long outside = Arrays.stream(values).filter(v -> v < lower || v > upper).count();
        double share = share(outside, values.length);
        if (high > low && share > maxOutsideShare) {
            findings.add(finding(
                    "range",
                    feature.name(),
                    share,
                    maxOutsideShare,
                    "'" + escape(feature.name())
                            + "' lies outside " + String.format(Locale.ROOT, "%.4g to %.4g", lower, upper)
                            + " in a share of %.3f of the rows where %.3f is allowed; did its unit change?"));
        }
    }

    /** A value that many rows have has a cell of its own; the cell of any other holds next to nothing. */
    private void stuck(double[] sorted, FeatureProfile before, NumericBinning binning, List<Finding> findings) {
        String feature = before.feature();
        long present = before.moments().count();
        long[] cells = before.cellCounts();
        double common = mostCommon(sorted);
        double share = share(count(sorted, common), sorted.length);
        double usual = share(cells[binning.cell(common)], present);
        double largest = share(Arrays.stream(cells).max().orElse(0), present);
        if (sorted[0] == sorted[sorted.length - 1]
                && before.moments().min() < before.moments().max()) {
            findings.add(finding(
                    "constant",
                    feature,
                    common,
                    largest,
                    "'" + escape(feature)
                            + "' has the one value %.4g in every row, its most common value had a share of %.3f before;"
                            + " repair its source"));
            return;
        }
        double limit = usual + (largest < COMMON ? maxStuckRise / 5 : maxStuckRise);
        if (share > limit) {
            findings.add(finding(
                    "stuck",
                    feature,
                    share,
                    limit,
                    "'" + escape(feature) + "' is "
                            + String.format(Locale.ROOT, "%.4g", common)
                            + " in a share of %.3f of the rows where %.3f is allowed; repair its source"));
        }
    }

    private void unseen(Table table, FeatureProfile before, List<Finding> findings) {
        CategoricalColumn column = table.categorical(before.feature());
        Binning binning = before.binning();
        if (!(binning instanceof io.github.modelwarden.core.binning.CategoricalBinning categories)) {
            findings.add(new Finding(
                    "schema",
                    before.feature(),
                    0,
                    0,
                    "'" + before.feature()
                            + "' is categorical but the champion's baseline has it numeric; train a first model anew"));
            return;
        }
        int other = binning.ids().indexOf(Binning.OTHER);
        int unseen = 0;
        for (int row = 0; row < column.size(); row++) {
            unseen += categories.index(column.value(row)) == other ? 1 : 0;
        }
        double share = share(unseen, column.size());
        double limit = Math.min(1, share(before.counts()[other], before.total()) + maxUnseenShare);
        if (share > limit) {
            findings.add(finding(
                    "unseen",
                    before.feature(),
                    share,
                    limit,
                    "'" + escape(before.feature())
                            + "' has categories that the champion never saw in a share of %.3f of the rows where %.3f is"
                            + " allowed; check its spelling at the source or extend the schema"));
        }
    }

    private static double mostCommon(double[] sorted) {
        double best = sorted[0];
        int bestRun = 0;
        for (int start = 0; start < sorted.length; ) {
            int end = start;
            while (end < sorted.length && sorted[end] == sorted[start]) {
                end++;
            }
            if (end - start > bestRun) {
                bestRun = end - start;
                best = sorted[start];
            }
            start = end;
        }
        return best;
    }

    private static long count(double[] values, double wanted) {
        return Arrays.stream(values).filter(v -> v == wanted).count();
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    /** A feature name inside a format string. */
    private static String escape(String name) {
        return name.replace("%", "%%");
    }

    @SuppressWarnings("AnnotateFormatMethod") // the formats are the constants of this file
    private static Finding finding(String check, String feature, double value, double limit, String format) {
        return new Finding(check, feature, value, limit, String.format(Locale.ROOT, format, value, limit));
    }
}
