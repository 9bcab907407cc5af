package io.github.modelwarden.dashboards;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Rows of panels, read from top to bottom: symptoms first, causes after. Immutable.
 *
 * @param title what the dashboard is about
 * @param rows the rows; panel ids are unique over all of them
 */
public record Dashboard(String title, List<Row> rows) {

    /** More panels than this are not read. */
    public static final int MOST_PANELS = 20;

    public Dashboard {
        rows = List.copyOf(rows);
        if (title.isBlank()) {
            throw new IllegalArgumentException("dashboard: expected a title but it is blank");
        }
        Set<String> ids = new HashSet<>();
        for (Row row : rows) {
            for (Panel panel : row.panels()) {
                if (!ids.add(panel.heading().id())) {
                    throw new IllegalArgumentException("dashboard '" + title + "': the panel id '"
                            + panel.heading().id() + "' is used twice; an id names one panel in every target");
                }
            }
        }
        if (ids.isEmpty() || ids.size() > MOST_PANELS) {
            throw new IllegalArgumentException("dashboard '" + title + "': expected 1 to " + MOST_PANELS
                    + " panels but got " + ids.size() + "; move details to a dashboard of their own");
        }
    }

    /** {@return the panels of all rows in reading order} */
    public List<Panel> panels() {
        return rows.stream().flatMap(row -> row.panels().stream()).toList();
    }

    /**
     * Finds a panel.
     *
     * @param id its id
     * @return the panel, empty if there is none
     */
    public Optional<Panel> find(String id) {
        return panels().stream()
                .filter(panel -> panel.heading().id().equals(id))
                .findFirst();
    }

    /**
     * The dashboard as nested maps, lists, strings and numbers, in the shape of the service's {@code /api/dashboard}:
     * {@code {title, rows: [{title, panels: [{id, kind, title, description, unit, queries: [{expression, legend}],
     * thresholds: [{severity, value, rule}]}]}]}}. Any JSON writer can write it; the order of keys is fixed.
     *
     * @return the document
     */
    public Map<String, Object> toMap() {
        return ordered(
                "title",
                title,
                "rows",
                rows.stream()
                        .map(row -> ordered(
                                "title",
                                row.title(),
                                "panels",
                                row.panels().stream().map(Dashboard::panel).toList()))
                        .toList());
    }

    private static Map<String, Object> panel(Panel panel) {
        Map<String, Object> document = ordered("id", panel.heading().id(), "kind", panel.kind());
        document.put("title", panel.heading().title());
        document.put("description", panel.heading().description());
        document.put("unit", panel.unit().word());
        document.put(
                "queries",
                panel.queries().stream()
                        .map(query -> ordered("expression", query.expression(), "legend", query.legend()))
                        .toList());
        document.put(
                "thresholds",
                panel.thresholds().stream().map(Dashboard::threshold).toList());
        return document;
    }

    private static Map<String, Object> threshold(Threshold threshold) {
        Map<String, Object> document = ordered("severity", threshold.severity().word(), "value", threshold.value());
        document.put("rule", threshold.rule());
        return document;
    }

    private static Map<String, Object> ordered(String first, Object one, String second, Object two) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(first, one);
        map.put(second, two);
        return map;
    }
}
