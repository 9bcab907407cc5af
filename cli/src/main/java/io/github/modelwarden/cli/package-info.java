/**
 * The commands behind {@code ./modelwarden} that need no running service. A command parses its options, calls a library
 * and prints; results go to standard output, messages to standard error.
 */
@NullMarked
package io.github.modelwarden.cli;

import org.jspecify.annotations.NullMarked;
