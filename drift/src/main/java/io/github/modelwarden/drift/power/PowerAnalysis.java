package io.github.modelwarden.drift.power;

import java.util.OptionalLong;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * The smallest population stability index (PSI) that a comparison finds with a given probability, and the rows that a
 * given index takes.
 *
 * <p>For n reference and m current rows over B bins, {@code N·PSI} with {@code N = n·m/(n + m)} is approximately
 * noncentral chi-square with B − 1 degrees of freedom and noncentrality {@code N·ψ}, where ψ is the index between the two
 * populations. A verdict asks for {@code N·PSI > χ²_{1−α, B−1}} and for {@code PSI − (B − 1)/N ≥} the minimum effect; the
 * smallest detectable index solves this for ψ at the wanted power. Immutable.
 *
 * @see <a href="https://scholarworks.wmich.edu/dissertations/3208">Yurdakul 2018, Statistical properties of the
 *     population stability index</a>
 */
public final class PowerAnalysis {

    private static final PowerAnalysis DEFAULT = new PowerAnalysis(0.05, 0.8, 0);

    private final double alpha;
    private final double power;
    private final double minimumEffect;

    private PowerAnalysis(double alpha, double power, double minimumEffect) {
        this.alpha = alpha;
        this.power = power;
        this.minimumEffect = minimumEffect;
    }

    /** {@return the analysis for alpha 0.05 and power 0.8, without a minimum effect} */
    public static PowerAnalysis withDefaults() {
        return DEFAULT;
    }

    /**
     * Sets the false-alarm rate of the comparison.
     *
     * @param newAlpha in (0, 1)
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public PowerAnalysis withAlpha(double newAlpha) {
        return new PowerAnalysis(probability("alpha", newAlpha), power, minimumEffect);
    }

    /**
     * Sets the probability with which the change should be found.
     *
     * @param newPower in (0, 1), larger than alpha to make sense
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public PowerAnalysis withPower(double newPower) {
        return new PowerAnalysis(alpha, probability("power", newPower), minimumEffect);
    }

    /**
     * Sets the smallest effect that counts as drift.
     *
     * @param newMinimumEffect PSI beyond its expected noise, at least 0
     * @return a changed copy
     * @throws IllegalArgumentException if it is negative or NaN
     */
    public PowerAnalysis withMinimumEffect(double newMinimumEffect) {
        if (!(newMinimumEffect >= 0)) {
            throw new IllegalArgumentException(
                    "power: expected a minimum effect of at least 0 but got " + newMinimumEffect);
        }
        return new PowerAnalysis(alpha, power, newMinimumEffect);
    }

    private static double probability(String what, double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException(
                    "power: expected " + what + " between 0 and 1, both excluded, but got " + value);
        }
        return value;
    }

    /** {@return the probability with which the smallest detectable change is found} */
    public double power() {
        return power;
    }

    /** {@return the false-alarm rate of the comparison} */
    public double alpha() {
        return alpha;
    }

    /**
     * The smallest index that is found with the wanted power.
     *
     * @param bins number of compared bins, at least 2
     * @param referenceRows reference rows, at least 1
     * @param currentRows current rows, at least 1
     * @return the index between the populations, above 0
     * @throws IllegalArgumentException if an argument is out of range
     */
    public double detectablePsi(int bins, long referenceRows, long currentRows) {
        double rows = effectiveRows(bins, referenceRows, currentRows);
        return NoncentralChiSquare.noncentrality(criticalValue(bins, rows), bins - 1, power) / rows;
    }

    /**
     * The probability of finding a given change.
     *
     * @param psi the index between the populations, at least 0
     * @param bins number of compared bins, at least 2
     * @param referenceRows reference rows, at least 1
     * @param currentRows current rows, at least 1
     * @return the power, between 0 and 1
     * @throws IllegalArgumentException if an argument is out of range
     */
    public double powerAt(double psi, int bins, long referenceRows, long currentRows) {
        if (!(psi >= 0)) {
            throw new IllegalArgumentException("power: expected an index of at least 0 but got " + psi);
        }
        double rows = effectiveRows(bins, referenceRows, currentRows);
        return NoncentralChiSquare.survival(criticalValue(bins, rows), bins - 1, rows * psi);
    }

    /**
     * The number of current rows from which a given change is found with the wanted power.
     *
     * @param psi the index between the populations, above 0
     * @param bins number of compared bins, at least 2
     * @param referenceRows reference rows, at least 1
     * @return the rows; empty if no number of current rows is enough, because the reference is too small or the index
     *     lies below the minimum effect
     * @throws IllegalArgumentException if an argument is out of range
     */
    public OptionalLong currentRowsNeeded(double psi, int bins, long referenceRows) {
        if (!(psi > 0)) {
            throw new IllegalArgumentException("power: expected an index above 0 but got " + psi);
        }
        long high = 1;
        while (powerAt(psi, bins, referenceRows, high) < power) {
            if (high > 1000 * referenceRows) {
                // more current rows only approach n as effective rows: nothing is gained any more
                return OptionalLong.empty();
            }
            high *= 2;
        }
        long low = high / 2;
        while (high - low > 1) {
            long middle = (low + high) / 2;
            if (powerAt(psi, bins, referenceRows, middle) < power) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return OptionalLong.of(high);
    }

    private double criticalValue(int bins, double rows) {
        double critical = ChiSquaredDistribution.of(bins - 1.0).inverseSurvivalProbability(alpha);
        return Math.max(critical, minimumEffect == 0 ? 0 : bins - 1 + minimumEffect * rows);
    }

    private static double effectiveRows(int bins, long referenceRows, long currentRows) {
        if (bins < 2 || referenceRows < 1 || currentRows < 1) {
            throw new IllegalArgumentException("power: expected at least 2 bins and 1 row on each side but got " + bins
                    + " bins, " + referenceRows + " reference and " + currentRows + " current rows");
        }
        return 1 / (1.0 / referenceRows + 1.0 / currentRows);
    }
}
