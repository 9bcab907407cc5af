/**
 * The currency between modules: a measured value with its labels, sample size and window.
 */
@NullMarked
package io.github.modelwarden.core;

import org.jspecify.annotations.NullMarked;
