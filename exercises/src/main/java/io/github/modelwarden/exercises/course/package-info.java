/** The course: exercise folders, and running the checks of an exercise on a learner's code. */
@NullMarked
package io.github.modelwarden.exercises.course;

import org.jspecify.annotations.NullMarked;
