/**
 * Profiles of tables too large for one machine: each partition is profiled where it lies, and only the profiles travel.
 * Spark is about 290 MB of jars and stays out of the default build; this module is built by {@code mvn -Pspark verify}.
 */
@NullMarked
package io.github.modelwarden.spark;

import org.jspecify.annotations.NullMarked;
