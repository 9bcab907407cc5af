package io.github.modelwarden.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.modelwarden.core.data.CategoricalColumn;
import io.github.modelwarden.core.data.CategoricalFeature;
import io.github.modelwarden.core.data.Label;
import io.github.modelwarden.core.data.NumericColumn;
import io.github.modelwarden.core.data.NumericFeature;
import io.github.modelwarden.core.data.Schema;
import io.github.modelwarden.core.data.Table;
import io.github.modelwarden.core.profile.Baseline;
import io.github.modelwarden.core.profile.DatasetProfile;
import io.github.modelwarden.core.profile.FeatureProfile;
import io.github.modelwarden.core.profile.Moments;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SparkProfilerTest {

    private static final Label LABEL = new Label("left", "yes", "no");
    private static final Schema SCHEMA = Schema.of(
            "m",
            List.of(
                    NumericFeature.of("age"),
                    NumericFeature.of("monthly.charges"),
                    CategoricalFeature.of("plan", "a", "b")),
            LABEL);
    private static final OutputColumns OUTPUT = new OutputColumns("p", "class");

    /** In another order than the schema, with a column nobody asked for. */
    private static final StructType COLUMNS = new StructType()
            .add("class", DataTypes.StringType)
            .add("note", DataTypes.StringType)
            .add("plan", DataTypes.StringType)
            .add("monthly.charges", DataTypes.createDecimalType(10, 2))
            .add("p", DataTypes.DoubleType)
            .add("age", DataTypes.IntegerType);

    @TempDir
    static @Nullable Path folder;

    private static @Nullable SparkSession session;

    @BeforeAll
    static void start() {
        session = SparkSession.builder()
                .master("local[2]")
                .appName("modelwarden")
                .config("spark.ui.enabled", false)
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", 2)
                .config("spark.sql.warehouse.dir", String.valueOf(folder))
                .getOrCreate();
    }

    @AfterAll
    static void stop() {
        spark().stop();
    }

    private static SparkSession spark() {
        return Objects.requireNonNull(session);
    }

    /** One row as Spark and as the profile in memory see it. */
    private record Prediction(
            @Nullable Integer age,
            @Nullable BigDecimal charges,
            @Nullable String plan,
            @Nullable Double score,
            @Nullable String predicted) {

        static Prediction random(Random random) {
            double score = random.nextDouble();
            return new Prediction(
                    random.nextInt(8) == 0 ? null : 18 + random.nextInt(60),
                    random.nextInt(8) == 0 ? null : BigDecimal.valueOf(random.nextInt(20_000), 2),
                    random.nextInt(8) == 0
                            ? null
                            : "abc".substring(random.nextInt(3)).substring(0, 1),
                    random.nextInt(50) == 0 ? null : score,
                    random.nextInt(50) == 0 ? null : LABEL.word(score > 0.5));
        }

        Row toSpark() {
            return RowFactory.create(predicted, "note", plan, charges, score, age);
        }

        double number(@Nullable Number value) {
            return value == null ? Double.NaN : value.doubleValue();
        }

        void addTo(DatasetProfile profile, boolean withOutput) {
            profile.accept(
                    io.github.modelwarden.core.data.Row.builder(SCHEMA)
                            .set("age", number(age))
                            .set("monthly.charges", number(charges))
                            .set("plan", plan)
                            .build(),
                    withOutput ? number(score) : Double.NaN,
                    withOutput ? predicted : null);
        }
    }

    private static List<Prediction> predictions(int rows, long seed) {
        Random random = new Random(seed);
        List<Prediction> predictions = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            predictions.add(Prediction.random(random));
        }
        return predictions;
    }

    private static Baseline baseline() {
        Random random = new Random(1);
        double[] scores = random.doubles(400).toArray();
        return Baseline.of(
                SCHEMA,
                Table.of(List.of(
                        NumericColumn.of(
                                "age",
                                random.doubles(400, 18, 78).map(Math::rint).toArray()),
                        NumericColumn.of(
                                "monthly.charges", random.doubles(400, 0, 200).toArray()),
                        CategoricalColumn.of(
                                "plan",
                                random.ints(400, 0, 2)
                                        .mapToObj(i -> i == 0 ? "a" : "b")
                                        .toList()))),
                scores,
                java.util.Arrays.stream(scores)
                        .mapToObj(score -> LABEL.word(score > 0.5))
                        .toList(),
                10);
    }

    private static Dataset<Row> table(List<Prediction> predictions) {
        return spark().createDataFrame(
                        predictions.stream().map(Prediction::toSpark).toList(), COLUMNS);
    }

    private static Dataset<Row> oneRow(StructType columns, @Nullable Object... values) {
        return spark().createDataFrame(List.of(RowFactory.create(values)), columns);
    }

    private static void assertSame(DatasetProfile actual, List<Prediction> predictions, boolean withOutput) {
        DatasetProfile expected = baseline().emptyProfile();
        predictions.forEach(prediction -> prediction.addTo(expected, withOutput));
        assertThat(actual.rows()).isEqualTo(predictions.size());
        for (FeatureProfile profile : expected.features()) {
            FeatureProfile got = actual.feature(profile.feature());
            assertThat(got.binning()).isEqualTo(profile.binning());
            assertThat(got.counts()).as(profile.feature()).isEqualTo(profile.counts());
            assertSame(got.moments(), profile.moments());
        }
    }

    private static void assertSame(Moments actual, Moments expected) {
        assertThat(actual.count()).isEqualTo(expected.count());
        if (expected.count() > 1) {
            assertThat(actual.mean()).isCloseTo(expected.mean(), within(1e-9 * Math.abs(expected.mean())));
            assertThat(actual.variance()).isCloseTo(expected.variance(), within(1e-9 * expected.variance()));
            assertThat(actual.min()).isEqualTo(expected.min());
            assertThat(actual.max()).isEqualTo(expected.max());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void anyNumberOfPartitionsEqualsTheProfileInMemory(int partitions) {
        List<Prediction> predictions = predictions(2_000, partitions);
        Dataset<Row> table = table(predictions).repartition(partitions);
        assertThat(table.javaRDD().getNumPartitions()).isEqualTo(partitions);

        assertSame(SparkProfiler.profile(table, SCHEMA, baseline(), OUTPUT), predictions, true);
    }

    @Test
    void morePartitionsThanRowsLeaveEmptyPartsThatChangeNothing() {
        List<Prediction> predictions = predictions(3, 5);

        assertSame(
                SparkProfiler.profile(table(predictions).repartition(7), SCHEMA, baseline(), OUTPUT),
                predictions,
                true);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7})
    void anEmptyTableIsTheEmptyProfile(int partitions) {
        Dataset<Row> table = partitions == 0
                ? spark().createDataFrame(
                                spark().sparkContext().<Row>emptyRDD(scala.reflect.ClassTag.apply(Row.class)), COLUMNS)
                : table(List.of()).repartition(partitions);

        assertThat(SparkProfiler.profile(table, SCHEMA, baseline(), OUTPUT).toBytes())
                .isEqualTo(baseline().emptyProfile().toBytes());
    }

    @Test
    void withoutOutputColumnsScoreAndClassAreMissing() {
        List<Prediction> predictions = predictions(50, 9);
        DatasetProfile profile = SparkProfiler.profile(table(predictions), SCHEMA, baseline());

        assertSame(profile, predictions, false);
        assertThat(profile.feature(DatasetProfile.SCORE).missing()).isEqualTo(50);
        assertThat(profile.feature(DatasetProfile.CLASS).missing()).isEqualTo(50);
    }

    @Test
    void aMissingColumnIsOneSentence() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SparkProfiler.profile(table(List.of()).drop("plan"), SCHEMA, baseline()))
                .withMessage("spark profile: expected a column 'plan' but the columns are"
                        + " [class, note, monthly.charges, p, age]; rename or add it");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        SparkProfiler.profile(table(List.of()), SCHEMA, baseline(), new OutputColumns("score", null)))
                .withMessageContaining("expected a column 'score'");
    }

    @Test
    void aColumnOfTheWrongTypeIsOneSentence() {
        for (DataType type : List.of(DataTypes.StringType, DataTypes.BooleanType, DataTypes.DateType)) {
            StructType columns = new StructType()
                    .add("age", type)
                    .add("monthly.charges", DataTypes.DoubleType)
                    .add("plan", DataTypes.StringType);
            Dataset<Row> table = spark().createDataFrame(List.of(), columns);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SparkProfiler.profile(table, SCHEMA, baseline()))
                    .withMessage("spark profile: expected column 'age' to be a number but its type is "
                            + type.simpleString() + "; cast it to double before");
        }
        Dataset<Row> table = table(List.of()).withColumnRenamed("p", "q").withColumnRenamed("age", "p");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SparkProfiler.profile(
                        table.withColumnRenamed("q", "age"), SCHEMA, baseline(), new OutputColumns(null, "p")))
                .withMessage(
                        "spark profile: expected column 'p' to be text but its type is int; cast it to string before");
    }

    @Test
    void columnsThatDifferInCaseOnlyAreRefused() {
        Dataset<Row> table = table(List.of()).select("note", "p", "`monthly.charges`", "plan", "age");
        Dataset<Row> doubled = table.toDF("AGE", "p", "monthly.charges", "plan", "age");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SparkProfiler.profile(doubled, SCHEMA, baseline()))
                .withMessageContaining("expected one column 'age' but got [AGE, age]");
    }

    @Test
    void anInfiniteNumberInAPartitionIsOneSentenceAndNotAStackTrace() {
        StructType columns = new StructType()
                .add("age", DataTypes.DoubleType)
                .add("monthly.charges", DataTypes.FloatType)
                .add("plan", DataTypes.StringType);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        SparkProfiler.profile(oneRow(columns, 30.0, Float.NEGATIVE_INFINITY, "a"), SCHEMA, baseline()))
                .withMessage("spark profile: feature 'monthly.charges': expected a finite number or NaN for missing,"
                        + " but got -Infinity");
        DatasetProfile nan = SparkProfiler.profile(oneRow(columns, Double.NaN, 1f, "a"), SCHEMA, baseline());
        assertThat(nan.feature("age").missing()).isOne();
    }

    @Test
    void aBaselineOfAnotherSchemaIsRefused() {
        Schema other = Schema.of("m", List.of(NumericFeature.of("age")), LABEL);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SparkProfiler.profile(table(List.of()), other, baseline()))
                .withMessageContaining("expected a baseline of the features [age numeric] but got one of [age numeric,"
                        + " monthly.charges numeric, plan categorical]");
    }
}
