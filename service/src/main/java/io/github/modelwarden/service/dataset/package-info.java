/**
 * The data a model starts from: the built-in customers, or the user's own table and schema.
 */
@NullMarked
package io.github.modelwarden.service.dataset;

import org.jspecify.annotations.NullMarked;
