/**
 * Measurements of speed (JMH) and of statistical promises (false-alarm rates). Programs, not a library: run by hand,
 * with results that name command, commit, JDK and seed.
 */
@NullMarked
package io.github.modelwarden.benchmarks;

import org.jspecify.annotations.NullMarked;
