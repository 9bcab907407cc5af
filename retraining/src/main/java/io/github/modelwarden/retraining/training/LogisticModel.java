package io.github.modelwarden.retraining.training;

import io.github.modelwarden.core.data.Row;
import io.github.modelwarden.core.data.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Logistic regression over encoded features: {@code score = 1 / (1 + e^−z)} with
 * {@code z = bias + Σ contribution(feature)}. Plain arrays, no allocation when scoring. Immutable.
 */
final class LogisticModel implements Model {

    private final Schema schema;
    private final String framework;
    private final double bias;
    private final double threshold;
    private final List<Term> terms;
    private final Term[] inOrder;

    LogisticModel(Schema schema, String framework, double bias, double threshold, List<Term> terms) {
        this.schema = schema;
        this.framework = framework;
        this.bias = bias;
        this.threshold = threshold;
        this.terms = List.copyOf(terms);
        this.inOrder = terms.toArray(Term[]::new);
    }

    /** What one feature adds to the log-odds. */
    sealed interface Term permits NumericTerm, CategoricalTerm {

        String feature();

        double contribution(Row row, int index);
    }

    /** {@code weight · (value − mean) / sd}; a missing value counts as the mean and adds its own weight. */
    record NumericTerm(String feature, double mean, double sd, double weight, double missingWeight) implements Term {

        @Override
        public double contribution(Row row, int index) {
            double value = row.number(index);
            return Double.isNaN(value) ? missingWeight : weight * ((value - mean) / sd);
        }
    }

    /** The weight of the category; an unseen category adds nothing. */
    record CategoricalTerm(String feature, Map<String, Double> weights, double missingWeight) implements Term {

        @Override
        public double contribution(Row row, int index) {
            @Nullable String category = row.category(index);
            if (category == null) {
                return missingWeight;
            }
            Double weight = weights.get(category);
            return weight == null ? 0 : weight;
        }
    }

    @Override
    public String framework() {
        return framework;
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public double score(Row row) {
        double z = bias;
        for (int i = 0; i < inOrder.length; i++) {
            z += inOrder[i].contribution(row, i);
        }
        return 1 / (1 + Math.exp(-z));
    }

    @Override
    public double threshold() {
        return threshold;
    }

    double bias() {
        return bias;
    }

    List<Term> terms() {
        return terms;
    }

    LogisticModel withThreshold(double newThreshold) {
        return new LogisticModel(schema, framework, bias, newThreshold, terms);
    }
}
