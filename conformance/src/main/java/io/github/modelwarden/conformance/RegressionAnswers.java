package io.github.modelwarden.conformance;

import io.github.modelwarden.core.performance.RegressionErrors;
import io.github.modelwarden.core.performance.RegressionMetric;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Answers to the cases of predicted numbers, over all rows, in chunks, or at a quantile. */
final class RegressionAnswers {

    private static final double CONFIDENCE = 0.95;
    private static final int YEAR = 4;
    private static final int MONTH = 7;
    private static final int DAY = 10;

    private RegressionAnswers() {}

    static Map<String, Answerer> answerers() {
        return Map.of(
                "regression", RegressionAnswers::whole,
                "regression_chunked", RegressionAnswers::chunks,
                "pinball_loss", RegressionAnswers::pinball);
    }

    private static RegressionErrors errors(ReferenceCase asked) throws IOException {
        if (asked.inputs().has("sample_weight") || asked.params().has("sample_weight")) {
            throw new Unanswerable("the API has no weights of rows");
        }
        double[] truth = asked.inputs().numbers("y_true");
        double[] predicted = asked.inputs().numbers("y_pred");
        StreamAnswers.requireSameLength(truth.length, predicted.length);
        return errors(truth, predicted, 0, truth.length);
    }

    private static Map<String, @Nullable Object> whole(ReferenceCase asked) throws IOException {
        return values(errors(asked), asked.params());
    }

    private static Map<String, @Nullable Object> values(RegressionErrors errors, Convention params) {
        Values values = new Values();
        for (RegressionMetric metric : RegressionMetric.values()) {
            values.put(metric.word(), errors.value(metric));
        }
        boolean finite = params.flag(true, "force_finite");
        values.put("r2", explained(errors.value(RegressionMetric.R2), errors.finiteR2(), finite));
        values.put(
                "explained_variance",
                explained(errors.value(RegressionMetric.EXPLAINED_VARIANCE), errors.finiteExplainedVariance(), finite));
        OptionalDouble largest = errors.value(RegressionMetric.MAX_ERROR);
        OptionalDouble mape = errors.value(RegressionMetric.MAPE);
        OptionalDouble percent = mape.isPresent() ? OptionalDouble.of(100 * mape.getAsDouble()) : mape;
        values.put("max_abs_error", largest)
                .put("abs_max_error", largest)
                .put("mape_percent", percent)
                .put("me", errors.value(RegressionMetric.MEAN_ERROR))
                .put("rows", errors.total())
                .put("count", errors.total());
        if (params.says("mape", "percent", "100")) {
            values.put("mape", percent);
        }
        return values.asMap();
    }

    /** Where labels are constant, the finite substitute, or the quotient itself: 0/0 or −∞. */
    private static @Nullable Double explained(OptionalDouble value, OptionalDouble substitute, boolean finite) {
        if (value.isPresent() || substitute.isEmpty()) {
            return Values.orNull(value);
        }
        double one = substitute.getAsDouble();
        return finite ? one : one == 1 ? Double.NaN : Double.NEGATIVE_INFINITY;
    }

    private static Map<String, @Nullable Object> pinball(ReferenceCase asked) throws IOException {
        double alpha = asked.params().number(0.5, "alpha", "quantile");
        return new Values()
                .put(
                        "pinball",
                        errors(asked)
                                .pinballLoss(alpha, CONFIDENCE)
                                .map(estimate -> (Double) estimate.value())
                                .orElse(null))
                .asMap();
    }

    /** Chunks of rows in order, or by the calendar month, day or year of a column. */
    private static Map<String, @Nullable Object> chunks(ReferenceCase asked) throws IOException {
        double[] truth = asked.inputs().numbers("y_true");
        double[] predicted = asked.inputs().numbers("y_pred");
        StreamAnswers.requireSameLength(truth.length, predicted.length);
        String words = asked.params().text("chunk") + asked.params().text("chunking");
        List<Object> chunks = new ArrayList<>();
        if (!words.contains(" of ")) {
            for (int[] range : Chunks.of(asked.params(), truth.length)) {
                Map<String, @Nullable Object> chunk =
                        values(errors(truth, predicted, range[0], range[1]), asked.params());
                chunk.put("start", range[0]);
                chunk.put("end", range[1]);
                chunks.add(chunk);
            }
            return new Values().put("chunks", chunks).asMap();
        }
        List<String> dates = dates(asked.inputs(), words.substring(words.lastIndexOf(" of ") + " of ".length()));
        Map<String, RegressionErrors> periods = new TreeMap<>();
        for (int i = 0; i < truth.length; i++) {
            periods.computeIfAbsent(period(words, dates.get(i)), p -> RegressionErrors.keepingErrors())
                    .accept(truth[i], predicted[i]);
        }
        periods.forEach((period, errors) -> {
            Map<String, @Nullable Object> chunk = values(errors, asked.params());
            chunk.put(name(words), period);
            chunks.add(chunk);
        });
        return new Values().put("chunks", chunks).asMap();
    }

    private static RegressionErrors errors(double[] truth, double[] predicted, int from, int to) {
        RegressionErrors errors = RegressionErrors.keepingErrors();
        for (int i = from; i < to; i++) {
            errors.accept(truth[i], predicted[i]);
        }
        return errors;
    }

    /** The dates of a column, whose name is matched in any case. */
    private static List<String> dates(CaseInputs inputs, String name) throws IOException {
        String column = inputs.header().stream()
                .filter(candidate -> candidate.equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElseThrow(() -> new Unanswerable("the data set has no column '" + name.strip() + "' of dates"));
        return inputs.dataSet(Set.of(column)).column(column);
    }

    private static String name(String words) {
        return words.contains("month") ? "month" : words.contains("day") ? "day" : "year";
    }

    private static String period(String words, String date) {
        int length = words.contains("month") ? MONTH : words.contains("day") ? DAY : YEAR;
        if (date.length() < length) {
            throw new Unanswerable("'" + date + "' is no date of the form yyyy-mm-dd");
        }
        return date.substring(0, length);
    }
}
