package io.github.modelwarden.conformance;

import io.github.modelwarden.core.binning.BinEdges;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers to the cases of cutting values or rows into bins. */
final class BinningAnswers {

    private BinningAnswers() {}

    static Map<String, Answerer> answerers() {
        return Map.of(
                "equal_count_bins", BinningAnswers::equalCounts,
                "histogram_bin_edges", BinningAnswers::edges,
                "quantile_bin_edges", BinningAnswers::edges);
    }

    private static Map<String, @Nullable Object> equalCounts(ReferenceCase asked) {
        int rows = asked.params().whole(0, "rows");
        int bins = asked.params().whole(0, "bins");
        int[][] edges = BinEdges.equalCountRanges(rows, bins);
        if (asked.asksForARefusal() && rows <= 2 * bins) {
            throw new Unanswerable(
                    "the peer refuses " + rows + " rows in " + bins + " bins; the API needs one row a bin");
        }
        return new Values().put("edges", edges).asMap();
    }

    private static Map<String, @Nullable Object> edges(ReferenceCase asked) throws IOException {
        String input = asked.inputs().has("values") ? "values" : "reference";
        double[] values = asked.inputs().present(input);
        String words = String.join(
                        " ",
                        asked.params().text("bins"),
                        asked.params().text("rule"),
                        asked.params().text("strategy"))
                .toLowerCase(Locale.ROOT);
        String histogram = asked.statistic().startsWith("quantile") ? words + " quantile" : words + " numpy";
        NumericBins bins =
                NumericBins.of(histogram, values, values, asked.inputs().isIntegers(input));
        return new Values()
                .put("edges", bins.edges().edges())
                .put(
                        "counts",
                        Arrays.stream(bins.counts(values))
                                .mapToLong(Math::round)
                                .toArray())
                .asMap();
    }
}
