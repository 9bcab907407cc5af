/**
 * Rules evaluated in process, with the state machine of Prometheus.
 */
@NullMarked
package io.github.modelwarden.alerting.evaluation;

import org.jspecify.annotations.NullMarked;
