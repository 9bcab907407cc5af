package io.github.modelwarden.dashboards;

import java.util.List;

/**
 * Panels side by side that answer one question.
 *
 * @param title the question's name
 * @param panels at least one
 */
public record Row(String title, List<Panel> panels) {

    public Row {
        panels = List.copyOf(panels);
        if (title.isBlank() || panels.isEmpty()) {
            throw new IllegalArgumentException("row '" + title + "': expected a title and at least one panel but got "
                    + panels.size() + " panels");
        }
    }
}
