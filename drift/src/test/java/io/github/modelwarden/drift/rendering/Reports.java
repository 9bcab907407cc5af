package io.github.modelwarden.drift.rendering;

import io.github.modelwarden.core.data.CategoricalColumn;
import io.github.modelwarden.core.data.NumericColumn;
import io.github.modelwarden.core.data.Table;
import io.github.modelwarden.core.profile.Baseline;
import io.github.modelwarden.core.profile.DatasetProfile;
import io.github.modelwarden.drift.multivariate.DomainClassifier;
import io.github.modelwarden.drift.multivariate.PcaReconstruction;
import io.github.modelwarden.drift.report.Comparison;
import io.github.modelwarden.drift.report.DriftReport;
import io.github.modelwarden.drift.report.ModelDriftTest;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** A report that has every kind of outcome, with names and categories that must be escaped. */
final class Reports {

    static final String AWKWARD = "plan <b> & \"co\"";

    static final ReportSubject SUBJECT =
            new ReportSubject("then.csv", 2000, "now <1>.csv", 1000, List.of("column 'id' is left out"));

    private Reports() {}

    static DriftReport everyOutcome() {
        Table reference = table(2000, 0);
        Baseline baseline = Baseline.of(reference, 10);
        DatasetProfile current = baseline.emptyProfile();
        current.accept(table(1000, 0.5));
        return ModelDriftTest.withDefaults()
                .withJointTests(List.of(DomainClassifier.withDefaults(), PcaReconstruction.withDefaults()))
                .test(Comparison.of(baseline, current)
                        .withUnusable(Map.of("broken", "3 of its cells are no numbers"))
                        .withRows(reference, table(1000, 0.5)));
    }

    private static Table table(int rows, double shift) {
        SplittableRandom random = new SplittableRandom(rows);
        return Table.of(List.of(
                NumericColumn.of("steady", random.doubles(rows).toArray()),
                NumericColumn.of(
                        "age",
                        IntStream.range(0, rows)
                                .mapToDouble(i -> random.nextGaussian() + shift)
                                .toArray()),
                CategoricalColumn.of(
                        AWKWARD,
                        IntStream.range(0, rows)
                                .mapToObj(i -> random.nextDouble() < 0.3 + shift / 2 ? "<a>" : "b")
                                .toList()),
                NumericColumn.of("broken", random.doubles(rows).toArray()),
                NumericColumn.of("_score", random.doubles(rows).toArray())));
    }
}
