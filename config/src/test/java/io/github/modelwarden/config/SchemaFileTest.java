package io.github.modelwarden.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.modelwarden.core.data.CategoricalFeature;
import io.github.modelwarden.core.data.Label;
import io.github.modelwarden.core.data.NumericFeature;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SchemaFileTest {

    private static final String CHURN = """
            model: churn
            features:
              - {name: customer_age, type: numeric, min: 18, max: 120, sensitive: true}
              - {name: monthly_charges, type: numeric, required: false}
              - {name: paperless_billing, type: categorical, categories: [yes, no]}
              - {name: SeniorCitizen, type: categorical, categories: [0, 1]}
            label: {name: Churn, positive: Yes, negative: No}
            score: churn_score
            ignore: [customerID]
            replay: {reference: 0.5, first: {Contract: Month-to-month}}
            """;

    @Test
    void readsEveryField() {
        SchemaDocument document = SchemaFile.parse(CHURN, "schema.yaml");
        assertThat(document.schema().model()).isEqualTo("churn");
        assertThat(document.schema().features())
                .containsExactly(
                        new NumericFeature("customer_age", 18, 120, true, true),
                        new NumericFeature(
                                "monthly_charges", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, false, false),
                        CategoricalFeature.of("paperless_billing", "yes", "no"),
                        CategoricalFeature.of("SeniorCitizen", "0", "1"));
        assertThat(document.schema().label()).isEqualTo(new Label("Churn", "Yes", "No"));
        assertThat(document.scoreColumn()).contains("churn_score");
        assertThat(document.ignored()).isEqualTo(List.of("customerID"));
        assertThat(document.replay()).contains(new Replay(0.5, Map.of("Contract", "Month-to-month")));
    }

    @Test
    void leavesOutWhatIsOptional() {
        SchemaDocument document = SchemaFile.parse(
                "model: m\nfeatures: [{name: x, type: numeric}]\nlabel: {name: y, positive: 1, negative: 0}\n", "s");
        assertThat(document.scoreColumn()).isEmpty();
        assertThat(document.ignored()).isEmpty();
        assertThat(document.replay()).isEmpty();
    }

    @Test
    void refusesImpossibleCombinations() {
        refuses(
                "type: numeric, required: false",
                "type: numeric, categories: [a]",
                "s:4:56: feature 'monthly_charges'");
        refuses("categories: [yes, no]", "min: 3", "'min' belongs to numeric features only");
        refuses("min: 18", "min: 200", "s:3:5: feature 'customer_age': expected min <= max");
        refuses("[yes, no]", "[yes, yes]", "name one category twice");
        refuses("name: monthly_charges", "name: customer_age", "the feature 'customer_age' is declared twice");
        refuses("positive: Yes", "positive: No", "positive and negative class are both 'No'");
        refuses("score: churn_score", "score: Churn", "the column 'Churn' is the label and the score");
        refuses("[customerID]", "[customer_age]", "the column 'customer_age' is a feature and ignored");
        refuses("reference: 0.5", "reference: 1", "s:10:21: replay: expected a reference share above 0 and below 1");
    }

    @Test
    void refusesUnknownKeysAndTypes() {
        refuses("sensitive: true", "sensitve: true", "s:3:60: unknown key 'sensitve'; did you mean 'sensitive'?");
        refuses("type: numeric, min", "type: numerical, min", "did you mean 'numeric'?");
        refuses("model: churn\n", "", "the key 'model' is missing");
        refuses("required: false", "required: no", "expected true or false for 'features[1].required'");
    }

    private static void refuses(String part, String replacement, String message) {
        assertThat(CHURN).contains(part);
        assertThatThrownBy(() -> SchemaFile.parse(CHURN.replace(part, replacement), "s"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(message);
    }
}
