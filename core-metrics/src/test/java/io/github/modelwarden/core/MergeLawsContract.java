package io.github.modelwarden.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The laws every accumulator keeps, checked over seeded random splits: the accumulator of nothing is an identity,
 * combination is commutative and associative, and combining the parts equals accumulating the whole.
 *
 * @param <T> the accumulator
 * @param <I> what it accumulates
 */
public abstract class MergeLawsContract<T, I> {

    private static final int SEEDS = 60;

    /** A fresh accumulator of these items. */
    protected abstract T of(List<I> items);

    /** A random item, rare cases such as missing values among them. */
    protected abstract I item(Random random);

    /** Combines two accumulators; may change and return the first. */
    protected abstract T combine(T a, T b);

    /** Asserts that two accumulators cannot be told apart, up to rounding where the type says so. */
    protected abstract void assertSame(T actual, T expected);

    private List<I> items(Random random) {
        int size = random.nextInt(4) == 0 ? 0 : random.nextInt(40);
        List<I> items = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            items.add(item(random));
        }
        return items;
    }

    @Test
    void nothingIsTheIdentityOnBothSides() {
        overSeeds(random -> {
            List<I> a = items(random);
            assertSame(combine(of(a), of(List.of())), of(a));
            assertSame(combine(of(List.of()), of(a)), of(a));
        });
    }

    @Test
    void combinationIsCommutative() {
        overSeeds(random -> {
            List<I> a = items(random);
            List<I> b = items(random);
            assertSame(combine(of(a), of(b)), combine(of(b), of(a)));
        });
    }

    @Test
    void combinationIsAssociative() {
        overSeeds(random -> {
            List<I> a = items(random);
            List<I> b = items(random);
            List<I> c = items(random);
            assertSame(combine(combine(of(a), of(b)), of(c)), combine(of(a), combine(of(b), of(c))));
        });
    }

    @Test
    void combiningThePartsEqualsAccumulatingTheWhole() {
        overSeeds(random -> {
            List<I> whole = new ArrayList<>();
            T combined = of(List.of());
            for (int part = 0; part < 7; part++) {
                List<I> items = items(random);
                whole.addAll(items);
                combined = combine(combined, of(items));
            }
            assertSame(combined, of(whole));
        });
    }

    @Test
    void theSecondAccumulatorIsNotChanged() {
        overSeeds(random -> {
            List<I> b = items(random);
            T second = of(b);
            combine(of(items(random)), second);
            assertSame(second, of(b));
        });
    }

    private interface Law {
        void check(Random random);
    }

    private static void overSeeds(Law law) {
        for (long seed = 0; seed < SEEDS; seed++) {
            try {
                law.check(new Random(seed));
            } catch (AssertionError e) {
                throw new AssertionError("with seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }
}
