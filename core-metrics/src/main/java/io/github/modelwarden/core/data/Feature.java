package io.github.modelwarden.core.data;

/** One input of a model, as the schema declares it. */
public sealed interface Feature permits NumericFeature, CategoricalFeature {

    /** {@return the name, unique in its schema} */
    String name();

    /** {@return whether a row without a value is refused; a missing value of an optional feature is kept as missing} */
    boolean required();

    /** {@return whether values must never appear in logs} */
    boolean sensitive();

    /** {@return numeric or categorical} */
    FeatureType type();
}
