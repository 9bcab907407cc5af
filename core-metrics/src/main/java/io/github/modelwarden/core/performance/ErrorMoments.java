package io.github.modelwarden.core.performance;

/**
 * Central moments of labels y and errors e up to the fourth order, in one pass and mergeable: all that the
 * squared-error metrics and their standard errors need. The sums are kept about the means; when the means move by (s,
 * t) they are carried over by the binomial expansion, in which the first-order sums vanish. That loses nothing where
 * labels lie far from 0.
 */
final class ErrorMoments {

    private long n;
    private double meanY;
    private double meanE;
    private double yy;
    private double ye;
    private double ee;
    private double yyy;
    private double yye;
    private double yee;
    private double eee;
    private double yyyy;
    private double yyee;
    private double eeee;

    void accept(double y, double e) {
        n++;
        double u = y - meanY;
        double v = e - meanE;
        shift(u / n, v / n, n - 1.0);
        add(y - meanY, e - meanE);
    }

    private void add(double u, double v) {
        double uu = u * u;
        double vv = v * v;
        yy += uu;
        ye += u * v;
        ee += vv;
        yyy += uu * u;
        yye += uu * v;
        yee += u * vv;
        eee += vv * v;
        yyyy += uu * uu;
        yyee += uu * vv;
        eeee += vv * vv;
    }

    /** Moves the means, and the sums over {@code rows} rows with them. */
    private void shift(double s, double t, double rows) {
        double ss = s * s;
        double tt = t * t;
        yyyy += s * (-4 * yyy + 6 * s * yy + rows * ss * s);
        eeee += t * (-4 * eee + 6 * t * ee + rows * tt * t);
        yyee += -2 * t * yye + tt * yy - 2 * s * yee + 4 * s * t * ye + ss * ee + rows * ss * tt;
        yyy -= s * (3 * yy + rows * ss);
        eee -= t * (3 * ee + rows * tt);
        yye -= t * yy + 2 * s * ye + rows * ss * t;
        yee -= s * ee + 2 * t * ye + rows * s * tt;
        yy += rows * ss;
        ye += rows * s * t;
        ee += rows * tt;
        meanY += s;
        meanE += t;
    }

    void combine(ErrorMoments other) {
        if (other.n == 0) {
            return;
        }
        double share = (double) other.n / (n + other.n);
        double y = other.meanY - meanY;
        double e = other.meanE - meanE;
        ErrorMoments moved = other.copy();
        moved.shift(-y * (1 - share), -e * (1 - share), (double) other.n);
        shift(y * share, e * share, (double) n);
        n += other.n;
        yy += moved.yy;
        ye += moved.ye;
        ee += moved.ee;
        yyy += moved.yyy;
        yye += moved.yye;
        yee += moved.yee;
        eee += moved.eee;
        yyyy += moved.yyyy;
        yyee += moved.yyee;
        eeee += moved.eeee;
    }

    private ErrorMoments copy() {
        ErrorMoments copy = new ErrorMoments();
        copy.n = n;
        copy.meanY = meanY;
        copy.meanE = meanE;
        copy.yy = yy;
        copy.ye = ye;
        copy.ee = ee;
        copy.yyy = yyy;
        copy.yye = yye;
        copy.yee = yee;
        copy.eee = eee;
        copy.yyyy = yyyy;
        copy.yyee = yyee;
        copy.eeee = eeee;
        return copy;
    }

    long count() {
        return n;
    }

    double meanError() {
        return meanE;
    }

    /** Sample variance of the errors, n − 1. */
    double errorVariance() {
        return ee / (n - 1);
    }

    double meanSquaredError() {
        return ee / n + meanE * meanE;
    }

    /** {@code Σe² / Σ(y − ȳ)²}: 1 − R². Infinite or NaN for a constant label, NaN if the squares overflow. */
    double unexplained() {
        return (ee + n * meanE * meanE) / spread();
    }

    /** {@code Σ(e − ē)² / Σ(y − ȳ)²}: 1 − explained variance. */
    double unexplainedVariance() {
        return ee / spread();
    }

    /** An overflow must not pass for labels that vary without end, of which any error explains all. */
    private double spread() {
        return Double.isFinite(yy) ? yy : Double.NaN;
    }

    boolean labelIsConstant() {
        return yy == 0;
    }

    boolean errorIsZero() {
        return ee == 0 && meanE == 0;
    }

    boolean errorIsConstant() {
        return ee == 0;
    }

    /** Variance of e². */
    double squaredErrorVariance() {
        return centred(eeee, ee, ee) + 4 * meanE * (eee / n + meanE * ee / n);
    }

    /** Standard error of ln(1 − R²): that of {@code Σ(e² − c·(y − ȳ)²)} for c = 1 − R², over Σe². */
    double logUnexplainedError() {
        double c = unexplained();
        double both = centred(yyee, yy, ee) + 2 * meanE * yye / n;
        double variance = squaredErrorVariance() + c * c * centred(yyyy, yy, yy) - 2 * c * both;
        return Math.sqrt(Math.max(0, variance) / n) / meanSquaredError();
    }

    /** Standard error of ln(1 − explained variance). */
    double logUnexplainedVarianceError() {
        double c = unexplainedVariance();
        double variance = centred(eeee, ee, ee) + c * c * centred(yyyy, yy, yy) - 2 * c * centred(yyee, yy, ee);
        return Math.sqrt(Math.max(0, variance) / n) / (ee / n);
    }

    /** Covariance of two squares. */
    private double centred(double product, double first, double second) {
        return product / n - first / n * (second / n);
    }
}
