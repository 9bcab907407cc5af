/**
 * Dashboards as code: rows of typed panels with queries over the metric catalog. Thresholds come from the alert rules, so that a dashboard and an alert cannot disagree.
 */
@NullMarked
package io.github.modelwarden.dashboards;

import org.jspecify.annotations.NullMarked;
