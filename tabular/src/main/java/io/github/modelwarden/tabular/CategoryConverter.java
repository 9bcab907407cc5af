package io.github.modelwarden.tabular;

import io.github.modelwarden.core.data.CategoricalColumn;
import io.github.modelwarden.core.data.Column;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cells of a categorical column. Remembers the bytes of the cells it has met, so that each text is built and looked at
 * once; starts again when there are too many of them, so that its memory stays bounded.
 */
final class CategoryConverter implements ColumnConverter {

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;
    private static final int MOST_ENTRIES = 1 << 12;

    private final String name;
    private final int column;
    private final CellRules rules;

    private @Nullable Entry[] table = new Entry[64];
    private int entries;
    private final Map<String, Category> categories = new HashMap<>();
    private int block;

    CategoryConverter(String name, int column, CellRules rules) {
        this.name = name;
        this.column = column;
        this.rules = rules;
    }

    /** The bytes of a cell as the file writes them. */
    private static final class Entry {
        private final int hash;
        private final byte[] bytes;
        private final int marks;
        private final CellKind kind;
        private final @Nullable Category category;

        private Entry(int hash, byte[] bytes, int marks, CellKind kind, @Nullable Category category) {
            this.hash = hash;
            this.bytes = bytes;
            this.marks = marks;
            this.kind = kind;
            this.category = category;
        }

        private boolean is(int otherHash, Cells cells, int cell) {
            int end = cells.ends[cell];
            return hash == otherHash
                    && marks == Cells.marks(end)
                    && Arrays.equals(bytes, 0, bytes.length, cells.bytes, cells.starts[cell], Cells.position(end));
        }
    }

    /** A category and its code in the current block. */
    private static final class Category {
        private final String text;
        private int block;
        private int code;

        private Category(String text) {
            this.text = text;
        }
    }

    @Override
    public Column convert(Cells cells, Tally tally) {
        startBlock();
        int[] codes = new int[cells.rows];
        List<String> dictionary = new ArrayList<>();
        int cell = column;
        for (int row = 0; row < codes.length; row++, cell += cells.columns) {
            Entry entry = entry(cells, cell);
            tally.count(entry.kind);
            codes[row] = entry.category == null ? CategoricalColumn.MISSING : code(entry.category, dictionary);
        }
        return CategoricalColumn.ofCodes(name, codes, dictionary);
    }

    private void startBlock() {
        block++;
        if (entries > MOST_ENTRIES) {
            Arrays.fill(table, null);
            entries = 0;
            categories.clear();
        }
    }

    private int code(Category category, List<String> dictionary) {
        if (category.block != block) {
            category.block = block;
            category.code = dictionary.size();
            dictionary.add(category.text);
        }
        return category.code;
    }

    private Entry entry(Cells cells, int cell) {
        int hash = hash(cells.bytes, cells.starts[cell], Cells.position(cells.ends[cell]));
        int slot = hash & (table.length - 1);
        for (Entry entry = table[slot]; entry != null; entry = table[slot]) {
            if (entry.is(hash, cells, cell)) {
                return entry;
            }
            slot = (slot + 1) & (table.length - 1);
        }
        return added(cells, cell, hash, slot);
    }

    private Entry added(Cells cells, int cell, int hash, int slot) {
        CellKind kind = rules.kind(cells, cell);
        byte[] bytes = Arrays.copyOfRange(cells.bytes, cells.starts[cell], Cells.position(cells.ends[cell]));
        Category category =
                kind == CellKind.MISSING ? null : categories.computeIfAbsent(cells.text(cell), Category::new);
        Entry entry = new Entry(hash, bytes, Cells.marks(cells.ends[cell]), kind, category);
        table[slot] = entry;
        entries++;
        if (entries * 2 > table.length) {
            grow();
        }
        return entry;
    }

    private void grow() {
        Entry[] old = table;
        table = new Entry[old.length * 2];
        for (Entry entry : old) {
            if (entry != null) {
                int slot = entry.hash & (table.length - 1);
                while (table[slot] != null) {
                    slot = (slot + 1) & (table.length - 1);
                }
                table[slot] = entry;
            }
        }
    }

    private static int hash(byte[] bytes, int start, int end) {
        long hash = (long) end - start;
        int at = start;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            hash = (hash ^ (long) WORDS.get(bytes, at)) * MULTIPLIER;
            hash ^= hash >>> 32;
        }
        for (; at < end; at++) {
            hash = (hash ^ bytes[at]) * MULTIPLIER;
        }
        return (int) (hash >>> 32);
    }
}
