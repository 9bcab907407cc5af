package io.github.modelwarden.dashboards;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a panel asks for.
 *
 * @param expression PromQL, complete as it stands: no variables of a dashboard program
 * @param legend the name of each resulting series; <code>{{label}}</code> stands for the value of a label
 */
public record Query(String expression, String legend) {

    private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern METRIC = Pattern.compile("(?<![A-Za-z0-9_:])ml_[a-z0-9_]+");

    public Query {
        if (expression.isBlank()) {
            throw new IllegalArgumentException("query '" + legend + "': expected a PromQL expression but it is blank");
        }
        if (legend.isBlank()) {
            throw new IllegalArgumentException("query '" + expression
                    + "': expected a legend but it is blank; name the series, for example p99 or {{feature}}");
        }
    }

    /** {@return the names of the series of the metric catalog's namespace, {@code ml_…}, that the expression reads} */
    public Set<String> seriesNames() {
        Set<String> names = new TreeSet<>();
        Matcher matcher = METRIC.matcher(STRING.matcher(expression).replaceAll(""));
        while (matcher.find()) {
            names.add(matcher.group());
        }
        return names;
    }
}
