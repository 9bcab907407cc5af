/**
 * The catalog of every metric Modelwarden exports: name, type, unit, labels and meaning, defined once.
 */
@NullMarked
package io.github.modelwarden.core.catalog;

import org.jspecify.annotations.NullMarked;
