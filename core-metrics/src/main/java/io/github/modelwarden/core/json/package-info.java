/**
 * JSON text of reports and profiles. Reading JSON is left to libraries outside of core.
 */
@NullMarked
package io.github.modelwarden.core.json;

import org.jspecify.annotations.NullMarked;
