package io.github.modelwarden.tabular;

/** Hears how far a scan has come, a few times a megabyte, on the thread that scans. */
@FunctionalInterface
public interface ScanProgress {

    /**
     * A step further. The count starts again when a scan has to begin anew because the types it assumed were wrong.
     *
     * @param bytesRead bytes of the file read so far; an estimate from the rows for Parquet
     * @param totalBytes size of the file in bytes
     */
    void read(long bytesRead, long totalBytes);
}
