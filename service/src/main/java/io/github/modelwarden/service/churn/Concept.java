package io.github.modelwarden.service.churn;

/** Why customers leave: the relation between a customer and the probability of churn. */
enum Concept {
    /** Month-to-month customers with expensive contracts, many support calls and a short tenure leave. */
    SERVICE_QUALITY {
        @Override
        double logit(Customer c) {
            return 1.6
                    * (contract(c, 1.7, -0.9, -2.6)
                            + 0.9 * (c.supportCalls() - 1.2)
                            + 0.030 * (c.monthlyCharges() - 65)
                            - 0.050 * (c.tenureMonths() - 24)
                            - 0.020 * (c.age() - 46)
                            + (c.paymentMethod().equals("electronic_check") ? 0.6 : -0.2)
                            - 0.7);
        }
    },

    /**
     * A competitor buys long-standing customers out of their contracts: the loyal, older ones leave, whatever they call
     * support about.
     */
    COMPETITOR {
        @Override
        double logit(Customer c) {
            return 1.6
                    * (contract(c, -1.9, 0.9, 2.6)
                            + 0.055 * (c.tenureMonths() - 24)
                            + 0.045 * (c.age() - 56)
                            - 0.012 * (c.monthlyCharges() - 80)
                            - 0.3);
        }
    };

    abstract double logit(Customer customer);

    private static double contract(Customer c, double monthly, double oneYear, double twoYear) {
        return switch (c.contract()) {
            case "month_to_month" -> monthly;
            case "one_year" -> oneYear;
            default -> twoYear;
        };
    }
}
