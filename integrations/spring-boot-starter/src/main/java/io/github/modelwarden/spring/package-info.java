/**
 * Spring Boot auto-configuration: with a schema bean and a meter registry in the context, the model is monitored.
 */
@NullMarked
package io.github.modelwarden.spring;

import org.jspecify.annotations.NullMarked;
