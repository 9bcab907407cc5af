/**
 * A small non-linear learner, gradient-boosted trees over binned features, and the encoding that turns a table into
 * numbers for it. It serves tests and estimates that need a model of their own, such as a domain classifier.
 */
@NullMarked
package io.github.modelwarden.core.boosting;

import org.jspecify.annotations.NullMarked;
