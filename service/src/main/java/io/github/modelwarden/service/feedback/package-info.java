/**
 * POST /feedback: ground truth, joined to the predictions it belongs to.
 */
@NullMarked
package io.github.modelwarden.service.feedback;

import org.jspecify.annotations.NullMarked;
