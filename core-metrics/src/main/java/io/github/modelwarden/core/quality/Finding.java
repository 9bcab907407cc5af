package io.github.modelwarden.core.quality;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What a check found out about one constraint.
 *
 * @param constraint the constraint
 * @param verdict the verdict
 * @param measured the numbers it rests on
 * @param examples the first rows that break the constraint, whatever the verdict; at most {@link Example#MAX}
 * @param sentence the finding in words; for an inconclusive one, why
 */
public record Finding(
        Constraint constraint, Verdict verdict, Measured measured, List<Example> examples, String sentence) {

    /**
     * The numbers of a finding. What they count depends on the constraint: a share for those of {@link
     * Constraint.ByShare}, rows for a volume, different values, columns that are missing or not expected, and seconds for
     * the age of the newest event.
     *
     * @param value what was measured; empty if nothing could be
     * @param allowed the limit that held for the data, with what is tolerated and what chance explains; empty if there is
     *     none
     * @param count rows, values or columns that break the constraint
     * @param rows rows or values that were looked at
     * @param rowsNeeded fewest rows that could have shown the constraint broken; empty if more rows would not help, or the
     *     verdict is not inconclusive
     */
    public record Measured(
            OptionalDouble value, OptionalDouble allowed, long count, long rows, OptionalLong rowsNeeded) {

        public Measured {
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(allowed, "allowed");
            Objects.requireNonNull(rowsNeeded, "rowsNeeded");
        }

        static Measured nothing(long rows) {
            return new Measured(OptionalDouble.empty(), OptionalDouble.empty(), 0, rows, OptionalLong.empty());
        }

        static Measured of(double value, double allowed, long count, long rows) {
            return new Measured(
                    OptionalDouble.of(value), OptionalDouble.of(allowed), count, rows, OptionalLong.empty());
        }

        Measured needing(long more) {
            OptionalLong needed = more == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(more);
            return new Measured(value, allowed, count, rows, needed);
        }
    }

    public Finding {
        Objects.requireNonNull(constraint, "constraint");
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(measured, "measured");
        Objects.requireNonNull(sentence, "sentence");
        examples = List.copyOf(examples);
    }

    static Finding of(Constraint constraint, Verdict verdict, Measured measured, String sentence) {
        return new Finding(constraint, verdict, measured, List.of(), sentence);
    }

    static Finding inconclusive(Constraint constraint, long rows, String why) {
        return of(constraint, Verdict.INCONCLUSIVE, Measured.nothing(rows), why);
    }

    Finding with(List<Example> found) {
        return new Finding(constraint, verdict, measured, found, sentence);
    }

    /** {@return true if the constraint is broken} */
    public boolean failed() {
        return verdict == Verdict.FAILED;
    }

    /** {@return why there is no verdict; empty if there is one} */
    public Optional<String> reason() {
        return verdict == Verdict.INCONCLUSIVE ? Optional.of(sentence) : Optional.empty();
    }
}
