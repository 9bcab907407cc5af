/**
 * Configuration files: strict YAML with source, line and column in every error, and the schema file. Nothing read here ever constructs an object from a tag, follows an alias or guesses a type.
 */
@NullMarked
package io.github.modelwarden.config;

import org.jspecify.annotations.NullMarked;
