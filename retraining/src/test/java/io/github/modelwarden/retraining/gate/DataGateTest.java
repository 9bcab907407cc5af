package io.github.modelwarden.retraining.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.modelwarden.core.data.CategoricalColumn;
import io.github.modelwarden.core.data.Column;
import io.github.modelwarden.core.data.NumericColumn;
import io.github.modelwarden.core.data.Table;
import io.github.modelwarden.core.profile.Baseline;
import io.github.modelwarden.retraining.ChurnWorld;
import io.github.modelwarden.retraining.training.TrainingSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class DataGateTest {

    private final TrainingSet reference = new ChurnWorld(1).set(3000);
    private final Baseline baseline = Baseline.of(
            ChurnWorld.SCHEMA, reference.features(), new double[3000], Collections.nCopies(3000, "stay"), 10);
    private final DataGate gate = DataGate.withDefaults();

    private List<String> checks(TrainingSet rows) {
        return gate.check(rows, baseline).stream()
                .map(f -> f.check() + " " + f.feature())
                .toList();
    }

    private static TrainingSet replace(TrainingSet set, Column column) {
        List<Column> columns = new ArrayList<>();
        for (String name : set.features().columnNames()) {
            columns.add(name.equals(column.name()) ? column : set.features().column(name));
        }
        return TrainingSet.of(set.schema(), Table.of(columns), set.positive());
    }

    private static TrainingSet mapCharges(TrainingSet set, DoubleUnaryOperator change) {
        double[] values = set.features().numeric("monthly_charges").values();
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 5 == 0 ? change.applyAsDouble(values[i]) : values[i];
        }
        return replace(set, NumericColumn.of("monthly_charges", values));
    }

    @Test
    void passesFreshRowsOfTheSameKind() {
        assertThat(checks(new ChurnWorld(2).set(2000))).isEmpty();
    }

    @Test
    void passesAGenuineShiftOfInputsAndConcept() {
        assertThat(checks(new ChurnWorld(3).withChargeShift(35).withEffect(-1).set(2000)))
                .isEmpty();
    }

    @Test
    void blocksAFeatureThatTurnedZero() {
        assertThat(checks(new ChurnWorld(4).withBrokenCharges(true).set(2000)))
                .containsExactly("constant monthly_charges");
    }

    @Test
    void blocksWhenAFifthOfTheRowsIsStuckMissingOrInAnotherUnit() {
        TrainingSet rows = new ChurnWorld(5).set(2000);
        assertThat(checks(mapCharges(rows, v -> 0))).containsExactly("stuck monthly_charges");
        assertThat(checks(mapCharges(rows, v -> Double.NaN))).containsExactly("missing monthly_charges");
        assertThat(checks(mapCharges(rows, v -> 100 * v))).containsExactly("range monthly_charges");
    }

    @Test
    void blocksUnseenCategories() {
        TrainingSet rows = new ChurnWorld(6).set(2000);
        List<String> upper = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            upper.add(i % 10 == 0 ? "ONE_YEAR" : "one_year");
        }
        assertThat(checks(replace(rows, CategoricalColumn.of("contract", upper))))
                .containsExactly("unseen contract");
    }

    @Test
    void blocksTooFewRowsAndAVanishedClass() {
        TrainingSet rows = new ChurnWorld(7).set(600);
        assertThat(checks(rows.select(1, 2, 3))).contains("volume *", "class_balance *");
        TrainingSet oneClass = TrainingSet.of(rows.schema(), rows.features(), new boolean[600]);
        assertThat(gate.check(oneClass, baseline))
                .singleElement()
                .satisfies(finding -> assertThat(finding.text()).contains("0 rows of the class 'churn'"));
    }
}
