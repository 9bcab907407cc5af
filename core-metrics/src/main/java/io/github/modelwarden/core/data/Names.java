package io.github.modelwarden.core.data;

import java.util.Objects;

/** Checks on names that end up as metric labels and JSON keys. */
final class Names {

    private static final int MAX_LENGTH = 120;

    private Names() {}

    static void requireValid(String what, String name) {
        Objects.requireNonNull(name, what + " name");
        if (name.isBlank() || name.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(what + " name '" + name + "': expected 1 to " + MAX_LENGTH
                    + " characters that are not all blank, but got " + name.length());
        }
        if (name.startsWith("_")) {
            throw new IllegalArgumentException(what + " name '" + name
                    + "': names that start with '_' are kept for the model's own output (_score, _class); rename it");
        }
    }
}
