package io.github.modelwarden.drift.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.modelwarden.core.data.CategoricalColumn;
import io.github.modelwarden.core.data.CategoricalFeature;
import io.github.modelwarden.core.data.Label;
import io.github.modelwarden.core.data.Schema;
import io.github.modelwarden.core.data.Table;
import io.github.modelwarden.core.profile.Baseline;
import io.github.modelwarden.core.profile.BaselineBuilder;
import io.github.modelwarden.core.profile.DatasetProfile;
import io.github.modelwarden.drift.TestStatistic;
import io.github.modelwarden.drift.correction.Correction;
import io.github.modelwarden.drift.statistic.JensenShannon;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Features with a seventh of the rows in one category and the others in 500 rare ones, of which nothing changes. */
class RareCategoriesTest {

    private static final int RUNS = 300;
    private static final ModelDriftTest ALONE =
            ModelDriftTest.withDefaults().withCorrection(Correction.NONE).withMinimumEffect(0);

    private static Table draw(SplittableRandom random, int rows) {
        return Table.of(List.of(CategoricalColumn.of(
                "x",
                IntStream.range(0, rows)
                        .mapToObj(i -> random.nextInt(7) == 0 ? "top" : "c" + random.nextInt(500))
                        .toList())));
    }

    private static FeatureDrift compare(BaselineBuilder builder, Table reference, Table current) {
        do {
            builder.accept(reference);
        } while (!builder.endOfPass());
        Baseline baseline = builder.build();
        DatasetProfile profile = baseline.emptyProfile();
        CategoricalColumn column = (CategoricalColumn) current.column("x");
        for (int row = 0; row < column.size(); row++) {
            profile.feature("x").accept(column.value(row));
        }
        return ALONE.test(baseline, profile).features().get(0);
    }

    @Test
    void aCategoryThatASmallReferenceListsByChanceIsNoDrift() {
        Schema schema = Schema.of("model", List.of(CategoricalFeature.of("x")), new Label("label", "yes", "no"));
        SplittableRandom random = new SplittableRandom(8);
        int drifted = 0;
        for (int run = 0; run < RUNS; run++) {
            drifted += compare(Baseline.builder(schema), draw(random, 100), draw(random, 1000))
                            .drifted()
                    ? 1
                    : 0;
        }

        assertThat(drifted).isLessThan(RUNS / 100);
    }

    @Test
    void theDistanceBesideTheVerdictDoesNotTakeTheChoiceOfBinsForAChange() {
        SplittableRandom random = new SplittableRandom(9);
        int rejected = 0;
        for (int run = 0; run < RUNS; run++) {
            rejected += compare(Baseline.builder(), draw(random, 100), draw(random, 1000)).tests().stream()
                            .filter(test -> test.name().equals(JensenShannon.NAME))
                            .map(TestStatistic::pValue)
                            .anyMatch(p -> p.orElse(1) <= 0.05)
                    ? 1
                    : 0;
        }

        assertThat(rejected).isLessThan(RUNS / 10);
    }
}
