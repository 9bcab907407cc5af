/**
 * What all endpoints share: problem details, size limits, headers, metrics and status.
 */
@NullMarked
package io.github.modelwarden.service.web;

import org.jspecify.annotations.NullMarked;
