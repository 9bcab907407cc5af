package io.github.modelwarden.core.quality;

import io.github.modelwarden.core.data.FeatureType;
import io.github.modelwarden.core.rendering.NameList;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A statement about a table that a check can find broken. What a limit from a sample means, and how it is judged, stands
 * at {@link Tolerance}.
 */
public sealed interface Constraint {

    /** {@return what kind of statement this is} */
    Kind kind();

    /** {@return how bad it is if this is broken} */
    Severity severity();

    /** {@return the column it speaks of; empty if it speaks of the table} */
    default Optional<String> subject() {
        return Optional.empty();
    }

    /** {@return whether a check of this can fail by chance, and so takes its part of the false-alarm rate} */
    default boolean judgedByChance() {
        return this instanceof ByShare limited
                && limited.tolerance().reference().isPresent();
    }

    /** The kinds of constraint, those of the table first, in the order of files and reports. */
    enum Kind {
        /** {@link Volume}. */
        ROWS("rows"),
        /** {@link NoDuplicates}. */
        DUPLICATES("duplicates"),
        /** {@link NoUnexpectedColumns}. */
        UNEXPECTED_COLUMNS("unexpected_columns"),
        /** {@link Present}. */
        PRESENT("present"),
        /** {@link OfType}. */
        TYPE("type"),
        /** {@link NotMissing}. */
        MISSING("missing"),
        /** {@link InRange}. */
        RANGE("range"),
        /** {@link InCategories}. */
        CATEGORIES("categories"),
        /** {@link NotConstant}. */
        DISTINCT("distinct"),
        /** {@link Fresh}. */
        FRESHNESS("freshness");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** {@return the word used in files and reports} */
        public String word() {
            return word;
        }
    }

    /** A constraint that a share of the rows may break. */
    sealed interface ByShare extends Constraint {

        /** {@return how many rows may break it} */
        Tolerance tolerance();
    }

    /** A constraint on one column. */
    sealed interface OnColumn extends Constraint {

        /** {@return the column's name} */
        String column();

        @Override
        default Optional<String> subject() {
            return Optional.of(column());
        }
    }

    /**
     * The number of rows lies between two bounds.
     *
     * @param min fewest rows, at least 0
     * @param max most rows, at least {@code min}; {@link Long#MAX_VALUE} for no bound
     * @param severity how bad it is otherwise
     */
    record Volume(long min, long max, Severity severity) implements Constraint {

        public Volume {
            Objects.requireNonNull(severity, "severity");
            if (min < 0 || max < min) {
                throw new IllegalArgumentException(
                        "rows: expected 0 <= min <= max but got min " + min + " and max " + max);
            }
        }

        /**
         * Bounds around an expected number.
         *
         * @param rows the expected number, such as that of the reference; at least 0
         * @param share tolerated difference as a share of it, above 0; 0.5 allows from half to one and a half times
         * @param severity how bad a number outside is
         * @return the constraint
         * @throws IllegalArgumentException if a number is out of range
         */
        public static Volume around(long rows, double share, Severity severity) {
            if (rows < 0 || !(share > 0 && share < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("rows: expected at least 0 rows and a share above 0 but got " + rows
                        + " rows and a share of " + share);
            }
            return new Volume(
                    (long) Math.ceil(rows * Math.max(0, 1 - share)), (long) Math.floor(rows * (1 + share)), severity);
        }

        /**
         * Bounds for the next window after earlier ones of the same length, without trend or season between them. On the
         * scale of {@code y = 2·√rows}, where a Poisson count has variance 1 at any size, the next window lies in
         * {@code ȳ ± t·s·√(1 + 1/w)} with {@code s² = max(sample variance, 1)} and Student's t of {@code w − 1} degrees
         * of freedom. The fewer windows, the wider the bounds.
         *
         * @param windows rows of the earlier windows, at least 0 each; at least 3 windows; not changed
         * @param falseAlarms probability that the next window lies outside although nothing has changed, 1e-6 to 0.5
         * @param severity how bad a number outside is
         * @return the constraint
         * @throws IllegalArgumentException if there are fewer than 3 windows, or a number is out of range
         * @see <a href="https://doi.org/10.1093/biomet/35.3-4.246">Anscombe 1948, doi:10.1093/biomet/35.3-4.246</a>
         */
        public static Volume after(long[] windows, double falseAlarms, Severity severity) {
            return VolumeBounds.after(windows, falseAlarms, severity);
        }

        @Override
        public Kind kind() {
            return Kind.ROWS;
        }
    }

    /**
     * No row repeats an earlier one. A duplicate is every row but the first of those that are equal, so three equal rows
     * have two duplicates. Among more rows chance finds more pairs: from a reference of r rows with c duplicates, n &gt; r
     * rows are judged as if the c had been found in r²/n rows, because the number of pairs grows with the square. Repeats
     * come in clumps, so that their number varies up to 1.4 times as much as that of independent rows; counts are divided
     * by this before they are compared.
     *
     * @param key the columns that must not repeat together; a row with a missing value among them repeats nothing; empty
     *     for all columns, where missing equals missing
     * @param tolerance tolerated share of duplicates, and how many rows of the reference were duplicates
     * @param severity how bad more of them are
     */
    record NoDuplicates(List<String> key, Tolerance tolerance, Severity severity) implements ByShare {

        public NoDuplicates {
            Objects.requireNonNull(tolerance, "tolerance");
            Objects.requireNonNull(severity, "severity");
            key = distinct("duplicates", "key column", key);
        }

        @Override
        public Kind kind() {
            return Kind.DUPLICATES;
        }
    }

    /**
     * The table has no column but those that another constraint of the set speaks of.
     *
     * @param besides columns that may be there although no constraint speaks of them
     * @param severity how bad another column is
     */
    record NoUnexpectedColumns(List<String> besides, Severity severity) implements Constraint {

        public NoUnexpectedColumns {
            Objects.requireNonNull(severity, "severity");
            besides = distinct("unexpected columns", "column", besides);
        }

        @Override
        public Kind kind() {
            return Kind.UNEXPECTED_COLUMNS;
        }
    }

    /**
     * The column is there, whatever its values.
     *
     * @param column the column's name
     * @param severity how bad it is if not
     */
    record Present(String column, Severity severity) implements OnColumn {

        public Present {
            requireColumn(column, severity);
        }

        @Override
        public Kind kind() {
            return Kind.PRESENT;
        }
    }

    /**
     * The values are numbers, or categories. Cells that the reader could not read as the column's type count as broken,
     * and so does a word in a column that should be numeric, and every number in a column that should be categorical.
     *
     * @param column the column's name
     * @param type numeric or categorical
     * @param tolerance tolerated share of the values, and how many reference values were of another type
     * @param severity how bad more of them are
     */
    record OfType(String column, FeatureType type, Tolerance tolerance, Severity severity)
            implements OnColumn, ByShare {

        public OfType {
            requireColumn(column, severity);
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(tolerance, "tolerance");
        }

        @Override
        public Kind kind() {
            return Kind.TYPE;
        }
    }

    /**
     * Rows have a value. A cell of another type is no missing value but breaks {@link OfType}.
     *
     * @param column the column's name
     * @param tolerance tolerated share of rows without a value, and how many reference rows had none
     * @param severity how bad more of them are
     */
    record NotMissing(String column, Tolerance tolerance, Severity severity) implements OnColumn, ByShare {

        public NotMissing {
            requireColumn(column, severity);
            Objects.requireNonNull(tolerance, "tolerance");
        }

        @Override
        public Kind kind() {
            return Kind.MISSING;
        }
    }

    /**
     * Numbers lie between two bounds, bounds included. Smallest and largest value of a reference of r values are no true
     * bounds: the next value lies below the smallest with a probability of up to 1/(r + 1), and above the largest with the
     * same. A tolerance with a reference allows for that: two of the r + 1 gaps between reference values lie outside, so
     * {@code k} of n values fall there with the probability that {@link Tolerance} gives for one more than the counted
     * reference rows (none more if only one bound is given). It holds for any distribution; ties make it smaller.
     *
     * @param column the column's name
     * @param min smallest allowed number, {@link Double#NEGATIVE_INFINITY} for no bound
     * @param max largest allowed number, {@link Double#POSITIVE_INFINITY} for no bound
     * @param tolerance tolerated share of the values, and how many reference values were out of range
     * @param severity how bad more of them are
     * @see <a href="https://doi.org/10.1214/aoms/1177731915">Wilks 1941, doi:10.1214/aoms/1177731915</a>
     */
    record InRange(String column, double min, double max, Tolerance tolerance, Severity severity)
            implements OnColumn, ByShare {

        public InRange {
            requireColumn(column, severity);
            Objects.requireNonNull(tolerance, "tolerance");
            min += 0.0; // -0.0 is 0.0
            max += 0.0;
            if (!(min <= max) || (Double.isInfinite(min) && Double.isInfinite(max))) {
                throw new IllegalArgumentException("range of '" + column
                        + "': expected min <= max and at least one of them finite but got min " + min + " and max "
                        + max);
            }
        }

        @Override
        public Kind kind() {
            return Kind.RANGE;
        }

        boolean bothSides() {
            return Double.isFinite(min) && Double.isFinite(max);
        }
    }

    /**
     * Categories are among the known ones. A reference of r rows does not show every category: how often it held one that
     * occurs a single time tells how many are still unseen (Good–Turing). With a reference, unseen categories fail if a
     * single one has more rows than chance gives to one that the reference missed, {@code p ≤ (known + unseen)·C(n, k) /
     * C(n + r, k)} for {@code k} of n rows, or if more of them appear than the single ones of the reference explain, judged
     * as {@link Tolerance} says. Each of the two takes half of the false-alarm rate.
     *
     * @param column the column's name
     * @param categories the known categories, without repeats; at least one
     * @param tolerance tolerated share of the values, and how many reference rows held a category that occurs only there
     * @param severity how bad more of them are
     * @see <a href="https://doi.org/10.1093/biomet/40.3-4.237">Good 1953, doi:10.1093/biomet/40.3-4.237</a>
     */
    record InCategories(String column, List<String> categories, Tolerance tolerance, Severity severity)
            implements OnColumn, ByShare {

        public InCategories {
            requireColumn(column, severity);
            Objects.requireNonNull(tolerance, "tolerance");
            categories = distinct("categories of '" + column + "'", "category", categories);
            if (categories.isEmpty()) {
                throw new IllegalArgumentException(
                        "categories of '" + column + "': expected at least one category but got none");
            }
        }

        @Override
        public Kind kind() {
            return Kind.CATEGORIES;
        }
    }

    /**
     * The column has several values. With a reference, fewer fail only if chance does not explain them: {@code n} rows hold
     * none of the {@code c} of {@code r} reference rows without the most frequent value with the probability
     * {@code C(r, c) / C(n + r, c)}.
     *
     * @param column the column's name
     * @param min fewest different values, 2 to {@link #MAX_MIN}; missing is no value
     * @param reference how many reference values differed from the most frequent one, if the constraint comes from one
     * @param severity how bad fewer values are
     */
    record NotConstant(String column, int min, Optional<ReferenceCount> reference, Severity severity)
            implements OnColumn {

        /** Different values are told apart exactly up to this number. */
        public static final int MAX_MIN = 1000;

        public NotConstant {
            requireColumn(column, severity);
            Objects.requireNonNull(reference, "reference");
            if (min < 2 || min > MAX_MIN) {
                throw new IllegalArgumentException("distinct values of '" + column + "': expected a minimum of 2 to "
                        + MAX_MIN + " but got " + min);
            }
            if (reference.isPresent() && min != 2) {
                throw new IllegalArgumentException("distinct values of '" + column + "': a reference says how likely"
                        + " chance makes a column constant, so it goes with a minimum of 2, but got " + min
                        + "; leave the reference out");
            }
        }

        @Override
        public boolean judgedByChance() {
            return reference.isPresent();
        }

        @Override
        public Kind kind() {
            return Kind.DISTINCT;
        }
    }

    /**
     * The newest event is not older than an age, and not further in the future than that either. The time of the check is
     * an argument of the check; without it the constraint cannot be judged.
     *
     * @param column the column with the event times: ISO-8601 text ({@code 2026-01-31}, {@code 2026-01-31T12:00:00Z};
     *     without a zone, UTC) or numbers since 1970; empty if the newest event is an argument of the check
     * @param maxAge greatest age, above zero
     * @param unit what numbers in the column count; without a column always seconds
     * @param severity how bad older data is
     */
    record Fresh(Optional<String> column, Duration maxAge, EpochUnit unit, Severity severity) implements Constraint {

        public Fresh {
            column.ifPresent(name -> requireColumn(name, severity));
            Objects.requireNonNull(unit, "unit");
            Objects.requireNonNull(severity, "severity");
            if (maxAge.isNegative() || maxAge.isZero()) {
                throw new IllegalArgumentException("freshness: expected a greatest age above zero but got " + maxAge);
            }
            unit = column.isPresent() ? unit : EpochUnit.SECONDS;
        }

        @Override
        public Optional<String> subject() {
            return column;
        }

        @Override
        public Kind kind() {
            return Kind.FRESHNESS;
        }
    }

    private static void requireColumn(String column, Severity severity) {
        Objects.requireNonNull(severity, "severity");
        if (column.isBlank()) {
            throw new IllegalArgumentException("constraint: expected the name of a column but it is blank");
        }
    }

    private static List<String> distinct(String where, String what, Collection<String> names) {
        List<String> distinct = List.copyOf(new LinkedHashSet<>(names));
        if (distinct.size() != names.size()) {
            throw new IllegalArgumentException(
                    where + ": a " + what + " is named twice in " + NameList.of(names) + "; name it once");
        }
        return distinct;
    }
}
