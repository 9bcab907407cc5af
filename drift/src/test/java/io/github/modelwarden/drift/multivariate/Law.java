package io.github.modelwarden.drift.multivariate;

import io.github.modelwarden.core.data.CategoricalColumn;
import io.github.modelwarden.core.data.NumericColumn;
import io.github.modelwarden.core.data.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A law of rows to draw tables from: {@code a} and {@code b} standard normal with a correlation, {@code skewed} lognormal,
 * {@code plan} of three categories and {@code city} of many, with values missing here and there.
 */
record Law(double correlation, double shift, double missing, double newPlan) {

    static final Law USUAL = new Law(0.7, 0, 0.05, 0);

    Law withCorrelation(double changed) {
        return new Law(changed, shift, missing, newPlan);
    }

    Law withShift(double changed) {
        return new Law(correlation, changed, missing, newPlan);
    }

    Law withMissing(double changed) {
        return new Law(correlation, shift, changed, newPlan);
    }

    Law withNewPlan(double changed) {
        return new Law(correlation, shift, missing, changed);
    }

    Table draw(SplittableRandom random, int rows) {
        double[] a = new double[rows];
        double[] b = new double[rows];
        double[] skewed = new double[rows];
        List<@Nullable String> plans = new ArrayList<>();
        List<String> cities = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            a[i] = random.nextGaussian();
            b[i] = correlation * a[i] + Math.sqrt(1 - correlation * correlation) * random.nextGaussian() + shift;
            skewed[i] = random.nextDouble() < missing ? Double.NaN : Math.exp(1.5 * random.nextGaussian());
            plans.add(plan(random));
            cities.add("city" + (int) Math.min(1e6, Math.pow(1 - random.nextDouble(), -1.2)));
        }
        return Table.of(List.of(
                NumericColumn.of("a", a),
                NumericColumn.of("b", b),
                NumericColumn.of("skewed", skewed),
                CategoricalColumn.of("plan", plans),
                CategoricalColumn.of("city", cities)));
    }

    private @Nullable String plan(SplittableRandom random) {
        if (random.nextDouble() < missing) {
            return null;
        }
        if (random.nextDouble() < newPlan) {
            return "new";
        }
        double draw = random.nextDouble();
        return draw < 0.6 ? "basic" : draw < 0.95 ? "pro" : "gold";
    }
}
