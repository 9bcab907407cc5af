package io.github.modelwarden.conformance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Answers to the cases that compare one chunk of the current data after the other with the reference. */
final class ChunkedAnswers {

    private static final List<String> COMPARED = List.of(
            "ks_2samp",
            "wasserstein",
            "energy_distance",
            "js_distance",
            "hellinger",
            "l_infinity",
            "psi",
            "chi_square_contingency");

    private ChunkedAnswers() {}

    static Map<String, Answerer> answerers(Map<String, Answerer> whole) {
        Map<String, Answerer> chunked = new HashMap<>();
        for (String statistic : COMPARED) {
            Answerer answerer = whole.get(statistic);
            if (answerer != null) {
                chunked.put(statistic + "_chunked", asked -> chunks(asked, statistic, answerer));
            }
        }
        return chunked;
    }

    private static Map<String, @Nullable Object> chunks(ReferenceCase asked, String statistic, Answerer answerer)
            throws IOException {
        List<@Nullable Object> statistics = new ArrayList<>();
        List<@Nullable Object> pValues = new ArrayList<>();
        for (int[] range : boundaries(asked)) {
            ReferenceCase chunk = new ReferenceCase(
                    asked.id(),
                    statistic,
                    asked.source(),
                    asked.params(),
                    asked.note(),
                    asked.inputs().withCurrentRows(range[0], range[1]),
                    new LinkedHashSet<>(Set.of("statistic", "p_value")));
            Map<String, @Nullable Object> values = answerer.answer(chunk);
            statistics.add(values.get("statistic"));
            pValues.add(values.get("p_value"));
        }
        Values values = new Values();
        for (String key : asked.keys()) {
            if (key.endsWith("p_values")) {
                values.put(key, pValues);
            } else if (key.endsWith("statistics") || key.endsWith("distances") || key.equals("values")) {
                values.put(key, statistics);
            }
        }
        return values.put("statistics", statistics).put("p_values", pValues).asMap();
    }

    private static List<int[]> boundaries(ReferenceCase asked) throws IOException {
        JsonNode stated = asked.params().at("boundaries");
        int rows = asked.inputs().cells("current").size();
        if (!stated.isArray()) {
            return Chunks.of(asked.params(), rows);
        }
        List<int[]> boundaries = new ArrayList<>();
        for (JsonNode range : stated) {
            int from = range.path(0).asInt(-1);
            int to = range.path(1).asInt(-1);
            if (from < 0 || to <= from || to > rows) {
                throw new IllegalArgumentException(
                        "boundaries: expected a range within the " + rows + " rows but got " + range);
            }
            boundaries.add(new int[] {from, to});
        }
        return boundaries;
    }
}
