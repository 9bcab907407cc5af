/**
 * Reads CSV, Parquet and JSON lines files as tables, in blocks or whole, and reports the types it inferred and the cells
 * that do not fit them. {@link io.github.modelwarden.tabular.TableFile} is where to start.
 */
@NullMarked
package io.github.modelwarden.tabular;

import org.jspecify.annotations.NullMarked;
