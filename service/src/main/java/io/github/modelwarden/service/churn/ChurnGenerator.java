package io.github.modelwarden.service.churn;

import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A seeded stream of telecom customers with their true outcome. Equal seeds give equal customers. Not thread-safe.
 */
public final class ChurnGenerator {

    private static final double MIN_AGE = 18;
    private static final double MAX_AGE = 95;

    private final SplittableRandom random;

    private ChurnGenerator(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /**
     * Starts a stream.
     *
     * @param seed the seed
     * @return the stream
     */
    public static ChurnGenerator create(long seed) {
        return new ChurnGenerator(seed);
    }

    /**
     * A customer and what became of them.
     *
     * @param features the features as a client sends them; null where missing
     * @param churned whether the customer left
     */
    public record Example(Map<String, @Nullable Object> features, boolean churned) {}

    /**
     * The next customer.
     *
     * @param scenario the story
     * @param sinceStart how far into the story
     * @param shiftAfter when the world changes
     * @return the customer
     */
    public Example next(ChurnScenario scenario, Duration sinceStart, Duration shiftAfter) {
        return next(scenario.world(sinceStart, shiftAfter));
    }

    /** {@return the next customer of the unchanged world} */
    public Example next() {
        return next(World.NORMAL);
    }

    private Example next(World world) {
        Customer customer = customer(world);
        boolean churned =
                random.nextDouble() < 1 / (1 + Math.exp(-world.concept().logit(customer)));
        Map<String, @Nullable Object> features = customer.features();
        if (world.broken()) {
            features.put("monthly_charges", 0.0);
            features.put("total_charges", 0.0);
            features.put("internet_service", "ftth");
        }
        return new Example(features, churned);
    }

    private Customer customer(World world) {
        double age = clamp(Math.rint(46 + world.ageShift() + 14 * gaussian()));
        String contract = contract(world.monthToMonth());
        double meanTenure = switch (contract) {
            case "month_to_month" -> 18;
            case "one_year" -> 34;
            default -> 48;
        };
        double tenure = Math.min(72, Math.max(0, Math.rint(meanTenure * (1 + 0.6 * gaussian()))));
        String internet = choose(new String[] {"fiber", "dsl", "none"}, 0.45, 0.35);
        double base = switch (internet) {
            case "fiber" -> 88;
            case "dsl" -> 58;
            default -> 24;
        };
        double monthly = round(Math.max(15, base + 9 * gaussian()) * world.chargeFactor());
        double total = round(tenure * monthly * (1 + 0.05 * gaussian()));
        String payment = choose(
                new String[] {"electronic_check", "mailed_check", "bank_transfer", "credit_card"}, 0.34, 0.22, 0.22);
        return new Customer(
                age, tenure, monthly, total, poisson(1.2), contract, payment, internet, random.nextDouble() < 0.6);
    }

    private String contract(double monthToMonth) {
        double rest = 1 - monthToMonth;
        return choose(new String[] {"month_to_month", "one_year", "two_year"}, monthToMonth, rest * 0.5);
    }

    /** Picks a name; the last takes what the shares leave. */
    private String choose(String[] names, double... shares) {
        double u = random.nextDouble();
        for (int i = 0; i < shares.length; i++) {
            u -= shares[i];
            if (u < 0) {
                return names[i];
            }
        }
        return names[names.length - 1];
    }

    private double gaussian() {
        // Box-Muller: SplittableRandom.nextGaussian differs between JDK releases, this does not
        double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
        return radius * Math.cos(2 * Math.PI * random.nextDouble());
    }

    private int poisson(double mean) {
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }

    private static double clamp(double age) {
        return Math.min(MAX_AGE, Math.max(MIN_AGE, age));
    }

    private static double round(double money) {
        return Math.rint(money * 100) / 100;
    }
}
