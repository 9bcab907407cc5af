package io.github.modelwarden.core.quality;

/**
 * How often something was seen in reference data: what a limit rests on that was taken from a sample.
 *
 * @param count rows that were seen so, 0 to {@code rows}
 * @param rows rows that could have been seen so, at least 1
 */
public record ReferenceCount(long count, long rows) {

    public ReferenceCount {
        if (rows < 1 || count < 0 || count > rows) {
            throw new IllegalArgumentException("reference: expected a count from 0 to the number of rows, and at least"
                    + " 1 row, but got a count of " + count + " in " + rows + " rows");
        }
    }

    /** {@return the share of rows that were seen so, 0 to 1} */
    public double share() {
        return (double) count / rows;
    }
}
