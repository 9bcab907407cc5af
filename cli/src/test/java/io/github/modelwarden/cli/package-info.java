/** Tests of the commands, run in this process through the same entry as the real program. */
@NullMarked
package io.github.modelwarden.cli;

import org.jspecify.annotations.NullMarked;
