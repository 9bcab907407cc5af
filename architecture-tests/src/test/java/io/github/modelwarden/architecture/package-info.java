/**
 * The house plan as tests: who may use whom, and what no library does. The table of arrows is {@link
 * io.github.modelwarden.architecture.Arrows}; everything else follows from it.
 */
@NullMarked
package io.github.modelwarden.architecture;

import org.jspecify.annotations.NullMarked;
