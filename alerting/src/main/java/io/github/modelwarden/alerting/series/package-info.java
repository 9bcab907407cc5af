/**
 * Samples of time series in memory, and what is computed from them: increases, newest values, quantiles of histograms.
 */
@NullMarked
package io.github.modelwarden.alerting.series;

import org.jspecify.annotations.NullMarked;
