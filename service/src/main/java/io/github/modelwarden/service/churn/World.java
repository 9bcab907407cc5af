package io.github.modelwarden.service.churn;

/**
 * The state of the world that customers are drawn from.
 *
 * @param ageShift years added to every age
 * @param chargeFactor factor on every monthly charge
 * @param monthToMonth share of month-to-month contracts, 0 to 1
 * @param concept why customers leave
 * @param broken whether an upstream bug sends charges as zero and an unknown internet service
 */
record World(double ageShift, double chargeFactor, double monthToMonth, Concept concept, boolean broken) {

    static final World NORMAL = new World(0, 1, 0.5, Concept.SERVICE_QUALITY, false);

    World withCovariateShift() {
        return new World(12, 1.3, monthToMonth, concept, broken);
    }

    World withConcept(Concept newConcept) {
        return new World(ageShift, chargeFactor, monthToMonth, newConcept, broken);
    }

    World withMonthToMonth(double share) {
        return new World(ageShift, chargeFactor, share, concept, broken);
    }

    World asBroken() {
        return new World(ageShift, chargeFactor, monthToMonth, concept, true);
    }
}
