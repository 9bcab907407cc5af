package io.github.modelwarden.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class RowTest {

    private static final Schema SCHEMA = Schema.of(
            "churn",
            List.of(NumericFeature.of("age"), CategoricalFeature.of("plan", "a", "b")),
            new Label("left", "yes", "no"));

    @Test
    void everyValueIsMissingUntilItIsSet() {
        Row row = Row.builder(SCHEMA).build();

        assertThat(row.isMissing(0)).isTrue();
        assertThat(row.isMissing(1)).isTrue();
        assertThat(row.number(0)).isNaN();
        assertThat(row.category(1)).isNull();
    }

    @Test
    void theOrderOfSettingDoesNotMatter() {
        assertThat(Row.builder(SCHEMA).set("plan", "a").set("age", 3).build())
                .isEqualTo(Row.builder(SCHEMA).set("age", 3).set("plan", "a").build());
    }

    @Test
    void aBuiltRowDoesNotFollowItsBuilder() {
        Row.Builder builder = Row.builder(SCHEMA).set("age", 3);
        Row first = builder.build();
        builder.set("age", 4);

        assertThat(first.number(0)).isEqualTo(3);
    }

    @Test
    void anInfiniteValueIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Row.builder(SCHEMA).set("age", Double.POSITIVE_INFINITY))
                .withMessage("feature 'age': expected a finite number but got Infinity");
    }

    @Test
    void aValueOfTheWrongTypeOrNameIsRefusedWithTheFeaturesThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Row.builder(SCHEMA).set("plan", 3))
                .withMessage("model 'churn' has no numeric feature 'plan'; its features are [age, plan]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Row.builder(SCHEMA).set("age", "old"))
                .withMessage("model 'churn' has no categorical feature 'age'; its features are [age, plan]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Row.builder(SCHEMA).set("ages", 3))
                .withMessageContaining("'ages'");
    }

    @Test
    void aRowNeverPrintsItsValues() {
        assertThat(Row.builder(SCHEMA).set("age", 4711).set("plan", "secret").build())
                .asString()
                .doesNotContain("4711", "secret");
    }
}
