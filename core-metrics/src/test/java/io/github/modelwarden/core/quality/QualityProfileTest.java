package io.github.modelwarden.core.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.modelwarden.core.MergeLawsContract;
import io.github.modelwarden.core.data.FeatureType;
import io.github.modelwarden.core.data.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QualityProfileTest extends MergeLawsContract<QualityProfile, QualityProfileTest.Part> {

    /** One row, its number, and how many of its cells the reader could not read. */
    record Part(Table row, long number, int unread) {}

    private static final ConstraintSet ALL_KINDS = ConstraintSet.of(List.of(
            new Constraint.Volume(1, 100, Severity.WARNING),
            new Constraint.NoDuplicates(List.of(), Tolerance.NONE, Severity.WARNING),
            new Constraint.NoDuplicates(List.of("k"), Tolerance.of(0.1), Severity.WARNING),
            new Constraint.NoUnexpectedColumns(List.of(), Severity.WARNING),
            new Constraint.Present("x", Severity.CRITICAL),
            new Constraint.OfType("x", FeatureType.NUMERIC, Tolerance.of(0.1), Severity.CRITICAL),
            new Constraint.NotMissing("x", Tolerance.of(0.1), Severity.CRITICAL),
            new Constraint.InRange("x", 1, 4, Tolerance.of(0.1), Severity.WARNING),
            new Constraint.InCategories("k", List.of("a", "b"), Tolerance.of(0.1), Severity.WARNING),
            new Constraint.NotConstant("k", 3, Optional.empty(), Severity.WARNING),
            new Constraint.Fresh(Optional.of("at"), Duration.ofDays(1), EpochUnit.SECONDS, Severity.WARNING)));
    private static final QualityCheck CHECK = QualityCheck.withDefaults().at(Instant.parse("2026-03-10T00:00:00Z"));

    @Override
    protected QualityProfile of(List<Part> parts) {
        QualityProfile profile = QualityProfile.create(ALL_KINDS);
        for (Part part : parts) {
            profile.accept(part.row(), part.number());
            profile.countNotOfType("x", part.unread(), List.of(Example.of(part.number(), "?")));
        }
        return profile;
    }

    @Override
    protected Part item(Random random) {
        double number = random.nextInt(6) == 0 ? Double.NaN : random.nextInt(6);
        String word = random.nextInt(6) == 0 ? null : String.valueOf((char) ('a' + random.nextInt(4)));
        Table row = Tables.of(
                Tables.numbers("x", number),
                Tables.words("k", word),
                Tables.words("at", "2026-03-0" + (1 + random.nextInt(9))));
        return new Part(row, 1 + random.nextInt(1000), Double.isNaN(number) && random.nextBoolean() ? 1 : 0);
    }

    @Override
    protected QualityProfile combine(QualityProfile a, QualityProfile b) {
        return a.combine(b);
    }

    @Override
    protected void assertSame(QualityProfile actual, QualityProfile expected) {
        assertThat(actual.rows()).isEqualTo(expected.rows());
        assertThat(CHECK.check(actual)).isEqualTo(CHECK.check(expected));
    }

    @Test
    void blocksThatFollowEachOtherAreNumberedOn() {
        QualityProfile profile = QualityProfile.create(
                ConstraintSet.of(List.of(new Constraint.NotMissing("x", Tolerance.NONE, Severity.CRITICAL))));
        profile.accept(Tables.of(Tables.numbers("x", 1, Double.NaN)));
        profile.accept(Tables.of(Tables.numbers("x", 1, 2, Double.NaN)));

        assertThat(CHECK.check(profile).findings().get(0).examples())
                .containsExactly(Example.empty(2), Example.empty(5));
    }

    @Test
    void aProfileOfReferenceDataCombinesToTheSameSuggestions() {
        Random random = new Random(5);
        QualityProfile whole = QualityProfile.create();
        QualityProfile parts = QualityProfile.create();
        for (int block = 0; block < 20; block++) {
            QualityProfile part = QualityProfile.create();
            for (int i = 0; i < 30; i++) {
                Part item = item(random);
                whole.accept(item.row(), block * 30L + i + 1);
                part.accept(item.row(), block * 30L + i + 1);
            }
            parts.combine(part);
        }

        assertThat(ConstraintSuggestion.withDefaults().from(parts))
                .isEqualTo(ConstraintSuggestion.withDefaults().from(whole));
    }

    @Test
    void onlyProfilesOfTheSameConstraintsCombine() {
        QualityProfile profile = QualityProfile.create(ALL_KINDS);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> profile.combine(QualityProfile.create()))
                .withMessageContaining("different constraints");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> profile.combine(QualityProfile.create(ALL_KINDS, 2000)))
                .withMessageContaining("exact rows");
    }

    @Test
    void aColumnKeepsItsTypeUnlessAConstraintSaysWhichIsRight() {
        QualityProfile profile = QualityProfile.create();
        profile.accept(Tables.of(Tables.numbers("x", 1)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> profile.accept(Tables.of(Tables.words("x", "a"))))
                .withMessageContaining("column 'x' is numeric in one block and categorical in another");
        assertThat(profile.rows()).isEqualTo(1);

        QualityProfile typed = QualityProfile.create(ALL_KINDS);
        typed.accept(Tables.of(Tables.numbers("x", 1)));
        typed.accept(Tables.of(Tables.words("x", "3", "three")));
        assertThat(typed.rows()).isEqualTo(3);
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QualityProfile.create(ALL_KINDS, 1000))
                .withMessageContaining("at least 1024");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QualityProfile.create().accept(Tables.of(Tables.numbers("x", 1)), 0))
                .withMessageContaining("numbered from 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QualityProfile.create().countNotOfType("x", -1, List.of()))
                .withMessageContaining("-1");
    }
}
