/**
 * Mergeable summaries of data over bins fixed on a reference: counts, moments, quantiles, distinct values, heavy hitters; and
 * the baseline that later traffic is compared with. The profile of a union is the combination of the profiles.
 */
@NullMarked
package io.github.modelwarden.core.profile;

import org.jspecify.annotations.NullMarked;
