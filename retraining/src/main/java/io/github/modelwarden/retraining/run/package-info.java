/**
 * Retraining runs and model versions: stored, fenced, and resumed after a crash. The champion, its baseline and the run's
 * end switch in one transaction.
 */
@NullMarked
package io.github.modelwarden.retraining.run;

import org.jspecify.annotations.NullMarked;
