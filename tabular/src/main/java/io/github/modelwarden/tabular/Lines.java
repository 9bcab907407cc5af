package io.github.modelwarden.tabular;

/** Counts lines, which end with LF, CR LF or CR. */
final class Lines {

    private Lines() {}

    /** The number of line ends in bytes that do not stop between CR and LF. */
    static long count(byte[] bytes, int start, int end) {
        long lines = 0;
        for (int i = start; i < end; i++) {
            if (bytes[i] == '\n' || (bytes[i] == '\r' && (i + 1 == end || bytes[i + 1] != '\n'))) {
                lines++;
            }
        }
        return lines;
    }
}
