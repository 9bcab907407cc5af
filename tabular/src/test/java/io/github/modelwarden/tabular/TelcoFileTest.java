package io.github.modelwarden.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.modelwarden.core.data.FeatureType;
import io.github.modelwarden.core.data.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The public Telco churn table where it is at hand; its numbers are known from its description. */
class TelcoFileTest {

    private static final Path TELCO =
            Path.of("..", "..", "shared", "data", "sets", "telco", "Telco-Customer-Churn.csv");

    @Test
    void telcoIsReadAsItIs() {
        assumeTrue(Files.isRegularFile(TELCO), "the Telco churn table is not there");

        TableScan<Collected> scan = TableFile.of(TELCO).scan(Collected::new);

        TableReport report = scan.report();
        assertThat(report.rows()).isEqualTo(7_043);
        assertThat(report.columns()).hasSize(21);
        assertThat(report.types())
                .containsAllEntriesOf(Map.of(
                        "tenure", FeatureType.NUMERIC,
                        "MonthlyCharges", FeatureType.NUMERIC,
                        "TotalCharges", FeatureType.NUMERIC,
                        "SeniorCitizen", FeatureType.NUMERIC,
                        "Contract", FeatureType.CATEGORICAL,
                        "Churn", FeatureType.CATEGORICAL,
                        "customerID", FeatureType.CATEGORICAL));
        assertThat(report.withProblems()).isEmpty();
        assertThat(report.column("TotalCharges").missing()).isEqualTo(11);
        assertThat(report.column("Churn").examples()).containsExactly("No", "Yes");
        assertThat(scan.consumer().categories("Churn").stream().filter("Yes"::equals))
                .hasSize(1_869);
        Table table = TableFile.of(TELCO).load();
        assertThat(table.numeric("MonthlyCharges").value(0)).isEqualTo(29.85);
        assertThat(table.categorical("PaymentMethod").categories()).hasSize(4);
    }
}
