/**
 * Retraining as an audited decision. The metrics that policies, gates and the registry have in common live here.
 */
@NullMarked
package io.github.modelwarden.retraining;

import org.jspecify.annotations.NullMarked;
