package io.github.modelwarden.cli;

import io.github.modelwarden.core.catalog.MetricDefinition;
import io.github.modelwarden.core.catalog.MetricFamily;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The ways to print the metric catalog. Every text ends with a line break. */
enum CatalogFormat {
    /** For a terminal. */
    TEXT {
        @Override
        String render(List<MetricDefinition> metrics) {
            int width = metrics.stream()
                    .map(metric -> metric.name().length())
                    .max(Comparator.naturalOrder())
                    .orElse(0);
            return byFamily(
                    metrics,
                    family -> family.title() + "\n",
                    metric -> String.format(
                                    Locale.ROOT,
                                    "  %-" + width + "s  %-9s %-8s %s%n    %s%n",
                                    metric.name(),
                                    metric.type().word(),
                                    metric.unit(),
                                    String.join(", ", metric.labels()),
                                    metric.help())
                            .replace("\r\n", "\n"));
        }
    },

    /** For programs. */
    JSON {
        @Override
        String render(List<MetricDefinition> metrics) {
            return metrics.stream()
                    .map(CatalogFormat::json)
                    .collect(Collectors.joining(",\n", "{\"metrics\": [\n", "\n]}\n"));
        }
    },

    /** A table for a wiki or a pull request. */
    MARKDOWN {
        @Override
        String render(List<MetricDefinition> metrics) {
            return byFamily(
                    metrics,
                    family -> "## " + family.title()
                            + "\n\n| metric | type | unit | labels | meaning |\n| --- | --- | --- | --- | --- |\n",
                    metric -> String.format(
                            Locale.ROOT,
                            "| `%s` | %s | %s | %s | %s |\n",
                            metric.name(),
                            metric.type().word(),
                            metric.unit(),
                            codes(metric.labels()),
                            metric.help()));
        }
    },

    /** The reference page of the documentation: a list rather than a table, so that it can be read on a phone. */
    ASCIIDOC {
        @Override
        String render(List<MetricDefinition> metrics) {
            return byFamily(
                    metrics,
                    family -> "== " + family.title() + "\n\n",
                    metric -> String.format(
                            Locale.ROOT,
                            "[[%s]]`%s`:: %s +\n[.labels]#%s · unit %s · labels %s#\n",
                            metric.name(),
                            metric.name(),
                            metric.help().replace("_score, _class", "`_score`, `_class`"),
                            metric.type().word(),
                            metric.unit(),
                            codes(metric.labels())));
        }
    };

    abstract String render(List<MetricDefinition> metrics);

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static String byFamily(
            List<MetricDefinition> metrics,
            Function<MetricFamily, String> heading,
            Function<MetricDefinition, String> line) {
        StringBuilder text = new StringBuilder();
        for (MetricFamily family : MetricFamily.values()) {
            List<MetricDefinition> members =
                    metrics.stream().filter(metric -> metric.family() == family).toList();
            if (!members.isEmpty()) {
                text.append(text.isEmpty() ? "" : "\n").append(heading.apply(family));
                members.forEach(metric -> text.append(line.apply(metric)));
            }
        }
        return text.toString();
    }

    private static String codes(List<String> labels) {
        return labels.stream().map(label -> "`" + label + "`").collect(Collectors.joining(", "));
    }

    private static String json(MetricDefinition metric) {
        return "  {\"name\": " + quoted(metric.name()) + ", \"type\": "
                + quoted(metric.type().word()) + ", \"family\": "
                + quoted(metric.family().name().toLowerCase(Locale.ROOT)) + ", \"unit\": " + quoted(metric.unit())
                + ", \"labels\": "
                + metric.labels().stream().map(CatalogFormat::quoted).collect(Collectors.joining(", ", "[", "]"))
                + ", \"help\": " + quoted(metric.help()) + "}";
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
