/**
 * Tests that look at all features together and find what no single feature shows, such as a changed correlation. Each
 * holds its false-alarm rate at any number of rows and dimensions, for rows that are independent of each other.
 */
@NullMarked
package io.github.modelwarden.drift.multivariate;

import org.jspecify.annotations.NullMarked;
