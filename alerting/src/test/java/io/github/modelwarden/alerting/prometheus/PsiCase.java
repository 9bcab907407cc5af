package io.github.modelwarden.alerting.prometheus;

import java.util.Locale;

/** A feature on two replicas, with bins that one side lacks; the expected index comes from the definition. */
final class PsiCase {

    private static final String[] BINS = {"00", "01", "02", "other", "missing"};
    /** Shares of 1 000 reference rows; −1 where the reference does not export the bin. */
    private static final double[] BASELINE = {0.2, 0.3, 0.5, -1, 0};

    private static final int BASELINE_ROWS = 1000;
    /** Observations a minute on each replica; −1 where the bin is not exported. */
    private static final int[][] PER_MINUTE = {{5, 3, 0, 1, 0}, {4, 2, 1, -1, 0}};

    private static final int MINUTES = 60;

    private PsiCase() {}

    static double expected() {
        int used = 0;
        double[] current = new double[BINS.length];
        double total = 0;
        for (int i = 0; i < BINS.length; i++) {
            for (int[] replica : PER_MINUTE) {
                current[i] += Math.max(0, replica[i]) * MINUTES;
            }
            total += current[i];
            used += current[i] + Math.max(0, BASELINE[i]) > 0 ? 1 : 0;
        }
        double index = 0;
        for (int i = 0; i < BINS.length; i++) {
            double reference = Math.max(0, BASELINE[i]) * BASELINE_ROWS;
            if (reference + current[i] > 0) {
                double p = (reference + 0.5) / (BASELINE_ROWS + used / 2.0);
                double q = (current[i] + 0.5) / (total + used / 2.0);
                index += (q - p) * Math.log(q / p);
            }
        }
        return index;
    }

    static String tests() {
        StringBuilder series = new StringBuilder();
        for (int i = 0; i < BINS.length; i++) {
            if (BASELINE[i] >= 0) {
                series.append(line("ml_feature_baseline_ratio", i, 0, BASELINE[i] + "x120"));
            }
            for (int replica = 0; replica < PER_MINUTE.length; replica++) {
                if (PER_MINUTE[replica][i] >= 0) {
                    series.append(
                            line("ml_feature_observations_total", i, replica, "0+" + PER_MINUTE[replica][i] + "x120"));
                }
            }
        }
        return """
                rule_files: [rules.yml]
                evaluation_interval: 1m
                tests:
                  - interval: 1m
                    input_series:
                %s      - {series: 'ml_feature_baseline_observations{model="m",version="1",feature="f"}', values: '%dx120'}
                    promql_expr_test:
                      - expr: 'abs(model_version_feature:ml_feature_psi:1h{feature="f"} - %s) < bool 1e-9'
                        eval_time: 90m
                        exp_samples: [{labels: '{model="m",version="1",feature="f"}', value: 1}]
                      - expr: 'abs(model_version_feature:ml_feature_observations:increase1h - 960) < bool 1e-6'
                        eval_time: 90m
                        exp_samples: [{labels: '{model="m",version="1",feature="f"}', value: 1}]
                """.formatted(series, BASELINE_ROWS, Double.toString(expected()));
    }

    private static String line(String metric, int bin, int replica, String values) {
        return String.format(
                Locale.ROOT,
                "      - {series: '%s{model=\"m\",version=\"1\",feature=\"f\",bin=\"%s\",instance=\"%d\"}', values: '%s'}%n",
                metric,
                BINS[bin],
                replica,
                values);
    }
}
