/** Tests of the course. */
@NullMarked
package io.github.modelwarden.exercises.logging;

import org.jspecify.annotations.NullMarked;
