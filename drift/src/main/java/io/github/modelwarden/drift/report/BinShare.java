package io.github.modelwarden.drift.report;

/**
 * Reference and current share of one bin.
 *
 * @param bin the bin's id
 * @param description the bin's name for people
 * @param referenceRatio share of the reference rows, 0 to 1
 * @param currentRatio share of the current rows, 0 to 1; 0 without current rows
 */
public record BinShare(String bin, String description, double referenceRatio, double currentRatio) {

    /** {@return how far the share moved, in share points from −1 to 1} */
    public double change() {
        return currentRatio - referenceRatio;
    }
}
