package io.github.modelwarden.drift.report;

import io.github.modelwarden.core.binning.Binning;
import io.github.modelwarden.core.binning.CategoricalBinning;
import io.github.modelwarden.core.profile.FeatureProfile;
import io.github.modelwarden.core.profile.HeavyHitters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Two profiles of one feature, bin by bin. Categories without a bin of their own, which are counted as {@code other}, are
 * named as far as the profiles know them.
 */
final class ComparedBins {

    /** Id of a category without a bin of its own: this and its name. */
    private static final String UNLISTED = "other_";

    private final List<String> ids;
    private final List<String> descriptions;
    private final long[] reference;
    private final long[] current;
    private final SparseBins groups;

    private ComparedBins(List<String> ids, List<String> descriptions, long[][] counts, SparseBins groups) {
        this.ids = ids;
        this.descriptions = descriptions;
        this.reference = counts[0];
        this.current = counts[1];
        this.groups = groups;
    }

    static ComparedBins of(FeatureProfile reference, FeatureProfile current) {
        long[][] counts = {reference.counts(), current.counts()};
        Binning binning = reference.binning();
        return switch (binning.type()) {
            case NUMERIC ->
                new ComparedBins(
                        binning.ids(), binning.descriptions(), counts, SparseBins.ofNumbers(counts[0], counts[1]));
            case CATEGORICAL -> categories(reference, current, counts);
        };
    }

    /**
     * Without exact knowledge of the categories behind {@code other} on both sides, they go into the rest as a whole: a
     * count with an error would differ between the sides by that error. Of the others, those then count alone that would
     * have got their bin from any reference like this one: a bin that is there by chance looks like a loss.
     */
    private static ComparedBins categories(FeatureProfile reference, FeatureProfile current, long[][] counts) {
        HeavyHitters then = reference.heavyHitters();
        HeavyHitters now = current.heavyHitters();
        boolean exact = then.total() == other(counts[0])
                && now.total() == other(counts[1])
                && then.maximumUndercount() == 0
                && now.maximumUndercount() == 0;
        List<String> ids = new ArrayList<>(reference.binning().ids());
        List<String> descriptions = new ArrayList<>(reference.binning().descriptions());
        int other = ids.indexOf(Binning.OTHER);
        Optional<SparseBins> vanished = SparseBins.ofVanished(counts[0], counts[1], other);
        if (!exact) {
            SparseBins groups = SparseBins.ofCategories(counts[0], counts[1], other, sureRows(counts[0], other));
            return new ComparedBins(ids, descriptions, counts, comparable(groups, vanished));
        }
        Set<String> names = new TreeSet<>(then.counts().keySet());
        names.addAll(now.counts().keySet());
        for (String name : names) {
            ids.add(other, UNLISTED + name);
            descriptions.add(other, name);
            counts[0] = inserted(counts[0], other, count(then, name));
            counts[1] = inserted(counts[1], other, count(now, name));
            other++;
        }
        counts[0][other] = 0;
        counts[1][other] = 0;
        SparseBins groups = SparseBins.ofCategories(counts[0], counts[1], other, 0);
        return new ComparedBins(ids, descriptions, counts, comparable(groups, vanished));
    }

    private static SparseBins comparable(SparseBins groups, Optional<SparseBins> vanished) {
        return groups.size() > 1 ? groups : vanished.orElse(groups);
    }

    /** Rows expected in the reference from which a category surely has a bin. Declared categories may have any number. */
    private static double sureRows(long[] reference, int listed) {
        long fewest = Arrays.stream(reference, 0, listed).min().orElse(0);
        double least = Math.min(
                (double) fewest,
                CategoricalBinning.rowsForABin(Arrays.stream(reference).sum()));
        return least + SparseBins.SURE * Math.sqrt(least);
    }

    private static long other(long[] counts) {
        return counts[counts.length - 2];
    }

    private static long count(HeavyHitters hitters, String name) {
        return hitters.counts().getOrDefault(name, 0L);
    }

    private static long[] inserted(long[] counts, int at, long count) {
        long[] longer = Arrays.copyOf(counts, counts.length + 1);
        System.arraycopy(counts, at, longer, at + 1, counts.length - at);
        longer[at] = count;
        return longer;
    }

    /** {@return the groups that a test compares: bins that hold enough rows, and the rest} */
    SparseBins groups() {
        return groups;
    }

    long[] reference() {
        return reference.clone();
    }

    long[] current() {
        return current.clone();
    }

    /** {@return the shares of all bins, and how much each adds to the population stability index} */
    List<BinShare> shares() {
        double n = Arrays.stream(reference).sum();
        double m = Arrays.stream(current).sum();
        double[] terms = new double[reference.length];
        for (int i = 0; i < terms.length; i++) {
            if (reference[i] + current[i] > 0 && n > 0 && m > 0) {
                double p = (reference[i] + 0.5) / n;
                double q = (current[i] + 0.5) / m;
                terms[i] = Math.max(0, (q - p) * Math.log(q / p));
            }
        }
        double index = Arrays.stream(terms).sum();
        List<BinShare> shares = new ArrayList<>();
        for (int i = 0; i < reference.length; i++) {
            shares.add(new BinShare(
                    ids.get(i),
                    descriptions.get(i),
                    reference[i],
                    current[i],
                    n > 0 ? reference[i] / n : 0,
                    m > 0 ? current[i] / m : 0,
                    index > 0 ? terms[i] / index : 0));
        }
        return shares;
    }
}
