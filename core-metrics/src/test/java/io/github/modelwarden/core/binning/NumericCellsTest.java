package io.github.modelwarden.core.binning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NumericCellsTest {

    private static long[] cellCounts(NumericBinning binning, double[] values) {
        long[] counts = new long[binning.cells() + 1];
        Arrays.stream(values).forEach(value -> counts[binning.cell(value)]++);
        return counts;
    }

    @Test
    void cellsHoldEqualSharesAndTheOuterOnesNothing() {
        double[] values = new Random(1).doubles(10_200).toArray();
        NumericBinning binning = NumericBinning.equalFrequency(values, 10, 1024);

        long[] counts = cellCounts(binning, values);
        assertThat(binning.cells()).isEqualTo(1022);
        assertThat(Arrays.copyOfRange(counts, 1, 1021)).containsOnly(10);
        assertThat(counts[0] + counts[1021] + counts[1022]).isZero();
    }

    @Test
    void everyEdgeOfABinIsAnEdgeOfACell() {
        for (long seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            double[] values = random.doubles(1 + random.nextInt(3000))
                    .map(v -> random.nextInt(3) == 0 ? Math.round(8 * v) : v)
                    .toArray();
            NumericBinning binning = NumericBinning.equalFrequency(values, 2 + random.nextInt(20), 64);

            assertThat(binning.cellEdges())
                    .as("seed %d", seed)
                    .contains(binning.edges())
                    .isSorted();
            for (int cell = 0; cell < binning.cells(); cell++) {
                assertThat(binning.binOfCell(cell)).isEqualTo(binning.index(binning.cellAnchor(cell)));
            }
            assertThat(binning.binOfCell(binning.cells())).isEqualTo(binning.size() - 1);
        }
    }

    @Test
    void fewDistinctValuesHaveACellEachThatEndsAtThem() {
        double[] values =
                new Random(2).doubles(5000).map(v -> Math.floor(700 * v) / 8).toArray();
        NumericBinning binning = NumericBinning.equalFrequency(values, 10);
        double[] distinct = Arrays.stream(values).sorted().distinct().toArray();

        assertThat(binning.cells()).isEqualTo(distinct.length + 2);
        for (int i = 0; i < distinct.length; i++) {
            assertThat(binning.cell(distinct[i])).isEqualTo(i + 1);
            assertThat(binning.cellAnchor(i + 1)).isEqualTo(distinct[i]);
        }
    }

    @Test
    void aValueOfManyRowsHasACellOfItsOwn() {
        double[] values = new Random(3).doubles(8000).toArray();
        Arrays.fill(values, 0, 4000, 0.5);
        NumericBinning binning = NumericBinning.equalFrequency(values, 10, 100);

        int cell = binning.cell(0.5);
        assertThat(cellCounts(binning, values)[cell]).isEqualTo(4000);
        assertThat(binning.cells()).isLessThan(102);
        assertThat(binning.cell(Math.nextDown(0.5))).isLessThanOrEqualTo(cell);
        assertThat(binning.cellEdges()[cell - 1]).isBetween(0.49, Math.nextDown(0.5));
    }

    @Test
    void valuesOutsideTheReferenceRangeHaveCellsOfTheirOwnWithinTheOuterBins() {
        NumericBinning binning = NumericBinning.equalFrequency(new double[] {1, 2, 3, 4}, 2);

        assertThat(binning.min()).isEqualTo(1);
        assertThat(binning.max()).isEqualTo(4);
        assertThat(binning.cell(Math.nextDown(1.0))).isZero();
        assertThat(binning.cell(1)).isOne();
        assertThat(binning.cell(4)).isEqualTo(binning.cells() - 2);
        assertThat(binning.cell(Math.nextUp(4.0))).isEqualTo(binning.cells() - 1);
        assertThat(binning.cell(Double.NaN)).isEqualTo(binning.cells());
        assertThat(binning.index(0)).isZero();
        assertThat(binning.index(5)).isOne();
        assertThat(binning.binOfCell(0)).isZero();
        assertThat(binning.binOfCell(binning.cells() - 1)).isOne();
    }

    @Test
    void aConstantHasCellsForLessAndMore() {
        NumericBinning binning = NumericBinning.equalFrequency(new double[] {7, 7}, 10);

        assertThat(binning.cellEdges()).containsExactly(Math.nextDown(7.0), 7);
        assertThat(NumericBinning.equalFrequency(new double[] {-Double.MAX_VALUE}, 10)
                        .cellEdges())
                .containsExactly(-Double.MAX_VALUE);
    }

    @Test
    void binsWithoutCellsAreTheirOwnAndTheirRangeIsUnknown() {
        NumericBinning binning = NumericBinning.of(new double[] {-0.0, 1}, new double[] {-1, 0.5, 2});

        assertThat(binning.cellEdges()).containsExactly(0, 1);
        assertThat(binning.index(0.0)).isZero();
        assertThat(binning.min()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(binning.max()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(NumericBinning.of(new double[0], new double[] {3}).cellAnchor(0))
                .isZero();
    }

    @Test
    void countedValuesAreCutLikeSingleOnes() {
        for (long seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            double[] values = random.ints(500, 0, 200).asDoubleStream().toArray();
            double[] distinct = Arrays.stream(values).sorted().distinct().toArray();
            long[] counts = Arrays.stream(distinct)
                    .mapToLong(d -> Arrays.stream(values).filter(v -> v == d).count())
                    .toArray();

            assertThat(NumericBinning.equalFrequency(ValueCounts.of(distinct, distinct, counts, distinct[0]), 7, 30))
                    .isEqualTo(NumericBinning.equalFrequency(values, 7, 30));
        }
    }

    @Test
    void cellsAreCheckedAndPartOfEquality() {
        NumericBinning binning = NumericBinning.of(new double[] {1}, new double[] {0, 2});

        assertThat(binning.withCells(new double[] {0.5}, 0, 3).cellEdges())
                .containsExactly(Math.nextDown(0.0), 0.5, 1, 3);
        assertThat(binning.withCells(new double[] {0.5}, 0, 3))
                .isEqualTo(binning.withCells(new double[] {0.5, 1}, 0, 3))
                .isNotEqualTo(binning)
                .isNotEqualTo(binning.withCells(new double[] {0.5}, 0, 4));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> binning.withCells(new double[] {2, 1}, 0, 3))
                .withMessageContaining("strictly ascending");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> binning.withCells(new double[0], Double.NaN, 3))
                .withMessageContaining("finite reference range");
        double[] many = IntStream.range(0, 60_001).asDoubleStream().toArray();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> binning.withCells(many, 0, 3))
                .withMessageContaining("at most 60000 edges of cells");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NumericBinning.equalFrequency(new double[] {1, 2}, 10, 9))
                .withMessage("binning: expected 10 to 50000 cells over 10 bins but got 9");
    }

    @Test
    void countsThatContradictThemselvesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ValueCounts.of(new double[] {2, 1}, new double[] {2, 1}, new long[] {1, 1}, 0))
                .withMessageContaining("entry 1 is 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ValueCounts.of(new double[] {2}, new double[] {1}, new long[] {0}, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ValueCounts.of(new double[] {2}, new double[] {Double.NaN}, new long[] {1}, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ValueCounts.of(new double[0], new double[0], new long[0], 0));
    }
}
