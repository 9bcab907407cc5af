/**
 * The definition of the live page: panels, their purpose and their thresholds.
 */
@NullMarked
package io.github.modelwarden.service.dashboard;

import org.jspecify.annotations.NullMarked;
