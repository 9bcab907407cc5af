/**
 * What a model is fed: the schema of its features and label, single rows and columnar tables. Columns are matched by name, missing values stay missing.
 */
@NullMarked
package io.github.modelwarden.core.data;

import org.jspecify.annotations.NullMarked;
