/**
 * Answers reference cases of other libraries through Modelwarden's public API, so that agreement is a table and not a
 * claim. A case whose convention the API does not have is declined with the reason, never imitated.
 */
@NullMarked
package io.github.modelwarden.conformance;

import org.jspecify.annotations.NullMarked;
