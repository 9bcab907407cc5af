/**
 * What people are told: alerts that belong together become one episode, from its first firing to its end.
 */
@NullMarked
package io.github.modelwarden.alerting.episode;

import org.jspecify.annotations.NullMarked;
