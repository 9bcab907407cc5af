/**
 * Alert rules evaluated in process, on the same metrics that Prometheus scrapes.
 */
@NullMarked
package io.github.modelwarden.service.alerts;

import org.jspecify.annotations.NullMarked;
