package io.github.modelwarden.service.churn;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Named stories of how the world changes while the service runs. */
public enum ChurnScenario {
    /** Nothing changes: whatever is reported here is a false alarm. */
    STABLE("Nothing changes.") {
        @Override
        World after() {
            return World.NORMAL;
        }

        @Override
        public Optional<Duration> shiftsAfter(Duration shiftAfter) {
            return Optional.empty();
        }
    },
    /** Customers get older and pay more, and they leave for other reasons than before. */
    MARKET_SHIFT("Customers get older, prices rise, and customers leave for other reasons than before.") {
        @Override
        World after() {
            return World.NORMAL.withCovariateShift().withConcept(Concept.COMPETITOR);
        }
    },
    /** Customers get older and pay more, but leave for the same reasons. */
    COVARIATE_SHIFT("Customers get older and prices rise; the reasons to leave stay the same.") {
        @Override
        World after() {
            return World.NORMAL.withCovariateShift();
        }
    },
    /** The same customers leave for other reasons: no input drifts, only the ground truth tells. */
    CONCEPT_DRIFT("The customers stay the same but leave for other reasons; no input drifts.") {
        @Override
        World after() {
            return World.NORMAL.withConcept(Concept.COMPETITOR);
        }
    },
    /** The share of month-to-month contracts swings up and down, harmlessly. */
    SEASONAL("The share of month-to-month contracts swings up and down, harmlessly.") {
        @Override
        World after() {
            return World.NORMAL;
        }

        @Override
        World world(Duration sinceStart, Duration shiftAfter) {
            double turns = (double) sinceStart.toMillis() / Math.max(1, shiftAfter.toMillis());
            return World.NORMAL.withMonthToMonth(0.5 + 0.25 * Math.sin(2 * Math.PI * turns));
        }

        @Override
        public Optional<Duration> shiftsAfter(Duration shiftAfter) {
            return Optional.of(Duration.ZERO);
        }
    },
    /** An upstream bug sends monthly charges as zero and an internet service nobody knows. */
    DATA_BUG("An upstream bug sends charges as zero and an internet service nobody knows.") {
        @Override
        World after() {
            return World.NORMAL.asBroken();
        }
    },
    /** As {@link #MARKET_SHIFT}, but the ground truth stops arriving. */
    LABEL_OUTAGE("The world changes and, at the same moment, the ground truth stops arriving.") {
        @Override
        World after() {
            return World.NORMAL.withCovariateShift().withConcept(Concept.COMPETITOR);
        }

        @Override
        public boolean labelsFlow(Duration sinceStart, Duration shiftAfter) {
            return sinceStart.compareTo(shiftAfter) < 0;
        }
    };

    private final String description;

    ChurnScenario(String description) {
        this.description = description;
    }

    /** {@return what happens, in one sentence} */
    public String description() {
        return description;
    }

    /** {@return the name used on the command line} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Finds a scenario.
     *
     * @param word its name, for example {@code covariate_shift}
     * @return the scenario
     * @throws IllegalArgumentException if there is none of that name
     */
    public static ChurnScenario of(String word) {
        return Arrays.stream(values())
                .filter(scenario -> scenario.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no scenario '" + word + "'; choose one of "
                        + Arrays.stream(values()).map(ChurnScenario::word).collect(Collectors.joining(", "))));
    }

    abstract World after();

    World world(Duration sinceStart, Duration shiftAfter) {
        return sinceStart.compareTo(shiftAfter) < 0 ? World.NORMAL : after();
    }

    /**
     * Tells when the world begins to change.
     *
     * @param shiftAfter the setting
     * @return time since the traffic began; empty if nothing ever changes
     */
    public Optional<Duration> shiftsAfter(Duration shiftAfter) {
        return Optional.of(shiftAfter);
    }

    /**
     * Tells whether ground truth arrives for predictions of this moment.
     *
     * @param sinceStart time since the traffic began
     * @param shiftAfter when the world changes
     * @return false during a label outage
     */
    public boolean labelsFlow(Duration sinceStart, Duration shiftAfter) {
        return true;
    }
}
