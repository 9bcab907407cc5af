/** What exercises and their checks are written with. */
@NullMarked
package io.github.modelwarden.exercises.support;

import org.jspecify.annotations.NullMarked;
