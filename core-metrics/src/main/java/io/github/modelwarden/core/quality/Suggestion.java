package io.github.modelwarden.core.quality;

import java.util.Collection;
import java.util.Objects;

/**
 * A constraint that reference data suggests.
 *
 * @param constraint the constraint
 * @param reason what was seen in the reference, in words
 */
public record Suggestion(Constraint constraint, String reason) {

    public Suggestion {
        Objects.requireNonNull(constraint, "constraint");
        Objects.requireNonNull(reason, "reason");
    }

    /**
     * The constraints of some suggestions.
     *
     * @param suggestions the suggestions
     * @return the set of their constraints
     * @throws IllegalArgumentException if they do not go together, see {@link ConstraintSet#of}
     */
    public static ConstraintSet constraints(Collection<Suggestion> suggestions) {
        return ConstraintSet.of(suggestions.stream().map(Suggestion::constraint).toList());
    }
}
