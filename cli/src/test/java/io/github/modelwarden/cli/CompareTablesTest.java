package io.github.modelwarden.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.modelwarden.core.data.Table;
import io.github.modelwarden.drift.correction.Correction;
import io.github.modelwarden.drift.multivariate.DomainClassifier;
import io.github.modelwarden.drift.report.DriftReport;
import io.github.modelwarden.drift.report.FeatureDrift;
import io.github.modelwarden.drift.report.ModelDriftTest;
import io.github.modelwarden.tabular.TableFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The code that the pages show for comparing two tables. */
class CompareTablesTest {

    private static final Path FOLDER = Path.of("..", "examples", "drift");

    @Test
    void threeLinesAnswer() {
        // tag::compare[]
        Table reference = TableFile.of(FOLDER.resolve("reference.csv")).load();
        Table current = TableFile.of(FOLDER.resolve("current.csv")).load();
        DriftReport report = ModelDriftTest.withDefaults().test(reference, current);

        List<String> sentences =
                report.ranked().stream().map(FeatureDrift::sentence).toList();
        // end::compare[]

        assertThat(report.verdict()).isEqualTo("drifted");
        assertThat(sentences.get(0)).contains("drifted; the largest move");
        assertThat(report.driftedFeatures()).contains("age", "payment_method", "support_calls");
    }

    @Test
    void everyOptionIsAMethod() {
        Table reference = TableFile.of(FOLDER.resolve("reference.csv"))
                .without(List.of("customer_id"))
                .load();
        Table current = TableFile.of(FOLDER.resolve("current.csv")).load();

        // tag::options[]
        ModelDriftTest test = ModelDriftTest.withDefaults()
                .withAlpha(0.001)
                .withCorrection(Correction.HOLM)
                .withMinimumEffect(0.02)
                .withMinimumRows(500)
                .withJointTests(List.of(DomainClassifier.withDefaults()));
        // end::options[]

        assertThat(test.test(reference, current).joint())
                .singleElement()
                .satisfies(joint -> assertThat(joint.drifted()).isTrue());
    }
}
