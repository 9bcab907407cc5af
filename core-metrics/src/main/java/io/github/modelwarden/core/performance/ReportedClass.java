package io.github.modelwarden.core.performance;

import java.util.List;

/**
 * One class in the report of a classifier of several classes.
 *
 * @param label the class
 * @param support rows that are actually of that class
 * @param metrics its metrics against all other classes; copied
 */
public record ReportedClass(String label, long support, List<ReportedMetric> metrics) {

    public ReportedClass {
        metrics = List.copyOf(metrics);
    }
}
