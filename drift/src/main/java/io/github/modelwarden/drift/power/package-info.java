/**
 * How small a change a comparison could have shown: a stable verdict without that number says nothing.
 */
@NullMarked
package io.github.modelwarden.drift.power;

import org.jspecify.annotations.NullMarked;
