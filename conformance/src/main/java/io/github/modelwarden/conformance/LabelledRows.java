package io.github.modelwarden.conformance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Labels with predicted classes or scores. What the case leaves out is missing: predictions follow from the scores then.
 */
final class LabelledRows {

    private static final double DEFAULT_THRESHOLD = 0.5;

    private final List<String> truth;
    private final @Nullable List<String> predicted;
    private final double @Nullable [] scores;

    LabelledRows(List<String> truth, @Nullable List<String> predicted, double @Nullable [] scores) {
        this.truth = truth;
        this.predicted = predicted;
        this.scores = scores;
    }

    List<String> truth() {
        return truth;
    }

    @Nullable
    List<String> predicted() {
        return predicted;
    }

    double @Nullable [] scores() {
        return scores;
    }

    static LabelledRows of(ReferenceCase asked) throws IOException {
        CaseInputs inputs = asked.inputs();
        if (inputs.has("sample_weight") || asked.params().has("sample_weight")) {
            throw new Unanswerable("the API has no weights of rows");
        }
        List<String> truth = labels(inputs, "y_true");
        boolean named = inputs.has("y_pred") || inputs.has("y_score");
        List<String> predicted = has(inputs, named, "y_pred") ? labels(inputs, "y_pred") : null;
        double[] scores = has(inputs, named, "y_score") ? inputs.numbers("y_score") : null;
        if (predicted == null && scores == null) {
            throw new IllegalArgumentException("expected predictions or scores but got neither");
        }
        if (predicted != null) {
            StreamAnswers.requireSameLength(truth.size(), predicted.size());
        }
        if (scores != null) {
            StreamAnswers.requireSameLength(truth.size(), scores.length);
        }
        return new LabelledRows(truth, predicted, scores);
    }

    /** A data set has the usual columns where the case names neither predictions nor scores. */
    private static boolean has(CaseInputs inputs, boolean named, String name) throws IOException {
        return named ? inputs.has(name) : inputs.hasColumn(name);
    }

    static List<String> labels(CaseInputs inputs, String name) throws IOException {
        List<String> labels = new ArrayList<>();
        for (String cell : inputs.cells(name)) {
            if (cell == null) {
                throw new IllegalArgumentException(name + ": expected a class in every row but one is missing");
            }
            labels.add(cell);
        }
        return labels;
    }

    LabelledRows rows(int from, int to) {
        return new LabelledRows(
                truth.subList(from, to),
                predicted == null ? null : predicted.subList(from, to),
                scores == null ? null : java.util.Arrays.copyOfRange(scores, from, to));
    }

    SortedSet<String> classes() {
        SortedSet<String> classes = new TreeSet<>(truth);
        classes.addAll(predicted == null ? List.of() : predicted);
        return classes;
    }

    /** The class that counts as positive: the one that the case names, else 1, else the last in order. */
    String positive(Convention params) {
        for (String name : new String[] {"positive", "pos_label", "positive_label"}) {
            if (params.has(name)) {
                return params.at(name).asString();
            }
        }
        SortedSet<String> classes = classes();
        return classes.isEmpty() || classes.contains("1") || classes.equals(Set.of("0")) ? "1" : classes.last();
    }

    static boolean[] flags(List<String> labels, String positive) {
        boolean[] flags = new boolean[labels.size()];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = labels.get(i).equals(positive);
        }
        return flags;
    }

    /** Which rows are predicted positive; by the case's threshold where it gives scores alone. */
    boolean[] predictedPositive(Convention params, String positive) {
        if (predicted != null) {
            return flags(predicted, positive);
        }
        double[] given = Objects.requireNonNull(scores);
        double threshold = threshold(params);
        boolean above = params.says("threshold", "score > ");
        boolean[] flags = new boolean[given.length];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = above ? given[i] > threshold : given[i] >= threshold;
        }
        return flags;
    }

    private static double threshold(Convention params) {
        if (params.has("decision_threshold")) {
            return params.number(DEFAULT_THRESHOLD, "decision_threshold");
        }
        return params.at("threshold").isNumber() ? params.at("threshold").asDouble() : DEFAULT_THRESHOLD;
    }
}
