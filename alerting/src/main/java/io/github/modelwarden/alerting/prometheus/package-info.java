/**
 * Rules, and drift itself, in the language of Prometheus.
 */
@NullMarked
package io.github.modelwarden.alerting.prometheus;

import org.jspecify.annotations.NullMarked;
