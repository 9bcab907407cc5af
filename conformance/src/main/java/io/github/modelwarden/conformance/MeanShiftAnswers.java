package io.github.modelwarden.conformance;

import io.github.modelwarden.drift.TestStatistic;
import io.github.modelwarden.drift.statistic.MeanShift;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers to the cases of TrustyAI's mean shift: of two samples, and of every pair of columns. */
final class MeanShiftAnswers {

    private MeanShiftAnswers() {}

    static Map<String, Answerer> answerers() {
        return Map.of("mean_shift_t", MeanShiftAnswers::pair, "mean_shift_t_table", MeanShiftAnswers::table);
    }

    private static Map<String, @Nullable Object> pair(ReferenceCase asked) throws IOException {
        TestStatistic result = MeanShift.withDefaults()
                .test(asked.inputs().numbers("reference"), asked.inputs().numbers("current"));
        return new Values()
                .put("t_statistic", result.value())
                .put("statistic", result.value())
                .putPValue(asked, Values.orNull(result.pValue()))
                .asMap();
    }

    private static Map<String, @Nullable Object> table(ReferenceCase asked) throws IOException {
        double[][] columns = asked.inputs().rows("columns");
        double[][] statistics = new double[columns.length][columns.length];
        double[][] pValues = new double[columns.length][columns.length];
        for (int i = 0; i < columns.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                TestStatistic result = MeanShift.withDefaults().test(columns[i], columns[j]);
                statistics[i][j] = result.value();
                pValues[i][j] = result.pValue().orElseThrow();
            }
        }
        return new Values()
                .put("t_statistics", statistics)
                .put("p_values", pValues)
                .asMap();
    }
}
