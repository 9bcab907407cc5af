package io.github.modelwarden.core.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A column of categories, kept as codes into a dictionary; null is missing. Immutable. */
public final class CategoricalColumn implements Column {

    /** The code of a missing value. */
    public static final int MISSING = -1;

    private final String name;
    private final int[] codes;
    private final List<String> dictionary;

    private CategoricalColumn(String name, int[] codes, List<String> dictionary) {
        this.name = name;
        this.codes = codes;
        this.dictionary = dictionary;
    }

    /**
     * Creates a column.
     *
     * @param name the column's name
     * @param values the values in row order; null is missing
     * @return the column
     */
    public static CategoricalColumn of(String name, List<? extends @Nullable String> values) {
        int[] codes = new int[values.size()];
        List<String> dictionary = new ArrayList<>();
        Map<String, Integer> known = new HashMap<>();
        for (int row = 0; row < codes.length; row++) {
            String value = values.get(row);
            codes[row] = value == null
                    ? MISSING
                    : known.computeIfAbsent(value, v -> {
                        dictionary.add(v);
                        return dictionary.size() - 1;
                    });
        }
        return new CategoricalColumn(name, codes, Collections.unmodifiableList(dictionary));
    }

    /**
     * Creates a column from codes, for readers that keep a dictionary of their own.
     *
     * @param name the column's name
     * @param codes positions in the dictionary in row order, {@link #MISSING} for a missing value; taken over: the caller
     *     must not change the array afterwards
     * @param dictionary the categories; may hold more than occur; copied
     * @return the column
     * @throws IllegalArgumentException if a code is outside the dictionary, or a category stands in it twice
     */
    public static CategoricalColumn ofCodes(String name, int[] codes, List<String> dictionary) {
        if (new HashSet<>(dictionary).size() != dictionary.size()) {
            throw new IllegalArgumentException(
                    "column '" + name + "': expected every category once in the dictionary but got " + dictionary);
        }
        int[] newCodes = new int[dictionary.size()];
        Arrays.fill(newCodes, MISSING);
        List<String> used = new ArrayList<>();
        for (int row = 0; row < codes.length; row++) {
            int code = codes[row];
            if (code < MISSING || code >= newCodes.length) {
                throw new IllegalArgumentException("column '" + name + "', row " + row + ": expected a code from -1 to "
                        + (newCodes.length - 1) + " but got " + code);
            }
            if (code != MISSING) {
                if (newCodes[code] == MISSING) {
                    newCodes[code] = used.size();
                    used.add(dictionary.get(code));
                }
                codes[row] = newCodes[code];
            }
        }
        return new CategoricalColumn(name, codes, Collections.unmodifiableList(used));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int size() {
        return codes.length;
    }

    /**
     * One value.
     *
     * @param row row index from 0
     * @return the category, null if missing
     */
    public @Nullable String value(int row) {
        return codes[row] == MISSING ? null : dictionary.get(codes[row]);
    }

    /**
     * One value as a position in {@link #categories()}.
     *
     * @param row row index from 0
     * @return the position, {@link #MISSING} if missing
     */
    public int code(int row) {
        return codes[row];
    }

    /** {@return the categories that occur, in order of first appearance, unmodifiable} */
    public List<String> categories() {
        return dictionary;
    }

    @Override
    public boolean isMissing(int row) {
        return codes[row] == MISSING;
    }

    @Override
    public FeatureType type() {
        return FeatureType.CATEGORICAL;
    }

    @Override
    public CategoricalColumn select(int[] rows) {
        List<@Nullable String> picked = new ArrayList<>(rows.length);
        for (int row : rows) {
            picked.add(value(row));
        }
        return of(name, picked);
    }
}
