package io.github.modelwarden.core.quality;

import io.github.modelwarden.core.data.FeatureType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The constraints on a table: those on the table itself, then column by column in the order in which the columns were
 * first named, each in the order of {@link Constraint.Kind}. Immutable.
 */
public final class ConstraintSet {

    private final List<Constraint> constraints;
    private final Map<String, FeatureType> types;
    private final Set<String> columns;

    private ConstraintSet(List<Constraint> constraints, Map<String, FeatureType> types, Set<String> columns) {
        this.constraints = constraints;
        this.types = types;
        this.columns = columns;
    }

    /**
     * Creates a set.
     *
     * @param constraints the constraints, in any order
     * @return the set
     * @throws IllegalArgumentException if two constraints of one kind speak of the same column, key or table, or those of
     *     a column contradict each other: a range needs numbers, and categories need a categorical column
     */
    public static ConstraintSet of(Collection<? extends Constraint> constraints) {
        Map<String, Integer> order = new LinkedHashMap<>();
        for (Constraint constraint : constraints) {
            constraint.subject().ifPresent(column -> order.putIfAbsent(column, order.size()));
        }
        List<Constraint> sorted = new ArrayList<>(constraints);
        sorted.sort(Comparator.comparingInt((Constraint constraint) ->
                        constraint.subject().map(order::get).orElse(-1))
                .thenComparing(Constraint::kind));
        requireOnce(sorted);
        return new ConstraintSet(List.copyOf(sorted), types(sorted), columns(sorted));
    }

    private static void requireOnce(List<Constraint> constraints) {
        Set<Object> seen = new HashSet<>();
        for (Constraint constraint : constraints) {
            Object key = constraint instanceof Constraint.NoDuplicates duplicates
                    ? new HashSet<>(duplicates.key())
                    : List.of(constraint.kind(), constraint.subject());
            if (!seen.add(key)) {
                throw new IllegalArgumentException(
                        "constraints: '" + constraint.kind().word() + "' is given twice for " + where(constraint)
                                + "; keep one of the two");
            }
        }
    }

    private static String where(Constraint constraint) {
        if (constraint instanceof Constraint.NoDuplicates duplicates) {
            return duplicates.key().isEmpty() ? "all columns" : "the key " + duplicates.key();
        }
        return constraint.subject().map(column -> "column '" + column + "'").orElse("the table");
    }

    private static Map<String, FeatureType> types(List<Constraint> constraints) {
        Map<String, FeatureType> types = new LinkedHashMap<>();
        for (Constraint constraint : constraints) {
            Optional<FeatureType> implied = implied(constraint);
            if (implied.isPresent()) {
                String column = constraint.subject().orElseThrow();
                FeatureType other = types.putIfAbsent(column, implied.get());
                if (other != null && other != implied.get()) {
                    throw new IllegalArgumentException("constraints: column '" + column + "' is "
                            + other.word() + " by one constraint, but '"
                            + constraint.kind().word() + "' belongs to "
                            + implied.get().word() + " columns; remove one of the two");
                }
            }
        }
        return types;
    }

    private static Optional<FeatureType> implied(Constraint constraint) {
        if (constraint instanceof Constraint.OfType typed) {
            return Optional.of(typed.type());
        }
        return switch (constraint.kind()) {
            case RANGE -> Optional.of(FeatureType.NUMERIC);
            case CATEGORIES -> Optional.of(FeatureType.CATEGORICAL);
            default -> Optional.empty();
        };
    }

    private static Set<String> columns(List<Constraint> constraints) {
        Set<String> columns = new LinkedHashSet<>();
        for (Constraint constraint : constraints) {
            constraint.subject().ifPresent(columns::add);
            if (constraint instanceof Constraint.NoDuplicates duplicates) {
                columns.addAll(duplicates.key());
            }
        }
        return columns;
    }

    /** {@return the constraints in order, unmodifiable} */
    public List<Constraint> constraints() {
        return constraints;
    }

    /** {@return the columns that a constraint speaks of, in order of first mention, unmodifiable} */
    public Set<String> columns() {
        return java.util.Collections.unmodifiableSet(columns);
    }

    /**
     * The type that a column should have.
     *
     * @param column a column's name
     * @return the type that its constraints demand, empty if they do not
     */
    public Optional<FeatureType> type(String column) {
        return Optional.ofNullable(types.get(column));
    }

    /**
     * The constraint of a kind on a column.
     *
     * @param column the column's name
     * @param kind the kind
     * @return the constraint, empty if there is none
     */
    public Optional<Constraint> find(String column, Constraint.Kind kind) {
        return constraints.stream()
                .filter(constraint ->
                        constraint.kind() == kind && constraint.subject().equals(Optional.of(column)))
                .findFirst();
    }

    /** {@return how many constraints share the false-alarm rate of a check} */
    public int judgedByChance() {
        return (int) constraints.stream().filter(Constraint::judgedByChance).count();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConstraintSet that && constraints.equals(that.constraints);
    }

    @Override
    public int hashCode() {
        return Objects.hash(constraints);
    }

    @Override
    public String toString() {
        Map<Constraint.Kind, Integer> kinds = new EnumMap<>(Constraint.Kind.class);
        constraints.forEach(constraint -> kinds.merge(constraint.kind(), 1, Integer::sum));
        return "ConstraintSet" + kinds;
    }
}
