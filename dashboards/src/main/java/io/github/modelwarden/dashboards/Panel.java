package io.github.modelwarden.dashboards;

import java.util.List;
import java.util.Objects;

/** One box of a dashboard, with a purpose of its own. */
public sealed interface Panel {

    /** {@return what the panel is called and good for} */
    Heading heading();

    /** {@return how it is drawn, as the word used in documents} */
    String kind();

    /** {@return the unit of its values and thresholds} */
    Unit unit();

    /** {@return what it asks for; empty if it shows something that is not in the metrics} */
    List<Query> queries();

    /** {@return the lines that alert rules draw into it} */
    List<Threshold> thresholds();

    /**
     * Lines over time.
     *
     * @param heading what the panel is called and good for
     * @param unit the unit of the vertical axis
     * @param queries at least one
     * @param thresholds horizontal lines
     */
    record TimeSeries(Heading heading, Unit unit, List<Query> queries, List<Threshold> thresholds) implements Panel {

        public TimeSeries {
            Objects.requireNonNull(unit, "unit");
            queries = atLeastOne(heading, queries);
            thresholds = List.copyOf(thresholds);
        }

        @Override
        public String kind() {
            return "time_series";
        }
    }

    /**
     * The newest values, a row for each value of a label, worst first.
     *
     * @param heading what the panel is called and good for
     * @param unit the unit of the values that the thresholds apply to, those of the first query
     * @param queries at least one; each is a column
     * @param thresholds values from which a cell of the first column is highlighted
     */
    record Table(Heading heading, Unit unit, List<Query> queries, List<Threshold> thresholds) implements Panel {

        public Table {
            Objects.requireNonNull(unit, "unit");
            queries = atLeastOne(heading, queries);
            thresholds = List.copyOf(thresholds);
        }

        @Override
        public String kind() {
            return "table";
        }
    }

    /**
     * Alerts with their states, the most urgent first. They come from the alert engine, not from a query.
     *
     * @param heading what the panel is called and good for
     */
    record AlertList(Heading heading) implements Panel {

        @Override
        public String kind() {
            return "alert_list";
        }

        @Override
        public Unit unit() {
            return Unit.NUMBER;
        }

        @Override
        public List<Query> queries() {
            return List.of();
        }

        @Override
        public List<Threshold> thresholds() {
            return List.of();
        }
    }

    /**
     * What was in force when: each resulting series is a stretch of time.
     *
     * @param heading what the panel is called and good for
     * @param queries at least one
     */
    record Timeline(Heading heading, List<Query> queries) implements Panel {

        public Timeline {
            queries = atLeastOne(heading, queries);
        }

        @Override
        public String kind() {
            return "timeline";
        }

        @Override
        public Unit unit() {
            return Unit.NUMBER;
        }

        @Override
        public List<Threshold> thresholds() {
            return List.of();
        }
    }

    private static List<Query> atLeastOne(Heading heading, List<Query> queries) {
        if (queries.isEmpty()) {
            throw new IllegalArgumentException(
                    "panel '" + heading.id() + "': expected at least one query but got none; it would stay empty");
        }
        return List.copyOf(queries);
    }
}
