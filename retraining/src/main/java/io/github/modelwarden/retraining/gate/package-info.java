/**
 * What has to hold before a model may be trained on data, and before a challenger may replace the champion.
 */
@NullMarked
package io.github.modelwarden.retraining.gate;

import org.jspecify.annotations.NullMarked;
