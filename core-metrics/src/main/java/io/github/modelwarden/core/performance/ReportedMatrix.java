package io.github.modelwarden.core.performance;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The confusion matrix of a report.
 *
 * @param labels the classes; of a binary classifier the negative one first
 * @param counts a list an actual class, in it a number a predicted class, both in the order of the labels; copied
 */
public record ReportedMatrix(List<String> labels, List<List<Long>> counts) {

    public ReportedMatrix {
        labels = List.copyOf(labels);
        counts = counts.stream().map(List::copyOf).toList();
    }

    static ReportedMatrix of(List<String> labels, long[][] counts) {
        return new ReportedMatrix(
                labels,
                Stream.of(counts)
                        .map(row -> LongStream.of(row).boxed().toList())
                        .toList());
    }
}
