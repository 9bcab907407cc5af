/**
 * Windows over recent traffic and their evaluation: drift, performance, request rates.
 */
@NullMarked
package io.github.modelwarden.service.monitoring;

import org.jspecify.annotations.NullMarked;
