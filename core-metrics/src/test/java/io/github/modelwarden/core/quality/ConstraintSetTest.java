package io.github.modelwarden.core.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.modelwarden.core.data.FeatureType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConstraintSetTest {

    private static final Constraint RANGE = new Constraint.InRange("x", 0, 1, Tolerance.NONE, Severity.WARNING);
    private static final Constraint KNOWN =
            new Constraint.InCategories("k", List.of("a"), Tolerance.NONE, Severity.WARNING);

    private static Constraint present(String column) {
        return new Constraint.Present(column, Severity.CRITICAL);
    }

    @Test
    void tableComesFirstThenColumnsAsFirstNamedThenKinds() {
        Constraint volume = new Constraint.Volume(1, 2, Severity.WARNING);
        ConstraintSet set = ConstraintSet.of(List.of(KNOWN, RANGE, present("x"), volume, present("k")));

        assertThat(set.constraints()).containsExactly(volume, present("k"), KNOWN, present("x"), RANGE);
        assertThat(set.columns()).containsExactly("k", "x");
        assertThat(set.type("x")).contains(FeatureType.NUMERIC);
        assertThat(set.type("k")).contains(FeatureType.CATEGORICAL);
        assertThat(set.type("other")).isEmpty();
        assertThat(set.find("x", Constraint.Kind.RANGE)).contains(RANGE);
        assertThat(set).isEqualTo(ConstraintSet.of(set.constraints()));
    }

    @Test
    void aKindIsGivenOnceForAColumnAndAKeyOnceInAnyOrder() {
        refuses(List.of(RANGE, RANGE), "'range' is given twice for column 'x'");
        refuses(
                List.of(
                        new Constraint.NoDuplicates(List.of("a", "b"), Tolerance.NONE, Severity.WARNING),
                        new Constraint.NoDuplicates(List.of("b", "a"), Tolerance.NONE, Severity.CRITICAL)),
                "'duplicates' is given twice for the key");
        refuses(
                List.of(new Constraint.Volume(0, 1, Severity.WARNING), new Constraint.Volume(0, 2, Severity.WARNING)),
                "'rows' is given twice for the table");
    }

    @Test
    void aColumnHasOneType() {
        refuses(
                List.of(RANGE, new Constraint.InCategories("x", List.of("a"), Tolerance.NONE, Severity.WARNING)),
                "column 'x' is numeric by one constraint, but 'categories' belongs to categorical columns");
        refuses(
                List.of(RANGE, new Constraint.OfType("x", FeatureType.CATEGORICAL, Tolerance.NONE, Severity.WARNING)),
                "column 'x' is categorical by one constraint, but 'range' belongs to numeric columns");
    }

    private static void refuses(List<Constraint> constraints, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConstraintSet.of(constraints))
                .withMessageContaining(message);
    }

    @Test
    void onlyConstraintsWithAReferenceShareTheFalseAlarmRate() {
        ReferenceCount count = new ReferenceCount(1, 10);

        assertThat(ConstraintSet.of(List.of(
                                RANGE,
                                present("x"),
                                new Constraint.NotMissing("x", Tolerance.of(0, count), Severity.WARNING),
                                new Constraint.NotConstant("x", 2, Optional.of(count), Severity.WARNING)))
                        .judgedByChance())
                .isEqualTo(2);
    }

    @Test
    void constraintsRefuseWhatCannotBe() {
        refuses(() -> new Constraint.Volume(2, 1, Severity.WARNING), "min 2 and max 1");
        refuses(() -> new Constraint.InRange("x", 1, 0, Tolerance.NONE, Severity.WARNING), "min 1.0 and max 0.0");
        refuses(() -> new Constraint.InRange("x", Double.NaN, 0, Tolerance.NONE, Severity.WARNING), "min NaN");
        refuses(
                () -> new Constraint.InRange(
                        "x", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Tolerance.NONE, Severity.WARNING),
                "at least one of them finite");
        refuses(
                () -> new Constraint.InCategories("k", List.of(), Tolerance.NONE, Severity.WARNING),
                "at least one category");
        refuses(
                () -> new Constraint.InCategories("k", List.of("a", "a"), Tolerance.NONE, Severity.WARNING),
                "named twice");
        refuses(() -> new Constraint.NotConstant("x", 1, Optional.empty(), Severity.WARNING), "2 to 1000 but got 1");
        refuses(
                () -> new Constraint.NotConstant("x", 3, Optional.of(new ReferenceCount(1, 2)), Severity.WARNING),
                "goes with a minimum of 2, but got 3");
        refuses(
                () -> new Constraint.Fresh(Optional.empty(), Duration.ZERO, EpochUnit.SECONDS, Severity.WARNING),
                "above zero");
        refuses(() -> present(" "), "blank");
        refuses(() -> Tolerance.of(1), "below 1 but got 1.0");
        refuses(() -> Tolerance.of(Double.NaN), "NaN");
        refuses(() -> new ReferenceCount(3, 2), "a count of 3 in 2 rows");
        refuses(() -> new ReferenceCount(0, 0), "at least 1 row");
    }

    private static void refuses(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(message);
    }
}
