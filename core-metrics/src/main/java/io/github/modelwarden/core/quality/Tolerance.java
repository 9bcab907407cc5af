package io.github.modelwarden.core.quality;

import java.util.Objects;
import java.util.Optional;

/**
 * How much of the data may break a constraint.
 *
 * <p>Without a reference the share is a rule: a larger share of broken rows fails, in ten rows as in a million. With a
 * reference the limit was taken from a sample, and a check must allow for the chance in that sample and in the data it
 * looks at: a larger share fails only if it is also more than chance explains, given how often the same was seen in the
 * reference. That is the one-sided conditional test of two shares: of the {@code k + c} broken rows among the {@code n}
 * checked and the {@code r} reference rows, at least {@code k} fall on the checked side with the hypergeometric probability
 * {@code p = Σ_{i≥k} C(n, i)·C(r, k + c − i) / C(n + r, k + c)} if nothing has changed (Fisher's exact test).
 *
 * @param share tolerated share of broken rows, at least 0 and below 1
 * @param reference what was seen in the reference, if the limit comes from one
 * @see <a href="https://doi.org/10.2307/2340521">Fisher 1922, doi:10.2307/2340521</a>
 */
public record Tolerance(double share, Optional<ReferenceCount> reference) {

    /** Nothing may break the constraint. */
    public static final Tolerance NONE = new Tolerance(0, Optional.empty());

    public Tolerance {
        Objects.requireNonNull(reference, "reference");
        if (!(share >= 0 && share < 1)) {
            throw new IllegalArgumentException("tolerance: expected a share of at least 0 and below 1 but got " + share
                    + "; 0.05 tolerates 5 % of the rows");
        }
    }

    /**
     * A fixed limit.
     *
     * @param share tolerated share of broken rows, at least 0 and below 1
     * @return the tolerance
     * @throws IllegalArgumentException if the share is out of range
     */
    public static Tolerance of(double share) {
        return new Tolerance(share, Optional.empty());
    }

    /**
     * A limit taken from a reference.
     *
     * @param share share of broken rows below which a difference from the reference does not matter
     * @param reference what was seen in the reference
     * @return the tolerance
     * @throws IllegalArgumentException if the share is out of range
     */
    public static Tolerance of(double share, ReferenceCount reference) {
        return new Tolerance(share, Optional.of(reference));
    }
}
