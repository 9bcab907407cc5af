package io.github.modelwarden.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.modelwarden.core.data.Table;
import io.github.modelwarden.core.profile.Baseline;
import io.github.modelwarden.core.profile.DatasetProfile;
import io.github.modelwarden.core.profile.FeatureProfile;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BenchmarkSmokeTest {

    @Test
    void bothWaysOfCountingAgree() {
        var schema = ProfileBenchmark.schema();
        Baseline baseline = ProfileBenchmark.baseline(schema);
        DatasetProfile profile = baseline.emptyProfile();
        PlainCounters plain = new PlainCounters(baseline);
        Table table = ProfileBenchmark.table(new SplittableRandom(1), 500);
        for (int i = 0; i < 500; i++) {
            profile.accept(table.row(schema, i), 0.3, "no");
            Map<String, Object> values = new java.util.HashMap<>();
            table.row(schema, i).asMap().forEach((name, value) -> {
                if (value != null) {
                    values.put(name, value);
                }
            });
            plain.accept(values, 0.3, "no");
        }
        FeatureProfile numeric = profile.feature("numeric0");
        for (int bin = 0; bin < 10; bin++) {
            assertThat(plain.counts("numeric0").getOrDefault(Integer.toString(bin), 0L))
                    .isEqualTo(numeric.counts()[bin]);
        }
        assertThat(plain.counts("category3").get("b"))
                .isEqualTo(profile.feature("category3").counts()[1]);
    }

    @Test
    void theTableHasALineACellWithIntervals() {
        var cell = FalseAlarmBenchmark.measure(Distribution.NORMAL, 10, new int[] {1000, 100}, 200, 7);

        assertThat(cell.fixed()).isGreaterThan(cell.calibrated());
        assertThat(FalseAlarmBenchmark.line(cell))
                .matches("(?s)\\|normal \\|10 \\|1000 \\|100 \\|.* to .*\\|.* to .*\\R");
        assertThat(FalseAlarmBenchmark.share(5, 100)).isEqualTo("5.0 (2.2 to 11.2)");
        assertThat(FalseAlarmBenchmark.header(200, 7, "abc")).contains("Commit abc, JDK", "seed 7, 200 runs");
    }
}
