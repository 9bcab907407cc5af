package io.github.modelwarden.conformance;

import java.util.Map;
import java.util.TreeMap;

/** Every statistic that is answered, by the names that cases give it. */
final class Answerers {

    private static final Map<String, Answerer> ALL = all();

    private Answerers() {}

    private static Map<String, Answerer> all() {
        Map<String, Answerer> all = new TreeMap<>();
        all.putAll(KolmogorovSmirnovAnswers.answerers());
        all.putAll(SampleTestAnswers.answerers());
        all.putAll(SampleDistanceAnswers.answerers());
        all.putAll(TableAnswers.answerers());
        all.putAll(FitAnswers.answerers());
        all.putAll(BinnedDistanceAnswers.answerers());
        all.putAll(BinningAnswers.answerers());
        all.putAll(ColumnDriftAnswers.answerers());
        all.putAll(ChunkedAnswers.answerers(all));
        all.putAll(DatasetDriftAnswers.answerers());
        all.putAll(MultivariateAnswers.answerers());
        all.putAll(MeanShiftAnswers.answerers());
        all.putAll(DetectorAnswers.answerers());
        all.putAll(StreamAnswers.answerers());
        all.putAll(BinaryAnswers.answerers());
        all.putAll(CurveAnswers.answerers());
        all.putAll(MulticlassAnswers.answerers());
        all.putAll(RegressionAnswers.answerers());
        all.putAll(RankingAnswers.answerers());
        all.putAll(FairnessAnswers.answerers());
        all.putAll(ThresholdAnswers.answerers());
        all.putAll(EstimationAnswers.answerers());
        all.putAll(AlertAnswers.answerers());
        return Map.copyOf(all);
    }

    static Answerer of(String statistic) {
        Answerer answerer = ALL.get(statistic);
        if (answerer == null) {
            throw new Unanswerable(
                    statistic.isBlank()
                            ? "the case names no statistic"
                            : "the API has no statistic '" + statistic + "'");
        }
        return answerer;
    }
}
