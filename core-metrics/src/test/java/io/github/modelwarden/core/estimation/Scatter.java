package io.github.modelwarden.core.estimation;

/** How far realised values lie from estimates, in standard errors, over many windows. */
final class Scatter {

    private int windows;
    private int covered;
    private double squares;

    void add(Expected estimate, double realised) {
        double error = (realised - estimate.value()) / estimate.standardError();
        windows++;
        covered += Math.abs(error) <= 1.96 ? 1 : 0;
        squares += error * error;
    }

    /** The share of windows within 1.96 standard errors. */
    double covered() {
        return (double) covered / windows;
    }

    /** The root of the mean square. */
    double rootMeanSquare() {
        return Math.sqrt(squares / windows);
    }
}
