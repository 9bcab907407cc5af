package io.github.modelwarden.retraining;

import io.github.modelwarden.core.data.CategoricalFeature;
import io.github.modelwarden.core.data.Label;
import io.github.modelwarden.core.data.NumericFeature;
import io.github.modelwarden.core.data.Row;
import io.github.modelwarden.core.data.Schema;
import io.github.modelwarden.core.data.Table;
import io.github.modelwarden.retraining.run.LabeledRow;
import io.github.modelwarden.retraining.training.TrainingSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A small seeded churn-like world: labelled rows, one every ten seconds, whose concept and inputs can be changed. */
public final class ChurnWorld {

    public static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    public static final Duration STEP = Duration.ofSeconds(10);

    public static final Schema SCHEMA = Schema.of(
            "churn",
            List.of(
                    NumericFeature.of("tenure_months"),
                    NumericFeature.of("monthly_charges"),
                    new NumericFeature("support_calls", 0, 1000, false, false),
                    CategoricalFeature.of("contract", "month_to_month", "one_year", "two_year")),
            new Label("churn", "churn", "stay"));

    private final Random random;
    private double effect = 1;
    private double chargeShift;
    private boolean broken;

    public ChurnWorld(long seed) {
        this.random = new Random(seed);
    }

    /** How strongly inputs drive churn; negative turns the concept round. */
    public ChurnWorld withEffect(double newEffect) {
        effect = newEffect;
        return this;
    }

    public ChurnWorld withChargeShift(double newShift) {
        chargeShift = newShift;
        return this;
    }

    /** The source of charges delivers zeros. */
    public ChurnWorld withBrokenCharges(boolean isBroken) {
        broken = isBroken;
        return this;
    }

    public List<LabeledRow> rows(int count, Instant from) {
        List<LabeledRow> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double tenure = Math.rint(72 * random.nextDouble());
            double charges = 65 + chargeShift + 20 * random.nextGaussian();
            double calls = Math.floor(-1.5 * Math.log(1 - random.nextDouble()));
            int contract = random.nextInt(3);
            double z =
                    -0.3 + effect * (-0.05 * (tenure - 36) + 0.03 * (charges - 65) + 0.8 * (calls - 1) - contract + 1);
            boolean positive = random.nextDouble() < 1 / (1 + Math.exp(-z));
            Row.Builder row = Row.builder(SCHEMA)
                    .set("tenure_months", tenure)
                    .set("monthly_charges", broken ? 0 : charges)
                    .set(
                            "contract",
                            List.of("month_to_month", "one_year", "two_year").get(contract));
            if (random.nextInt(20) > 0) {
                row.set("support_calls", calls);
            }
            rows.add(new LabeledRow(row.build(), positive, from.plus(STEP.multipliedBy(i)), "p" + from + i));
        }
        return rows;
    }

    public TrainingSet set(int count) {
        return set(rows(count, START));
    }

    public static TrainingSet set(List<LabeledRow> rows) {
        boolean[] positive = new boolean[rows.size()];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = rows.get(i).positive();
        }
        return TrainingSet.of(
                SCHEMA, Table.ofRows(SCHEMA, rows.stream().map(LabeledRow::row).toList()), positive);
    }
}
