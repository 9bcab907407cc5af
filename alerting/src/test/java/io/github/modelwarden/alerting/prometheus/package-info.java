/**
 * Tests of the package of the same name.
 */
@NullMarked
package io.github.modelwarden.alerting.prometheus;

import org.jspecify.annotations.NullMarked;
