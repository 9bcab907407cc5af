/** Tests of the course. */
@NullMarked
package io.github.modelwarden.exercises.course;

import org.jspecify.annotations.NullMarked;
