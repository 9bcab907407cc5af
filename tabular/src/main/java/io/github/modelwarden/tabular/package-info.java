/**
 * Reads CSV, Parquet and JSON lines files: column types are inferred and reported, rows become tables or profiles.
 */
@NullMarked
package io.github.modelwarden.tabular;

import org.jspecify.annotations.NullMarked;
