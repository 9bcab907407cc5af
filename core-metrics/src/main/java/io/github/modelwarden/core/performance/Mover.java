package io.github.modelwarden.core.performance;

import java.util.List;

/**
 * Intervals of sums, differences and ratios recovered from the intervals of independent parts.
 *
 * @see <a href="https://doi.org/10.1002/sim.3095">Zou and Donner 2008, doi:10.1002/sim.3095</a>
 */
final class Mover {

    private Mover() {}

    /**
     * {@code Σ wᵢθᵢ}: the lower bound lies below by the root of the sum of squares of {@code wᵢ(θᵢ − lᵢ)}, where a
     * negative weight swaps the bounds.
     */
    static Span sum(double[] weights, List<Estimate> parts) {
        double value = 0;
        double below = 0;
        double above = 0;
        for (int i = 0; i < weights.length; i++) {
            Estimate part = parts.get(i);
            double down = weights[i] * (part.value() - part.lower().orElseThrow());
            double up = weights[i] * (part.upper().orElseThrow() - part.value());
            value += weights[i] * part.value();
            below += weights[i] < 0 ? up * up : down * down;
            above += weights[i] < 0 ? down * down : up * up;
        }
        return new Span(value - Math.sqrt(below), value + Math.sqrt(above));
    }

    /**
     * {@code a/b} of two quantities that are at least 0: the ratios r for which 0 lies in the interval of {@code a −
     * r·b}.
     */
    static Span ratio(Estimate a, Estimate b) {
        double product = a.value() * b.value();
        double aLow = a.lower().orElseThrow();
        double aHigh = a.upper().orElseThrow();
        double bLow = b.lower().orElseThrow();
        double bHigh = b.upper().orElseThrow();
        double low = bHigh * (2 * b.value() - bHigh);
        double high = bLow * (2 * b.value() - bLow);
        double below = Math.sqrt(Math.max(0, product * product - aLow * (2 * a.value() - aLow) * low));
        double above = Math.sqrt(Math.max(0, product * product - aHigh * (2 * a.value() - aHigh) * high));
        // the rationalised form of (product − below) / low stays right where low is 0 or negative
        double lower = aLow == 0 ? 0 : aLow * (2 * a.value() - aLow) / (product + below);
        double upper = high > 0 ? (product + above) / high : Double.POSITIVE_INFINITY;
        return new Span(Math.max(0, lower), upper);
    }
}
