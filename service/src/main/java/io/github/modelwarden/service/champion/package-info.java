/**
 * The model that answers now, together with its baseline and its meters; both are switched as one.
 */
@NullMarked
package io.github.modelwarden.service.champion;

import org.jspecify.annotations.NullMarked;
