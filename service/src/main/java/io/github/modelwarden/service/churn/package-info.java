/**
 * The built-in world: a seeded generator of telecom customers, with scenarios in which the world changes.
 */
@NullMarked
package io.github.modelwarden.service.churn;

import org.jspecify.annotations.NullMarked;
