package io.github.modelwarden.tabular;

/** Reads a file from its first row to its last, some rows at a time. */
interface CellReader extends AutoCloseable {

    /**
     * Reads on.
     *
     * @param cells gets the next rows; may get none where the file has blank lines only
     * @return false at the end of the file
     */
    boolean read(Cells cells);

    /** Bytes of the file read so far. */
    long bytesRead();

    /** Lines without any character that were passed over so far. */
    long blankLines();

    @Override
    void close();
}
