package io.github.modelwarden.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.TypeConversionException;

/** Options that take one of a few words. */
final class Words {

    private Words() {}

    /** The constant of an enum whose name in lower case is the word. */
    static <E extends Enum<E>> E parse(E[] constants, String word) {
        return Arrays.stream(constants)
                .filter(constant -> of(constant).equals(word))
                .findFirst()
                .orElseThrow(() ->
                        new TypeConversionException("expected one of " + all(constants) + " but got '" + word + "'"));
    }

    private static <E extends Enum<E>> List<String> all(E[] constants) {
        return Arrays.stream(constants).map(Words::of).toList();
    }

    private static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
