package io.github.modelwarden.core.rendering;

import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names in a message, which stays readable however many there are. */
public final class NameList {

    private static final int MOST = 12;
    private static final int SHOWN = 10;
    private static final int LONGEST = 60;

    private NameList() {}

    /**
     * All of a few names, or the first ten of many.
     *
     * @param names the names, in the order to be shown
     * @return their text, such as {@code [a, b]} or, of 300, {@code [a, b, …, j, … and 290 more]}
     */
    public static String of(Collection<?> names) {
        return "[" + joined(names) + "]";
    }

    /**
     * The same without brackets, for the end of a sentence.
     *
     * @param names the names, in the order to be shown
     * @return their text, such as {@code a, b}
     */
    public static String joined(Collection<?> names) {
        int shown = names.size() <= MOST ? names.size() : SHOWN;
        Stream<String> first = names.stream().limit(shown).map(String::valueOf).map(NameList::shortened);
        Stream<String> rest =
                shown == names.size() ? Stream.empty() : Stream.of("… and " + (names.size() - shown) + " more");
        return Stream.concat(first, rest).collect(Collectors.joining(", "));
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST) + "…";
    }
}
