package io.github.modelwarden.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaTest {

    private static final Label LABEL = new Label("left", "yes", "no");

    @Test
    void featuresAreFoundByName() {
        Schema schema = Schema.of("m", List.of(NumericFeature.of("a"), NumericFeature.of("b")), LABEL);

        assertThat(schema.indexOf("b")).isEqualTo(1);
        assertThat(schema.indexOf("B")).isEqualTo(-1);
    }

    @Test
    void aFeatureDeclaredTwiceIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schema.of("m", List.of(NumericFeature.of("a"), CategoricalFeature.of("a")), LABEL))
                .withMessage("schema of model 'm': the feature 'a' is declared twice; keep one");
    }

    @Test
    void theLabelCannotBeAFeature() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schema.of("m", List.of(NumericFeature.of("left")), LABEL))
                .withMessageContaining("a model must not be fed its own answer");
    }

    @Test
    void aSchemaNeedsAFeature() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schema.of("m", List.of(), LABEL))
                .withMessageContaining("expected at least one feature but got none");
    }

    @Test
    void namesOfTheModelsOwnOutputAreReserved() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NumericFeature.of("_score"))
                .withMessageContaining("_score, _class");
        assertThatIllegalArgumentException().isThrownBy(() -> NumericFeature.of(" "));
    }

    @Test
    void aCategoryListedTwiceIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CategoricalFeature.of("plan", "a", "a"))
                .withMessageContaining("list each once");
    }

    @Test
    void boundsMustBeInOrderAndNaNIsNoBound() {
        assertThatIllegalArgumentException().isThrownBy(() -> new NumericFeature("a", 2, 1, true, false));
        assertThatIllegalArgumentException().isThrownBy(() -> new NumericFeature("a", Double.NaN, 1, true, false));
        NumericFeature age = new NumericFeature("age", 18, 99, true, false);
        assertThat(age.accepts(18)).isTrue();
        assertThat(age.accepts(17.9)).isFalse();
        assertThat(age.accepts(Double.NaN)).isFalse();
        assertThat(NumericFeature.of("x").accepts(Double.POSITIVE_INFINITY)).isFalse();
    }

    @Test
    void theTwoClassesNeedDifferentWords() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Label("left", "yes", "yes"))
                .withMessageContaining("expected two different words");
    }
}
