package io.github.modelwarden.core.quality;

import java.util.ArrayList;
import java.util.List;

/** The examples with the smallest row numbers. */
final class FirstRows {

    private final List<Example> examples = new ArrayList<>(Example.MAX);

    /** Whether an example of this row would be kept. */
    boolean wants(long row) {
        return examples.size() < Example.MAX
                || row < examples.get(examples.size() - 1).row();
    }

    void add(Example example) {
        int at = examples.size();
        while (at > 0 && Example.BY_ROW.compare(examples.get(at - 1), example) > 0) {
            at--;
        }
        examples.add(at, example);
        if (examples.size() > Example.MAX) {
            examples.remove(Example.MAX);
        }
    }

    void addAll(Iterable<Example> others) {
        others.forEach(this::add);
    }

    List<Example> examples() {
        return List.copyOf(examples);
    }
}
