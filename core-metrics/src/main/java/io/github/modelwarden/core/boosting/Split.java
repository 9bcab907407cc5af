package io.github.modelwarden.core.boosting;

/**
 * How a node is split in two.
 *
 * @param column the column that decides
 * @param lastLeftBin bins 1 to this one go left, later ones right
 * @param missingLeft where missing values go
 * @param gain by how much the split lowers the loss, in its second-order approximation
 */
record Split(int column, int lastLeftBin, boolean missingLeft, double gain) {

    /** Tells whether a bin goes left. */
    boolean goesLeft(byte bin) {
        return bin == BinnedFeatures.MISSING ? missingLeft : bin <= lastLeftBin;
    }
}
