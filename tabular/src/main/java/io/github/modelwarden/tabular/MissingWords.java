package io.github.modelwarden.tabular;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;

/** The words that stand for a missing value. */
final class MissingWords {

    /** Those of pandas 3 without the blank, which is always missing. */
    static final Set<String> DEFAULT = Set.of(
            "#N/A",
            "#N/A N/A",
            "#NA",
            "-1.#IND",
            "-1.#QNAN",
            "-NaN",
            "-nan",
            "1.#IND",
            "1.#QNAN",
            "<NA>",
            "N/A",
            "NA",
            "NULL",
            "NaN",
            "None",
            "n/a",
            "nan",
            "null");

    private final byte[][] words;
    private final boolean[] starts = new boolean[256];
    private final boolean hasNumbers;

    MissingWords(Collection<String> words) {
        this.words = words.stream()
                .map(word -> word.strip().getBytes(UTF_8))
                .filter(word -> word.length > 0)
                .toArray(byte[][]::new);
        boolean numbers = false;
        for (byte[] word : this.words) {
            starts[word[0] & 0xFF] = true;
            numbers |= NumberText.matches(word, 0, word.length);
        }
        hasNumbers = numbers;
    }

    /** Tells whether some words are numbers, such as -999, so that a number needs a look here before it counts. */
    boolean hasNumbers() {
        return hasNumbers;
    }

    /** Tells whether a text without blanks around is one of the words; case counts. */
    boolean contains(byte[] bytes, int start, int end) {
        if (start == end || !starts[bytes[start] & 0xFF]) {
            return false;
        }
        for (byte[] word : words) {
            if (Arrays.equals(word, 0, word.length, bytes, start, end)) {
                return true;
            }
        }
        return false;
    }
}
