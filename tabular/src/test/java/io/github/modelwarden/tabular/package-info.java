/**
 * Tests of reading table files. FastCSV and DuckDB's own readers are the judges of what the cells of a file are.
 */
@NullMarked
package io.github.modelwarden.tabular;

import org.jspecify.annotations.NullMarked;
