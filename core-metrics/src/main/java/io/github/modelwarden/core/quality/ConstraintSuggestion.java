package io.github.modelwarden.core.quality;

import io.github.modelwarden.core.data.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Suggests constraints from reference data, each with the reason in words. Every limit carries what was seen in the
 * reference, so that a check can tell a change from chance.
 *
 * <ul>
 *   <li>Table: at least one row (or a number of rows near that of the reference, if asked for), no more duplicates
 *       (unless more than 20 % of the reference rows are), no other columns; no value twice in a column of identifiers, which are columns of text or whole numbers where no value
 *       repeats in at least 50 rows.
 *   <li>Every column: it is there, its values are of its type, no more of them are missing.
 *   <li>A numeric column: the range of its values. Not for identifiers, which may grow.
 *   <li>A categorical column: the list of its categories, if they are not too many, are not identifiers, and are not dates.
 *   <li>Not constant, if at least 5 % of the values differ from the most frequent one.
 * </ul>
 *
 * Broken ranges, unseen categories, duplicates and unexpected columns are suggested as warnings, everything else as
 * critical. Immutable and thread-safe.
 */
public final class ConstraintSuggestion {

    /** Most categories of a column that are listed, unless changed. */
    public static final int MAX_CATEGORIES = 100;

    private static final ConstraintSuggestion DEFAULTS = new ConstraintSuggestion(0.01, MAX_CATEGORIES, 0, Set.of());

    private final double slack;
    private final int maxCategories;
    private final double volume;
    private final Set<String> hidden;

    private ConstraintSuggestion(double slack, int maxCategories, double volume, Set<String> hidden) {
        this.slack = slack;
        this.maxCategories = maxCategories;
        this.volume = volume;
        this.hidden = hidden;
    }

    /** {@return suggestions with 1 % of slack for missing values and duplicates, and at most 100 categories a column} */
    public static ConstraintSuggestion withDefaults() {
        return DEFAULTS;
    }

    /**
     * Changes how much larger the share of missing values or duplicates may be than in the reference, whatever chance
     * explains: a difference below this does not matter.
     *
     * @param share the slack, at least 0 and below 1
     * @return suggestions with this slack
     * @throws IllegalArgumentException if the share is out of range
     */
    public ConstraintSuggestion withSlack(double share) {
        return new ConstraintSuggestion(Tolerance.of(share).share(), maxCategories, volume, hidden);
    }

    /**
     * Changes how many categories of a column are listed at most.
     *
     * @param most the number, 1 to 1 000
     * @return suggestions with this number
     * @throws IllegalArgumentException if the number is out of range
     */
    public ConstraintSuggestion withMaxCategories(int most) {
        if (most < 1 || most > 1000) {
            throw new IllegalArgumentException(
                    "constraint suggestion: expected at most 1 to 1000 categories but got " + most);
        }
        return new ConstraintSuggestion(slack, most, volume, hidden);
    }

    /**
     * Asks for a number of rows near that of the reference.
     *
     * @param share tolerated difference as a share of the reference rows, above 0
     * @return suggestions with this volume
     * @throws IllegalArgumentException if the share is not above 0
     */
    public ConstraintSuggestion withVolume(double share) {
        Constraint.Volume.around(0, share, Severity.CRITICAL);
        return new ConstraintSuggestion(slack, maxCategories, share, hidden);
    }

    /**
     * Keeps values out of the constraints: of these columns no range and no categories are suggested.
     *
     * @param columns the columns whose values must not be written down
     * @return suggestions without them
     */
    public ConstraintSuggestion withHiddenValues(Collection<String> columns) {
        return new ConstraintSuggestion(slack, maxCategories, volume, Set.copyOf(columns));
    }

    /**
     * Suggests constraints from a table.
     *
     * @param reference the reference, at least one row
     * @return the suggestions, in the order of {@link ConstraintSet}
     * @throws IllegalArgumentException if the reference has no rows
     */
    public List<Suggestion> from(Table reference) {
        QualityProfile profile = QualityProfile.create();
        profile.accept(reference);
        return from(profile);
    }

    /**
     * Suggests constraints from a profile of reference data.
     *
     * @param reference a profile made by {@link QualityProfile#create()}, not changed
     * @return the suggestions, in the order of {@link ConstraintSet}
     * @throws IllegalArgumentException if it has no rows, or was created with constraints
     */
    public List<Suggestion> from(QualityProfile reference) {
        if (reference.constraints().isPresent()) {
            throw new IllegalArgumentException("constraint suggestion: expected a profile of reference data but got one"
                    + " created with constraints; create it without");
        }
        if (reference.rows() == 0) {
            throw new IllegalArgumentException(
                    "constraint suggestion: expected at least one reference row but got none");
        }
        List<Suggestion> suggestions = new ArrayList<>();
        TableSuggestions table = new TableSuggestions(reference, slack);
        suggestions.add(volume > 0 ? table.volume(volume) : table.anyRow());
        table.duplicates().ifPresent(suggestions::add);
        suggestions.addAll(table.keys());
        suggestions.add(table.columns());
        reference.columns().forEach((name, facts) -> {
            ColumnSuggestions column = new ColumnSuggestions(name, facts, reference);
            suggestions.addAll(column.basics(slack));
            if (!hidden.contains(name)) {
                column.values(maxCategories).ifPresent(suggestions::add);
            }
            column.notConstant().ifPresent(suggestions::add);
        });
        return List.copyOf(suggestions);
    }
}
