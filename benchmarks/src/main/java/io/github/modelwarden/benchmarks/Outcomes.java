package io.github.modelwarden.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/** What the runs of a cell counted, by name, in the order of first mention. */
final class Outcomes {

    private final Map<String, long[]> counts = new LinkedHashMap<>();

    /** Counts a run in which something did or did not happen. */
    void count(String name, boolean happened) {
        add(name, happened ? 1 : 0, 1);
    }

    void add(String name, long part, long whole) {
        long[] count = counts.computeIfAbsent(name, any -> new long[2]);
        count[0] += part;
        count[1] += whole;
    }

    Ratio ratio(String name) {
        long[] count = counts.get(name);
        return count == null ? Ratio.NOTHING : new Ratio(count[0], count[1]);
    }

    /** Reads what {@link #toString} has written. */
    static Outcomes parse(String text) {
        Outcomes outcomes = new Outcomes();
        for (String entry : text.split(" ", -1)) {
            int equals = entry.indexOf('=');
            int slash = entry.indexOf('/', equals);
            if (equals < 0 || slash < 0) {
                throw new IllegalArgumentException("outcomes: expected name=part/whole but got '" + entry
                        + "'; remove the line to measure it anew");
            }
            outcomes.add(
                    entry.substring(0, equals),
                    Long.parseLong(entry.substring(equals + 1, slash)),
                    Long.parseLong(entry.substring(slash + 1)));
        }
        return outcomes;
    }

    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(" ");
        counts.forEach((name, count) -> text.add(name + "=" + count[0] + "/" + count[1]));
        return text.toString();
    }
}
