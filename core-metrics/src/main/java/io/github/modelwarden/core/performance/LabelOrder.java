package io.github.modelwarden.core.performance;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** The order of class labels: by number if all are numbers, so that 2 comes before 10, else by text. */
final class LabelOrder {

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");

    private LabelOrder() {}

    static List<String> sorted(Collection<String> labels) {
        boolean numbers = labels.stream().allMatch(LabelOrder::isNumber);
        Comparator<String> byText = Comparator.naturalOrder();
        Comparator<String> order =
                numbers ? Comparator.comparingDouble(Double::parseDouble).thenComparing(byText) : byText;
        return labels.stream().sorted(order).toList();
    }

    static boolean isNumber(String label) {
        return NUMBER.matcher(label).matches();
    }
}
