package io.github.modelwarden.config;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the word that a mistyped one most likely stands for. */
final class ClosestWord {

    private ClosestWord() {}

    /** The nearest word by edits, null when none is near: at most a third of the letters, and two, may differ. */
    static @Nullable String to(String typed, Collection<String> words) {
        String best = null;
        int fewest = Math.max(1, Math.min(2, typed.length() / 3)) + 1;
        for (String word : words) {
            int edits = edits(typed.toLowerCase(Locale.ROOT), word.toLowerCase(Locale.ROOT));
            if (edits < fewest) {
                fewest = edits;
                best = word;
            }
        }
        return best;
    }

    private static int edits(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
