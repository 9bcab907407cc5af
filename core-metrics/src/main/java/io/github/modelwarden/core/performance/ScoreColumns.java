package io.github.modelwarden.core.performance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The classes that score columns are named after. */
final class ScoreColumns {

    private ScoreColumns() {}

    static Map<String, String> byClass(List<String> columns) {
        int prefix = commonPrefix(columns);
        Map<String, String> byClass = new LinkedHashMap<>();
        for (String column : columns) {
            if (byClass.put(column.substring(prefix), column) != null) {
                throw new IllegalArgumentException(
                        "performance: expected every score column once but '" + column + "' is there twice");
            }
        }
        return byClass;
    }

    /**
     * The common start, cut back to where a word ends: {@code p_c} of p_cat and p_cow to {@code p_}, {@code p1} of p10
     * and p11 to {@code p}.
     */
    private static int commonPrefix(List<String> columns) {
        String first = columns.get(0);
        int length = first.length();
        for (String column : columns) {
            int same = 0;
            while (same < Math.min(length, column.length()) && column.charAt(same) == first.charAt(same)) {
                same++;
            }
            length = same;
        }
        while (length > 0 && columns.stream().anyMatch(new Inside(length)::of)) {
            length--;
        }
        return length;
    }

    /** Whether a place is inside of a word or number, or at the end of the text. */
    private record Inside(int place) {

        boolean of(String column) {
            if (place >= column.length()) {
                return true;
            }
            char before = column.charAt(place - 1);
            char after = column.charAt(place);
            return Character.isLetterOrDigit(before) && Character.isDigit(before) == Character.isDigit(after);
        }
    }
}
