package io.github.modelwarden.retraining;

import java.util.ArrayList;
import java.util.List;

/** Reads lines that were written as values between fixed words; shared by the text forms of this module. */
public final class TextForm {

    private TextForm() {}

    /**
     * Takes a text apart at its separators, each looked for behind the one before.
     *
     * @param what what the text should be, named in errors
     * @param text the text
     * @param separators what stands between the values, in order
     * @return one value more than separators; the last one runs to the end of the text
     * @throws IllegalArgumentException if a separator is missing
     */
    public static List<String> split(String what, String text, String... separators) {
        List<String> values = new ArrayList<>();
        int from = 0;
        for (String separator : separators) {
            int at = text.indexOf(separator, from);
            if (at < 0) {
                throw new IllegalArgumentException(what + ": expected '" + separator + "' behind character " + from
                        + " but got '" + text + "'; only what toText() wrote can be read back");
            }
            values.add(text.substring(from, at));
            from = at + separator.length();
        }
        values.add(text.substring(from));
        return values;
    }
}
