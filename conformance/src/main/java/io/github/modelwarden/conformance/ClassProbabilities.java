package io.github.modelwarden.conformance;

import io.github.modelwarden.core.performance.MulticlassScores;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A probability of each class in each row, divided by their sum.
 */
final class ClassProbabilities {

    private static final Pattern COLUMNS = Pattern.compile("(\\w*?)(\\d+)\\.\\.(\\w*?)(\\d+).*");

    private final List<String> labels;
    private final List<String> truth;
    private final double[][] rows;

    ClassProbabilities(List<String> labels, List<String> truth, double[][] rows) {
        this.labels = labels;
        this.truth = truth;
        this.rows = rows;
    }

    List<String> labels() {
        return labels;
    }

    List<String> truth() {
        return truth;
    }

    double[][] rows() {
        return rows;
    }

    /** Reads them; null if the case has none. */
    static @Nullable ClassProbabilities of(ReferenceCase asked) throws IOException {
        CaseInputs inputs = asked.inputs();
        double[][] rows = inputs.isDataSet() && inputs.has("probabilities")
                ? columns(inputs)
                : inputs.has("y_score") ? matrix(inputs) : null;
        if (rows == null) {
            return null;
        }
        List<String> truth = LabelledRows.labels(inputs, "y_true");
        StreamAnswers.requireSameLength(truth.size(), rows.length);
        List<String> labels = asked.params().texts("labels");
        if (labels.isEmpty()) {
            int classes = rows.length == 0 ? 0 : rows[0].length;
            TreeSet<String> seen = new TreeSet<>(truth);
            labels = seen.size() == classes ? List.copyOf(seen) : numbered(classes);
        }
        return new ClassProbabilities(labels, truth, renormalised(rows));
    }

    private static List<String> numbered(int classes) {
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < classes; i++) {
            labels.add(Integer.toString(i));
        }
        return labels;
    }

    /** Columns such as {@code p0..p9}. */
    private static double[][] columns(CaseInputs inputs) throws IOException {
        Matcher matcher = COLUMNS.matcher(inputs.text("probabilities"));
        List<String> names = new ArrayList<>();
        if (matcher.matches()) {
            for (int i = Integer.parseInt(matcher.group(2)); i <= Integer.parseInt(matcher.group(4)); i++) {
                names.add(matcher.group(1) + i);
            }
        } else {
            inputs.at("probabilities").forEach(name -> names.add(name.asString()));
        }
        DataSet data = inputs.dataSet(new LinkedHashSet<>(names));
        double[][] rows = new double[data.rowCount()][names.size()];
        for (int k = 0; k < names.size(); k++) {
            double[] column = CaseInputs.numbers(names.get(k), new ArrayList<>(data.column(names.get(k))));
            for (int i = 0; i < rows.length; i++) {
                rows[i][k] = column[i];
            }
        }
        return rows;
    }

    /** A list of probabilities for each row; of two classes the second one's is enough. */
    private static double @Nullable [] @Nullable [] matrix(CaseInputs inputs) throws IOException {
        JsonNode scores = inputs.at("y_score");
        if (!scores.isArray() || scores.isEmpty()) {
            return null;
        }
        double[][] rows = inputs.rows("y_score");
        for (int i = 0; i < rows.length; i++) {
            rows[i] = rows[i].length == 1 ? new double[] {1 - rows[i][0], rows[i][0]} : rows[i];
        }
        return rows;
    }

    private static double[][] renormalised(double[][] rows) {
        double[][] normalised = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            double sum = java.util.Arrays.stream(rows[i]).sum();
            normalised[i] = java.util.Arrays.stream(rows[i]).map(p -> p / sum).toArray();
        }
        return normalised;
    }

    MulticlassScores scores() {
        MulticlassScores scores = MulticlassScores.create(labels);
        for (int i = 0; i < rows.length; i++) {
            scores.accept(truth.get(i), rows[i]);
        }
        return scores;
    }

    List<String> mostProbable() {
        List<String> predicted = new ArrayList<>();
        for (double[] row : rows) {
            int top = 0;
            for (int k = 1; k < row.length; k++) {
                top = row[k] > row[top] ? k : top;
            }
            predicted.add(labels.get(top));
        }
        return predicted;
    }
}
