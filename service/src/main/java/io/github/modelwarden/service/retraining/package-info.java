/**
 * When to retrain, and the run that does it: the loops around the retraining library.
 */
@NullMarked
package io.github.modelwarden.service.retraining;

import org.jspecify.annotations.NullMarked;
