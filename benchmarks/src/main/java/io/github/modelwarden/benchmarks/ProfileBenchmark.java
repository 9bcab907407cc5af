package io.github.modelwarden.benchmarks;

import io.github.modelwarden.core.data.CategoricalColumn;
import io.github.modelwarden.core.data.CategoricalFeature;
import io.github.modelwarden.core.data.Column;
import io.github.modelwarden.core.data.Feature;
import io.github.modelwarden.core.data.Label;
import io.github.modelwarden.core.data.NumericColumn;
import io.github.modelwarden.core.data.NumericFeature;
import io.github.modelwarden.core.data.Row;
import io.github.modelwarden.core.data.Schema;
import io.github.modelwarden.core.data.Table;
import io.github.modelwarden.core.profile.Baseline;
import io.github.modelwarden.core.profile.DatasetProfile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What monitoring adds to a prediction: counting one row of ten features and the model's output. The peer does the same
 * work the plain way, with a map of boxed counters per feature and {@code Arrays.binarySearch} over its edges; it counts
 * only, while the profile keeps moments too.
 *
 * <p>Run: {@code mvn -q -pl benchmarks -am package -DskipTests && java -jar benchmarks/target/benchmarks.jar Profile}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ProfileBenchmark {

    private static final int ROWS = 4096;
    private static final long SEED = 42;

    private Schema schema = schema();
    private DatasetProfile profile = baseline(schema).emptyProfile();
    private List<Row> rows = List.of();
    private List<Map<String, Object>> maps = List.of();
    private double[] scores = new double[0];
    private PlainCounters plain = new PlainCounters(baseline(schema));

    /** Draws the rows; both benchmarks get the same ones. */
    @Setup
    public void prepare() {
        schema = schema();
        Baseline baseline = baseline(schema);
        profile = baseline.emptyProfile();
        plain = new PlainCounters(baseline);
        SplittableRandom random = new SplittableRandom(SEED + 1);
        Table table = table(random, ROWS);
        rows = new ArrayList<>();
        maps = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            Row row = table.row(schema, i);
            rows.add(row);
            Map<String, Object> values = new java.util.LinkedHashMap<>();
            row.asMap().forEach((name, value) -> {
                if (value != null) {
                    values.put(name, value);
                }
            });
            maps.add(values);
        }
        scores = random.doubles(ROWS).toArray();
    }

    /** {@return the profile after another pass over the rows} */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public DatasetProfile profile() {
        for (int i = 0; i < ROWS; i++) {
            profile.accept(rows.get(i), scores[i], scores[i] > 0.5 ? "yes" : "no");
        }
        return profile;
    }

    /** {@return the counters after another pass over the rows} */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public Object plainMapsOfBoxedCounters() {
        for (int i = 0; i < ROWS; i++) {
            plain.accept(maps.get(i), scores[i], scores[i] > 0.5 ? "yes" : "no");
        }
        return plain;
    }

    static Schema schema() {
        List<Feature> features = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            features.add(NumericFeature.of("numeric" + i));
            features.add(CategoricalFeature.of("category" + i, "a", "b", "c"));
        }
        return Schema.of("benchmark", features, new Label("left", "yes", "no"));
    }

    static Table table(SplittableRandom random, int rows) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            columns.add(NumericColumn.of("numeric" + i, random.doubles(rows).toArray()));
            columns.add(CategoricalColumn.of(
                    "category" + i,
                    random.ints(rows, 0, 3)
                            .mapToObj(j -> "abc".substring(j, j + 1))
                            .toList()));
        }
        return Table.of(columns);
    }

    static Baseline baseline(Schema schema) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] scores = random.doubles(ROWS).toArray();
        return Baseline.of(schema, table(random, ROWS), scores, Collections.nCopies(ROWS, "no"), 10);
    }
}
