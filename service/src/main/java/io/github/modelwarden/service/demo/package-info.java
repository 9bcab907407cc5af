/**
 * The traffic simulator: a client of the service, over HTTP, as any other.
 */
@NullMarked
package io.github.modelwarden.service.demo;

import org.jspecify.annotations.NullMarked;
