/**
 * Work that is repeated for as long as the service runs.
 */
@NullMarked
package io.github.modelwarden.service.loop;

import org.jspecify.annotations.NullMarked;
