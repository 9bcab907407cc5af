/**
 * POST /predict: validation, scoring and the prediction log, which holds an answer before it is sent.
 */
@NullMarked
package io.github.modelwarden.service.prediction;

import org.jspecify.annotations.NullMarked;
