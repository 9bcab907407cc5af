/**
 * Programs that tests run where they are installed.
 */
@NullMarked
package io.github.modelwarden.alerting.tools;

import org.jspecify.annotations.NullMarked;
