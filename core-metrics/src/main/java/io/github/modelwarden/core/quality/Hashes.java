package io.github.modelwarden.core.quality;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import io.github.modelwarden.core.data.CategoricalColumn;
import io.github.modelwarden.core.data.Column;
import io.github.modelwarden.core.data.NumericColumn;
import io.github.modelwarden.core.data.Table;
import java.util.BitSet;
import java.util.Collection;

/** Hashes of 64 bits of cells and rows. Two of a billion different rows have the same hash with a probability of 3 %. */
final class Hashes {

    private static final Hasher64 HASHER = Hashing.wyhashFinal4();
    private static final long NUMBER_MISSING = 0x9e3779b97f4a7c15L;
    private static final long CATEGORY_MISSING = 0xc2b2ae3d27d4eb4fL;

    private Hashes() {}

    static long of(String text) {
        return HASHER.hashCharsToLong(text);
    }

    static long of(double number) {
        return mix(Double.doubleToLongBits(number + 0.0)); // -0.0 + 0.0 is 0.0
    }

    /**
     * The hash of each row over some columns, the same for any order of the columns.
     *
     * @param incomplete where rows with a missing value are noted
     */
    static long[] ofRows(Table table, Collection<String> columns, BitSet incomplete) {
        long[] rows = new long[table.rowCount()];
        for (String name : columns) {
            long salt = of(name);
            Column column = table.column(name);
            if (column instanceof NumericColumn numeric) {
                for (int row = 0; row < rows.length; row++) {
                    double value = numeric.value(row);
                    rows[row] += mix(salt ^ (Double.isNaN(value) ? NUMBER_MISSING : of(value)));
                }
            } else if (column instanceof CategoricalColumn categorical) {
                add(rows, categorical, salt);
            }
            for (int row = 0; row < rows.length; row++) {
                if (column.isMissing(row)) {
                    incomplete.set(row);
                }
            }
        }
        for (int row = 0; row < rows.length; row++) {
            rows[row] = mix(rows[row]);
        }
        return rows;
    }

    private static void add(long[] rows, CategoricalColumn column, long salt) {
        long missing = mix(salt ^ CATEGORY_MISSING);
        long[] hashes = column.categories().stream()
                .mapToLong(category -> mix(salt ^ of(category)))
                .toArray();
        for (int row = 0; row < rows.length; row++) {
            int code = column.code(row);
            rows[row] += code == CategoricalColumn.MISSING ? missing : hashes[code];
        }
    }

    /** Spreads every bit over all: the finaliser of SplitMix64, doi:10.1145/2660193.2660195. */
    private static long mix(long bits) {
        long x = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        x = (x ^ (x >>> 27)) * 0x94d049bb133111ebL;
        return x ^ (x >>> 31);
    }
}
