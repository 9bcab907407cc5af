/**
 * A drift report for people and programs: plain text, JSON and one self-contained HTML page.
 */
@NullMarked
package io.github.modelwarden.drift.rendering;

import org.jspecify.annotations.NullMarked;
