/**
 * Training a model and keeping it as files. Scoring needs plain arrays only; what is read back is hash-checked first.
 */
@NullMarked
package io.github.modelwarden.retraining.training;

import org.jspecify.annotations.NullMarked;
