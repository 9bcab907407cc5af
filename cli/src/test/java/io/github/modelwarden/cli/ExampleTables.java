package io.github.modelwarden.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Makes up the tables of the folders {@code examples/drift}, customers at the time of training and of a later week, in
 * which three things have changed, and {@code examples/performance}, predictions of which most have a label by now. The
 * tables are kept as files, so that everybody compares the same rows.
 */
final class ExampleTables {

    private static final String HEADER =
            "customer_id,signed_up,age,tenure_months,monthly_charges,contract,payment_method,city,support_calls,churn_score";
    private static final String[] CITIES = {
        "Lisbon",
        "Porto",
        "Braga",
        "Coimbra",
        "Funchal",
        "Aveiro",
        "Faro",
        "Leiria",
        "Viseu",
        "Guarda",
        "Beja",
        "Bragança"
    };

    private ExampleTables() {}

    static void write(Path folder) {
        SplittableRandom random = new SplittableRandom(7);
        Tables.write(folder, "reference.csv", HEADER, 2000, row -> customer(random, row, false));
        Tables.write(folder, "current.csv", HEADER, 600, row -> customer(random, 2000 + row, true));
    }

    static void writePredictions(Path folder) {
        SplittableRandom random = new SplittableRandom(11);
        Tables.write(folder, "predictions.csv", "customer_id,predicted_on,churn_score,churned", 800, row -> {
            double odds = -1.1 + 1.4 * random.nextGaussian();
            boolean churned = random.nextDouble() < 1 / (1 + Math.exp(-0.8 * odds));
            LocalDate day = LocalDate.of(2026, 6, 1).plusDays(row / 40);
            boolean known = random.nextDouble() < (row < 640 ? 0.97 : 0.35);
            return String.format(
                    Locale.ROOT,
                    "C%05d,%s,%.3f,%s",
                    20_000 + row,
                    day,
                    1 / (1 + Math.exp(-odds)),
                    known ? churned ? "yes" : "no" : "");
        });
    }

    /** Later customers are older, pay with a method that is new, and have had calls that were not counted. */
    private static String customer(SplittableRandom random, int row, boolean later) {
        int age = (int) Math.max(18, Math.min(90, Math.round(44 + (later ? 5 : 0) + 13 * random.nextGaussian())));
        int tenure = (int) Math.min(72, Math.floor(-24 * Math.log(1 - random.nextDouble())));
        double charges = 15 + 90 * random.nextDouble() * Math.sqrt(random.nextDouble());
        String contract = pick(random, new double[] {0.55, 0.8}, "monthly", "one year", "two years");
        String payment = later && random.nextDouble() < 0.09
                ? "wallet"
                : pick(random, new double[] {0.4, 0.75}, "card", "debit", "invoice");
        String city = CITIES[(int) (CITIES.length * random.nextDouble() * random.nextDouble())];
        int calls = (int) Math.floor(-1.3 * Math.log(1 - random.nextDouble()));
        boolean lost = random.nextDouble() < (later ? 0.07 : 0.01);
        double odds = -1.6 + 0.5 * calls - 0.03 * tenure + (contract.equals("monthly") ? 1.1 : 0) - 0.015 * (age - 44);
        LocalDate signedUp = LocalDate.of(2026, later ? 9 : 6, 1).minusDays(30L * tenure + random.nextInt(30));
        return String.format(
                Locale.ROOT,
                "C%05d,%s,%d,%d,%.2f,%s,%s,%s,%s,%.3f",
                10_000 + row,
                signedUp,
                age,
                tenure,
                charges,
                contract,
                payment,
                city,
                lost ? "" : Integer.toString(calls),
                1 / (1 + Math.exp(-odds)));
    }

    private static String pick(SplittableRandom random, double[] cumulated, String... words) {
        double u = random.nextDouble();
        int word = 0;
        while (word < cumulated.length && u >= cumulated[word]) {
            word++;
        }
        return words[word];
    }
}
