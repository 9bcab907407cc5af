/**
 * Transactions that survive a crash of the process.
 */
@NullMarked
package io.github.modelwarden.service.storage;

import org.jspecify.annotations.NullMarked;
