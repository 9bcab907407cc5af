/**
 * The command line of the service: demo and serve.
 */
@NullMarked
package io.github.modelwarden.service.launch;

import org.jspecify.annotations.NullMarked;
