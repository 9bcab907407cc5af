/**
 * How much is asked, how fast it is answered, and how often that fails.
 */
@NullMarked
package io.github.modelwarden.service.traffic;

import org.jspecify.annotations.NullMarked;
