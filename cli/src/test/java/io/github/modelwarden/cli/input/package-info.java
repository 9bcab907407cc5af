/**
 * Tests of how files become comparisons.
 */
@NullMarked
package io.github.modelwarden.cli.input;

import org.jspecify.annotations.NullMarked;
