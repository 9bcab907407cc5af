/**
 * The settings of the service. Each property's Javadoc is its reference.
 */
@NullMarked
package io.github.modelwarden.service.settings;

import org.jspecify.annotations.NullMarked;
