package io.github.modelwarden.core.quality;

/**
 * How many rows repeat an earlier one: exact while every different row is kept, else the bounds that a sample allows.
 *
 * <p>Two estimates are joined, each with a margin of 3.29 standard deviations (99.9 %). The repeats of the sampled rows,
 * divided by the share of rows in the sample, are close if repeats are spread over many rows, but miss a single row that is
 * repeated often. All rows less the estimated number of different ones, {@code kept / share}, miss nothing but have a margin of about
 * 3.29/√kept of all rows.
 */
record DuplicateCount(long fewest, long likely, long most) {

    private static final double Z = 3.29;

    static DuplicateCount of(HashSample sample) {
        long repeats = sample.kept() - sample.size();
        if (sample.exact()) {
            return new DuplicateCount(repeats, repeats, repeats);
        }
        double share = sample.inclusion();
        double different = sample.size() / share;
        double margin = Z * Math.sqrt(sample.size() * (1 - share)) / share;
        double mostDifferent = different + margin;
        double fewestDifferent = Math.max(sample.size(), different - margin);
        double spread = repeats / share;
        double spreadMargin = Z * Math.sqrt((1 - share) * sample.squaredRepeats()) / share;
        double fewest = Math.max(
                Math.max((double) repeats, spread - spreadMargin), Math.max(0, sample.total() - mostDifferent));
        double most = Math.max(fewest, Math.min((double) sample.total(), sample.total() - fewestDifferent));
        return new DuplicateCount(
                (long) Math.ceil(fewest), Math.round(Math.max(fewest, Math.min(most, spread))), (long) Math.ceil(most));
    }

    /** The count in words, ready for a verb. */
    String words(long rows, String noun) {
        return fewest == most
                ? Words.share(likely, rows, noun)
                : "about " + Words.share(likely, rows, noun) + ", " + Words.count(fewest) + " to " + Words.count(most)
                        + " by a sample,";
    }
}
