/**
 * Records predictions, ground truth and verdicts of a model into Micrometer meters, under the names of the metric catalog. Needs no Spring.
 */
@NullMarked
package io.github.modelwarden.micrometer;

import org.jspecify.annotations.NullMarked;
