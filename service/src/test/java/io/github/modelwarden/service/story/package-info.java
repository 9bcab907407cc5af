/**
 * End-to-end tests: the service in a process of its own, seen from outside as a user sees it.
 */
@NullMarked
package io.github.modelwarden.service.story;

import org.jspecify.annotations.NullMarked;
