package io.github.modelwarden.drift.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SparseBinsTest {

    @Test
    void wellFilledBinsStayAsTheyAre() {
        SparseBins bins = SparseBins.ofNumbers(new long[] {50, 50, 20}, new long[] {40, 60, 20});

        assertThat(bins.reference()).containsExactly(50, 50, 20);
        assertThat(bins.current()).containsExactly(40, 60, 20);
    }

    @Test
    void sparseValueBinsJoinTheirNeighbours() {
        SparseBins bins = SparseBins.ofNumbers(new long[] {3, 3, 40, 2, 0}, new long[] {4, 3, 40, 1, 0});

        assertThat(bins.reference()).containsExactly(6, 42);
        assertThat(bins.current()).containsExactly(7, 41);
    }

    @Test
    void fewMissingValuesAreTheRestAndManyAreAGroup() {
        SparseBins few = SparseBins.ofNumbers(new long[] {50, 50, 1}, new long[] {50, 50, 2});

        assertThat(few.reference()).containsExactly(50, 50, 1);
        assertThat(few.filled()).isEqualTo(2);
        assertThat(few.hasRest()).isTrue();
        assertThat(SparseBins.ofNumbers(new long[] {50, 50, 0}, new long[] {40, 40, 20})
                        .filled())
                .isEqualTo(3);
        assertThat(SparseBins.ofNumbers(new long[] {50, 50, 0}, new long[] {40, 40, 20})
                        .reference())
                .containsExactly(50, 50, 0);
    }

    @Test
    void sparseCategoriesBecomeOneGroup() {
        SparseBins bins = SparseBins.ofCategories(new long[] {3, 40, 2, 4, 0}, new long[] {1, 40, 3, 4, 3}, 4, 0);

        assertThat(bins.reference()).containsExactly(40, 9);
        assertThat(bins.current()).containsExactly(40, 11);
    }

    @Test
    void otherIsPartOfTheRestHoweverManyRowsItHas() {
        SparseBins bins = SparseBins.ofCategories(new long[] {60, 3, 37}, new long[] {60, 4, 36}, 2, 0);

        assertThat(bins.reference()).containsExactly(60, 40);
    }

    @Test
    void aRestThatIsSparseItselfIsNoFilledGroup() {
        SparseBins bins = SparseBins.ofCategories(new long[] {100, 40, 1}, new long[] {100, 40, 2}, 2, 0);

        assertThat(bins.reference()).containsExactly(100, 40, 1);
        assertThat(bins.current()).containsExactly(100, 40, 2);
        assertThat(bins.filled()).isEqualTo(2);
        assertThat(bins.hasRest()).isTrue();
    }

    @Test
    void theReferenceAloneChoosesTheBinsOfNumbers() {
        long[] reference = {48, 48, 48, 48, 8};

        assertThat(SparseBins.ofNumbers(reference, new long[] {9, 1, 9, 1, 0}).reference())
                .containsExactly(SparseBins.ofNumbers(reference, new long[] {1, 9, 1, 9, 0})
                        .reference());
    }

    @Test
    void aSingleValueBesideFewOthersKeepsThemAsTheRest() {
        SparseBins bins = SparseBins.ofNumbers(new long[] {990, 10, 0}, new long[] {75, 25, 0});

        assertThat(bins.reference()).containsExactly(990, 10);
        assertThat(bins.filled()).isEqualTo(1);
    }

    @Test
    void expectedRowsAreThoseOfTheSmallerSample() {
        long[] reference = {9_000, 990, 10};
        long[] current = {90, 9, 1};

        assertThat(SparseBins.ofCategories(reference, current, -1, 0).filled()).isEqualTo(2);
        assertThat(SparseBins.ofCategories(reference, new long[] {9_000, 990, 10}, -1, 0)
                        .filled())
                .isEqualTo(3);
    }

    @Test
    void noRowIsLostAndExchangingTheSamplesExchangesTheGroupsOfCategories() {
        SplittableRandom random = new SplittableRandom(3);
        for (int run = 0; run < 500; run++) {
            long[] r = random.longs(random.nextInt(2, 12), 0, 15).toArray();
            long[] c = random.longs(r.length, 0, 25).toArray();
            SparseBins numbers = SparseBins.ofNumbers(r, c);
            SparseBins categories = SparseBins.ofCategories(r, c, 0, 0);
            SparseBins exchanged = SparseBins.ofCategories(c, r, 0, 0);

            for (SparseBins bins : new SparseBins[] {numbers, categories}) {
                assertThat(Arrays.stream(bins.reference()).sum())
                        .isEqualTo(Arrays.stream(r).sum());
                assertThat(Arrays.stream(bins.current()).sum())
                        .isEqualTo(Arrays.stream(c).sum());
            }
            assertThat(exchanged.reference()).containsExactly(categories.current());
            assertThat(exchanged.current()).containsExactly(categories.reference());
        }
    }

    @Test
    void aCategoryThatGotItsBinByChanceJoinsTheRest() {
        SparseBins bins = SparseBins.ofCategories(new long[] {60, 22, 18}, new long[] {600, 140, 260}, 2, 33);

        assertThat(bins.reference()).containsExactly(60, 40);
        assertThat(bins.current()).containsExactly(600, 400);
    }
}
