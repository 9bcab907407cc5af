package io.github.modelwarden.core.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CategorySampleTest {

    private static CategorySample of(int from, int to) {
        CategorySample sample = new CategorySample();
        for (int i = from; i < to; i++) {
            String name = "c" + i;
            sample.add(name, Hashes.of(name), 1 + i % 3, i);
        }
        return sample;
    }

    @Test
    void isExactUpToItsCapacity() {
        CategorySample sample = of(0, CategorySample.CAPACITY);

        assertThat(sample.exact()).isTrue();
        assertThat(sample.distinct()).isEqualTo(CategorySample.CAPACITY);
        assertThat(sample.largest()).isEqualTo(3);
        assertThat(sample.single()).isEqualTo(342);
    }

    @Test
    void estimatesTheNumberOfCategoriesBeyond() {
        CategorySample sample = of(0, 50_000);

        assertThat(sample.exact()).isFalse();
        assertThat(sample.distinct()).isBetween(43_000L, 57_000L);
        assertThat(sample.total()).isEqualTo(99_999);
    }

    @Test
    void partsCombineToTheWhole() {
        CategorySample whole = of(0, 9000);
        CategorySample parts = of(4000, 9000).combine(of(0, 1000)).combine(of(1000, 4000));

        assertThat(parts.categories()).isEqualTo(whole.categories());
        assertThat(parts.total()).isEqualTo(whole.total());
    }

    @Test
    void listsTheMostFrequentFirstAndKnowsWhereEachWasFirst() {
        CategorySample sample = new CategorySample();
        sample.add("rare", Hashes.of("rare"), 1, 9);
        sample.add("common", Hashes.of("common"), 5, 7);
        sample.add("common", Hashes.of("common"), 2, 3);

        assertThat(sample.categories())
                .isEqualTo(
                        List.of(new CategorySample.Counted("common", 7, 3), new CategorySample.Counted("rare", 1, 9)));
    }
}
