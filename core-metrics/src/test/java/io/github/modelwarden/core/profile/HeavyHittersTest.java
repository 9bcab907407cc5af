package io.github.modelwarden.core.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.modelwarden.core.MergeLawsContract;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class HeavyHittersTest extends MergeLawsContract<HeavyHitters, String> {

    @Override
    protected HeavyHitters of(List<String> items) {
        HeavyHitters hitters = HeavyHitters.create();
        items.forEach(hitters::accept);
        return hitters;
    }

    @Override
    protected String item(Random random) {
        return "city" + random.nextInt(HeavyHitters.CAPACITY);
    }

    @Override
    protected HeavyHitters combine(HeavyHitters a, HeavyHitters b) {
        return a.combine(b);
    }

    @Override
    protected void assertSame(HeavyHitters actual, HeavyHitters expected) {
        assertThat(actual.counts()).containsExactlyEntriesOf(expected.counts());
        assertThat(actual.total()).isEqualTo(expected.total());
        assertThat(actual.maximumUndercount())
                .isEqualTo(expected.maximumUndercount())
                .isZero();
    }

    private static void assertWithinBound(HeavyHitters hitters, Map<String, Long> truth) {
        long total = truth.values().stream().mapToLong(Long::longValue).sum();
        assertThat(hitters.total()).isEqualTo(total);
        assertThat(hitters.maximumUndercount()).isBetween(0L, total / HeavyHitters.GUARANTEED);
        Map<String, Long> counts = hitters.counts();
        assertThat(counts).hasSizeLessThanOrEqualTo(HeavyHitters.CAPACITY);
        truth.forEach((text, count) ->
                assertThat(count - counts.getOrDefault(text, 0L)).as(text).isBetween(0L, hitters.maximumUndercount()));
        assertThat(truth.keySet()).containsAll(counts.keySet());
    }

    /** Beyond capacity the laws hold within the stated bound: each way of combining stays close to the truth. */
    @Nested
    class BeyondCapacityTest {

        @Test
        void everyOrderOfCombinationStaysWithinTheBound() {
            for (long seed = 0; seed < 20; seed++) {
                Random random = new Random(seed);
                Map<String, Long> truth = new HashMap<>();
                List<HeavyHitters> parts = new ArrayList<>();
                for (int part = 0; part < 7; part++) {
                    HeavyHitters hitters = HeavyHitters.create();
                    for (int i = random.nextInt(4000); i > 0; i--) {
                        String text = "id" + (int) Math.pow(3000, random.nextDouble());
                        truth.merge(text, 1L, Long::sum);
                        hitters.accept(text);
                    }
                    parts.add(hitters);
                }
                HeavyHitters left = HeavyHitters.create();
                parts.forEach(left::combine);
                HeavyHitters right = HeavyHitters.create();
                for (int i = parts.size() - 1; i >= 0; i--) {
                    right = parts.get(i).copy().combine(right);
                }
                assertWithinBound(left, truth);
                assertWithinBound(right, truth);
            }
        }

        @Test
        void aTextThatIsFrequentEnoughIsNeverLost() {
            HeavyHitters hitters = HeavyHitters.create();
            for (int i = 0; i < 64_000; i++) {
                hitters.accept(i % 60 == 0 ? "new plan" : "id" + i);
            }

            assertThat(hitters.counts().entrySet().iterator().next().getKey()).isEqualTo("new plan");
        }

        @Test
        void textsThatCameInNumbersAreWeighed() {
            Map<String, Long> truth = new HashMap<>();
            HeavyHitters hitters = HeavyHitters.create();
            for (int i = 0; i < 500; i++) {
                hitters.accept("id" + i, 1 + i * 7L % 90);
                truth.merge("id" + i, 1 + i * 7L % 90, Long::sum);
            }

            assertWithinBound(hitters, truth);
        }
    }

    @Test
    void theMostFrequentComeFirstAndEqualOnesByName() {
        HeavyHitters hitters = of(List.of("b", "c", "c", "a"));

        assertThat(hitters.counts().toString()).isEqualTo("{c=2, a=1, b=1}");
    }

    @Test
    void aCopyDoesNotFollow() {
        HeavyHitters hitters = of(List.of("a"));
        HeavyHitters copy = hitters.copy();
        hitters.accept("a");

        assertThat(copy.counts()).containsExactlyEntriesOf(Map.of("a", 1L));
    }

    @Test
    void numbersThatCannotBeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HeavyHitters.create().accept("a", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> HeavyHitters.of(Map.of("a", 3L), 2, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> HeavyHitters.of(Map.of("a", 1L), 2, 3));
    }

    @Test
    void namelessOnesCountAndForget() {
        HeavyHitters nameless = HeavyHitters.nameless();
        nameless.accept("secret");
        nameless.accept("secret", 3);
        HeavyHitters both = nameless.copy().combine(nameless);

        assertThat(nameless.counts()).isEmpty();
        assertThat(both.total()).isEqualTo(8);
        assertThat(both.maximumUndercount()).isEqualTo(8);
        assertThatIllegalArgumentException().isThrownBy(() -> nameless.combine(HeavyHitters.create()));
    }
}
