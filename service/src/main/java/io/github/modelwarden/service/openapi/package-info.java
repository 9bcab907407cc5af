/**
 * The OpenAPI document: what the code does not tell by itself, since requests are read from JSON by hand.
 */
@NullMarked
package io.github.modelwarden.service.openapi;

import org.jspecify.annotations.NullMarked;
