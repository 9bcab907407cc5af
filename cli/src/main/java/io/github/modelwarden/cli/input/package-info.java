/**
 * The files that commands compare: tables and profiles, turned into baselines and profiles with what a reader has to know
 * about them.
 */
@NullMarked
package io.github.modelwarden.cli.input;

import org.jspecify.annotations.NullMarked;
