package io.github.modelwarden.core.data;

import java.util.Objects;

/**
 * The binary outcome that a model predicts.
 *
 * @param name name of the label column, for example {@code churn}
 * @param positive the word for the positive class, for example {@code churn}
 * @param negative the word for the negative class, for example {@code stay}
 */
public record Label(String name, String positive, String negative) {

    public Label {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(positive, "positive");
        Objects.requireNonNull(negative, "negative");
        if (positive.equals(negative)) {
            throw new IllegalArgumentException("label '" + name + "': positive and negative class are both '" + positive
                    + "'; expected two different words");
        }
    }

    /**
     * The word for a class.
     *
     * @param isPositive whether the positive class is meant
     * @return the word
     */
    public String word(boolean isPositive) {
        return isPositive ? positive : negative;
    }

    /**
     * Tells whether a word names one of the two classes.
     *
     * @param word any word
     * @return true for the positive and the negative word
     */
    public boolean knows(String word) {
        return positive.equals(word) || negative.equals(word);
    }
}
