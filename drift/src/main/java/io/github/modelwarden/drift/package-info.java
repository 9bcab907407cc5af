/**
 * Verdicts of drift tests: drifted, stable, or inconclusive with the reason and the rows still needed.
 */
@NullMarked
package io.github.modelwarden.drift;

import org.jspecify.annotations.NullMarked;
