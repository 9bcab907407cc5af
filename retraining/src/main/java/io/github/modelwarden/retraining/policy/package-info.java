/**
 * When to retrain, as a pure function of what is known. The same code decides in production and in a test.
 */
@NullMarked
package io.github.modelwarden.retraining.policy;

import org.jspecify.annotations.NullMarked;
