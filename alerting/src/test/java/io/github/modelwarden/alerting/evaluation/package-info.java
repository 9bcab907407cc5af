/**
 * Tests of the package of the same name.
 */
@NullMarked
package io.github.modelwarden.alerting.evaluation;

import org.jspecify.annotations.NullMarked;
