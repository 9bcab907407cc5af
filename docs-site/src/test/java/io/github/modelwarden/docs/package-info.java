/**
 * Builds the documentation site as a test: a page that does not convert without a warning, or that links to nothing,
 * fails the build.
 */
@NullMarked
package io.github.modelwarden.docs;

import org.jspecify.annotations.NullMarked;
