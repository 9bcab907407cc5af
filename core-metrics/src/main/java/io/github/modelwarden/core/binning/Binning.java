package io.github.modelwarden.core.binning;

import io.github.modelwarden.core.data.FeatureType;
import java.util.List;

/**
 * Bins fixed on reference data. Every value, also a missing or unseen one, falls into exactly one bin, so counts over
 * the bins of one binning can be added up and compared.
 */
public sealed interface Binning permits NumericBinning, CategoricalBinning {

    /** Id of the bin that counts missing values, in every binning. */
    String MISSING = "missing";

    /** Id of the bin that counts categories the reference did not have. */
    String OTHER = "other";

    /** {@return the bin ids in order; they are stable names, used as the label {@code bin} of exported counters} */
    List<String> ids();

    /** {@return names of the bins for people, in the same order as {@link #ids()}} */
    List<String> descriptions();

    /** {@return whether numbers or categories are binned} */
    FeatureType type();

    /** {@return the number of bins, at least 2} */
    default int size() {
        return ids().size();
    }
}
