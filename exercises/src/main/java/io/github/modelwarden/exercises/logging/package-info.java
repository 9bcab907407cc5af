/** The demonstration that belongs to the exercise on structured logging. */
@NullMarked
package io.github.modelwarden.exercises.logging;

import org.jspecify.annotations.NullMarked;
