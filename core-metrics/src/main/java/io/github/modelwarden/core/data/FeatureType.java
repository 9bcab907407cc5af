package io.github.modelwarden.core.data;

/** The two kinds of model input. */
public enum FeatureType {
    /** A number on a scale, such as an age or a charge. */
    NUMERIC("numeric"),
    /** One of a set of names, such as a contract type. */
    CATEGORICAL("categorical");

    private final String word;

    FeatureType(String word) {
        this.word = word;
    }

    /** {@return the word used in schema files and reports} */
    public String word() {
        return word;
    }
}
