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
     * Tells whether the text is the key with this number and a quote, since objects mostly name their keys in one order.
     *
     * @return the length of the key, -1 if another text stands there
     */
    int length(byte[] text, int start, int end, int column) {
        if (column >= bytes.size()) {
            return -1;
        }
        byte[] key = bytes.get(column);
        int quote = start + key.length;
        return quote < end && text[quote] == '"' && Arrays.equals(key, 0, key.length, text, start, quote)
                ? key.length
                : -1;
    }

    /** The number of a key, -1 if it is new and must not be. */
    int column(String name) {
        Integer column = columns.get(name);
        return column != null ? column : isOpen ? add(name) : -1;
    }
}
