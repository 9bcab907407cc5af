/**
 * Performance reports as pages for people. What is measured stands in the report; here it is only drawn and put into
 * words.
 */
@NullMarked
package io.github.modelwarden.core.performance.rendering;

import org.jspecify.annotations.NullMarked;
