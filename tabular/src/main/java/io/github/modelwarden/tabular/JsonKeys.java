package io.github.modelwarden.tabular;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The keys of the objects in a file, numbered in the order they first appear. */
final class JsonKeys {

    private final List<String> names = new ArrayList<>();
    private final List<byte[]> bytes = new ArrayList<>();
    private final Map<String, Integer> columns = new HashMap<>();
    private final boolean isOpen;

    private JsonKeys(boolean isOpen) {
        this.isOpen = isOpen;
    }

    /** No keys yet; each new one is added. */
    static JsonKeys open() {
        return new JsonKeys(true);
    }

    /** These keys and no others. */
    static JsonKeys of(List<String> names) {
        JsonKeys keys = new JsonKeys(false);
        names.forEach(keys::add);
        return keys;
    }

    private int add(String name) {
        columns.put(name, names.size());
        names.add(name);
        bytes.add(name.getBytes(StandardCharsets.UTF_8));
        return names.size() - 1;
    }

    List<String> names() {
        return List.copyOf(names);
    }

    /**
     * The number of a key.
     *
     * @param guess the number it probably has, since objects mostly name their keys in the same order
     * @return the number, -1 if the key is new and must not be
     */
    int column(byte[] text, int start, int end, int guess) {
        if (guess < bytes.size()) {
            byte[] expected = bytes.get(guess);
            if (Arrays.equals(expected, 0, expected.length, text, start, end)) {
                return guess;
            }
        }
        return column(Dialect.plain(text, start, end));
    }

    int column(String name) {
        Integer column = columns.get(name);
        return column != null ? column : isOpen ? add(name) : -1;
    }
}
