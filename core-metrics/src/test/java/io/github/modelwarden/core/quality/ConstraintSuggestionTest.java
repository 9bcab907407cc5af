package io.github.modelwarden.core.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.modelwarden.core.data.FeatureType;
import io.github.modelwarden.core.data.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConstraintSuggestionTest {

    /** 200 rows: an identifier, a number of which 4 are missing, two categories and a date. */
    private static final Table REFERENCE = Tables.of(
            Tables.words("id", names("id", 200)),
            Tables.numbers(
                    "x",
                    IntStream.range(0, 200)
                            .mapToDouble(i -> i < 4 ? Double.NaN : i % 50 * 0.5)
                            .toArray()),
            Tables.runs("k", 150, "a", 50, "b"),
            Tables.words(
                    "at",
                    IntStream.range(0, 200)
                            .mapToObj(i -> "2026-01-0" + (1 + i % 9))
                            .toArray(String[]::new)));

    private static String[] names(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toArray(String[]::new);
    }

    private static Optional<Suggestion> find(List<Suggestion> suggestions, String column, Constraint.Kind kind) {
        return suggestions.stream()
                .filter(suggestion -> suggestion.constraint().kind() == kind
                        && suggestion.constraint().subject().equals(Optional.of(column)))
                .findFirst();
    }

    private static List<Suggestion> suggest(Table reference) {
        return ConstraintSuggestion.withDefaults().from(reference);
    }

    @Test
    void suggestsForEveryColumnWithTheReasonInWords() {
        List<Suggestion> suggestions = suggest(REFERENCE);

        assertThat(find(suggestions, "x", Constraint.Kind.MISSING))
                .contains(new Suggestion(
                        new Constraint.NotMissing(
                                "x", Tolerance.of(0.03, new ReferenceCount(4, 200)), Severity.CRITICAL),
                        "4 of 200 reference rows (2 %) had no value"));
        assertThat(find(suggestions, "x", Constraint.Kind.TYPE))
                .contains(new Suggestion(
                        new Constraint.OfType(
                                "x",
                                FeatureType.NUMERIC,
                                Tolerance.of(0, new ReferenceCount(0, 196)),
                                Severity.CRITICAL),
                        "all of 196 reference values were numbers"));
        assertThat(find(suggestions, "x", Constraint.Kind.RANGE))
                .contains(new Suggestion(
                        new Constraint.InRange(
                                "x", 0, 24.5, Tolerance.of(0, new ReferenceCount(0, 196)), Severity.WARNING),
                        "196 reference values lay between 0 and 24.5"));
        assertThat(find(suggestions, "k", Constraint.Kind.CATEGORIES))
                .contains(new Suggestion(
                        new Constraint.InCategories(
                                "k", List.of("a", "b"), Tolerance.of(0, new ReferenceCount(0, 200)), Severity.WARNING),
                        "200 reference values held 2 categories, the rarest of them 50 times"));
        assertThat(find(suggestions, "k", Constraint.Kind.DISTINCT))
                .contains(new Suggestion(
                        new Constraint.NotConstant("k", 2, Optional.of(new ReferenceCount(50, 200)), Severity.CRITICAL),
                        "50 of 200 reference values (25 %) differed from the most frequent one"));
        assertThat(suggestions)
                .contains(new Suggestion(
                        new Constraint.NoDuplicates(
                                List.of(), Tolerance.of(0.01, new ReferenceCount(0, 200)), Severity.WARNING),
                        "no row was repeated among 200 reference rows"));
        assertThat(find(suggestions, "id", Constraint.Kind.PRESENT)).isPresent();
    }

    @Test
    void suggestionsComeInTheOrderOfTheirSet() {
        List<Suggestion> suggestions = suggest(REFERENCE);

        assertThat(Suggestion.constraints(suggestions).constraints())
                .isEqualTo(suggestions.stream().map(Suggestion::constraint).toList());
    }

    @Test
    void theReferencePassesItsOwnConstraints() {
        QualityReport report = QualityCheck.withDefaults().check(Suggestion.constraints(suggest(REFERENCE)), REFERENCE);

        assertThat(report.verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void identifiersGetAKeyAndNoListOfValues() {
        List<Suggestion> suggestions = suggest(REFERENCE);

        assertThat(suggestions)
                .contains(new Suggestion(
                        new Constraint.NoDuplicates(
                                List.of("id"), Tolerance.of(0.01, new ReferenceCount(0, 200)), Severity.WARNING),
                        "all of 200 reference values of 'id' were different"));
        assertThat(find(suggestions, "id", Constraint.Kind.CATEGORIES)).isEmpty();
        List<Suggestion> counted = suggest(Tables.of(
                Tables.numbers(
                        "n", IntStream.range(0, 60).mapToDouble(i -> 3 * i).toArray()),
                Tables.numbers(
                        "half", IntStream.range(0, 60).mapToDouble(i -> i + 0.5).toArray())));
        assertThat(find(counted, "n", Constraint.Kind.RANGE)).isEmpty();
        assertThat(find(counted, "half", Constraint.Kind.RANGE)).isPresent();
    }

    @Test
    void datesAndLongListsAreNotListed() {
        assertThat(find(suggest(REFERENCE), "at", Constraint.Kind.CATEGORIES)).isEmpty();
        String[] many = new String[400];
        for (int i = 0; i < many.length; i++) {
            many[i] = "c" + i % 120;
        }
        Table reference = Tables.of(Tables.words("k", many));
        assertThat(find(suggest(reference), "k", Constraint.Kind.CATEGORIES)).isEmpty();
        assertThat(find(
                        ConstraintSuggestion.withDefaults()
                                .withMaxCategories(120)
                                .from(reference),
                        "k",
                        Constraint.Kind.CATEGORIES))
                .isPresent();
    }

    @Test
    void categoriesSeenOnceCountAsAHintOfUnseenOnes() {
        Suggestion suggestion = find(
                        suggest(Tables.of(Tables.words("k", "a", "a", "b", "c", "a"))), "k", Constraint.Kind.CATEGORIES)
                .orElseThrow();

        assertThat(((Constraint.InCategories) suggestion.constraint())
                        .tolerance()
                        .reference())
                .contains(new ReferenceCount(2, 5));
        assertThat(suggestion.reason()).isEqualTo("5 reference values held 3 categories, the rarest of them 1 time");
    }

    @Test
    void aNearlyConstantOrEmptyColumnIsNotAskedToVary() {
        List<Suggestion> suggestions = suggest(Tables.of(
                Tables.runs("flag", 97, "no", 3, "yes"),
                Tables.runs("always", 100, "no", 0, "yes"),
                Tables.runs("empty", 100, Double.NaN, 0, 0)));

        assertThat(find(suggestions, "flag", Constraint.Kind.DISTINCT)).isEmpty();
        assertThat(find(suggestions, "always", Constraint.Kind.DISTINCT)).isEmpty();
        assertThat(find(suggestions, "empty", Constraint.Kind.PRESENT))
                .hasValueSatisfying(suggestion ->
                        assertThat(suggestion.reason()).isEqualTo("the reference had the column, without any value"));
        assertThat(suggestions)
                .filteredOn(suggestion -> suggestion.constraint().subject().equals(Optional.of("empty")))
                .hasSize(1);
    }

    @Test
    void cellsTheReaderCouldNotReadLoosenTheType() {
        QualityProfile profile = QualityProfile.create();
        profile.accept(Tables.of(Tables.runs("x", 99, 1.5, 1, Double.NaN)));
        profile.countNotOfType("x", 1, List.of(Example.of(100, "?")));

        List<Suggestion> suggestions = ConstraintSuggestion.withDefaults().from(profile);

        assertThat(find(suggestions, "x", Constraint.Kind.TYPE))
                .contains(new Suggestion(
                        new Constraint.OfType(
                                "x",
                                FeatureType.NUMERIC,
                                Tolerance.of(0.01, new ReferenceCount(1, 100)),
                                Severity.CRITICAL),
                        "1 of 100 reference values (1 %) were no numbers"));
        assertThat(find(suggestions, "x", Constraint.Kind.MISSING).orElseThrow().reason())
                .isEqualTo("no value was missing in 100 reference rows");
    }

    @Test
    void rowsThatRepeatByNatureMayRepeat() {
        List<Suggestion> suggestions = suggest(Tables.of(Tables.runs("k", 7, "a", 3, "b")));

        assertThat(suggestions).noneMatch(suggestion -> suggestion.constraint().kind() == Constraint.Kind.DUPLICATES);
    }

    @Test
    void hiddenValuesAreNotWrittenDown() {
        List<Suggestion> suggestions = ConstraintSuggestion.withDefaults()
                .withHiddenValues(Set.of("x", "k"))
                .from(REFERENCE);

        assertThat(find(suggestions, "x", Constraint.Kind.RANGE)).isEmpty();
        assertThat(find(suggestions, "k", Constraint.Kind.CATEGORIES)).isEmpty();
        assertThat(find(suggestions, "x", Constraint.Kind.MISSING)).isPresent();
    }

    @Test
    void slackAndVolumeAreOptions() {
        List<Suggestion> suggestions =
                ConstraintSuggestion.withDefaults().withSlack(0).withVolume(0.1).from(REFERENCE);

        assertThat(suggestions.get(0))
                .isEqualTo(new Suggestion(
                        new Constraint.Volume(180, 220, Severity.CRITICAL),
                        "the reference had 200 rows, and 10 % more or less are tolerated"));
        assertThat(((Constraint.NotMissing) find(suggestions, "x", Constraint.Kind.MISSING)
                                .orElseThrow()
                                .constraint())
                        .tolerance()
                        .share())
                .isEqualTo(0.02);
    }

    @Test
    void refusesAReferenceWithoutRowsOrWithConstraints() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> suggest(Tables.of(Tables.numbers("x"))))
                .withMessageContaining("at least one reference row");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        ConstraintSuggestion.withDefaults().from(QualityProfile.create(ConstraintSet.of(List.of()))))
                .withMessageContaining("create it without");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConstraintSuggestion.withDefaults().withSlack(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConstraintSuggestion.withDefaults().withVolume(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConstraintSuggestion.withDefaults().withMaxCategories(1001));
    }
}
