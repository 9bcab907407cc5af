/**
 * The monitored prediction service: the project of the course.
 */
@NullMarked
package io.github.modelwarden.service;

import org.jspecify.annotations.NullMarked;
