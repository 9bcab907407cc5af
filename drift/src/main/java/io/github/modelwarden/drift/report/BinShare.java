package io.github.modelwarden.drift.report;

/**
 * What one bin or category holds, then and now.
 *
 * @param bin the bin's id
 * @param description the bin's name for people
 * @param referenceCount reference rows
 * @param currentCount current rows
 * @param referenceRatio share of the reference rows, 0 to 1
 * @param currentRatio share of the current rows, 0 to 1; 0 without current rows
 * @param contribution this bin's share of the population stability index over all bins, 0 to 1; 0 if nothing moved
 */
public record BinShare(
        String bin,
        String description,
        long referenceCount,
        long currentCount,
        double referenceRatio,
        double currentRatio,
        double contribution) {

    /** {@return how far the share moved, in share points from −1 to 1} */
    public double change() {
        return currentRatio - referenceRatio;
    }
}
