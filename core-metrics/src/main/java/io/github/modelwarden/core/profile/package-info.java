/**
 * Mergeable summaries of data: counts over reference-fixed bins and moments. The profile of a union is the combination of the profiles.
 */
@NullMarked
package io.github.modelwarden.core.profile;

import org.jspecify.annotations.NullMarked;
