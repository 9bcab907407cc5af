/**
 * What reports for people have in common: one look of HTML pages, numbers that can be read, and tables on a terminal.
 * Pages carry their style with them and fetch nothing.
 */
@NullMarked
package io.github.modelwarden.core.rendering;

import org.jspecify.annotations.NullMarked;
