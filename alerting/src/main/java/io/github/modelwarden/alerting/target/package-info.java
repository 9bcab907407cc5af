/**
 * What the exporters for Prometheus, Grafana, CloudWatch and Google Cloud Monitoring share: files, and findings about what a
 * target cannot express.
 */
@NullMarked
package io.github.modelwarden.alerting.target;

import org.jspecify.annotations.NullMarked;
