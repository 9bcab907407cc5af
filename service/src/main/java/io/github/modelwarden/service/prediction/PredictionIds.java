package io.github.modelwarden.service.prediction;

import java.util.regex.Pattern;

/** What the id of a prediction looks like, whether the client gave it or the service made it. */
public final class PredictionIds {

    /** The rule in words, for error messages. */
    public static final String EXPECTED = "1 to 64 letters, digits or . _ : -";

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:\\-]{1,64}");

    private PredictionIds() {}

    /**
     * Tells whether a text can be the id of a prediction.
     *
     * @param text any text
     * @return true if it follows {@link #EXPECTED}
     */
    public static boolean valid(String text) {
        return ID.matcher(text).matches();
    }
}
