package io.github.modelwarden.core.performance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Two classes ordered by score, from the highest down, tied scores together: what every metric of ranking is computed
 * from, be the scores kept one by one or counted in bins. Immutable.
 */
final class RankedScores {

    private final double[] thresholds;
    private final long[] truePositives;
    private final long[] falsePositives;

    private RankedScores(double[] thresholds, long[] truePositives, long[] falsePositives) {
        this.thresholds = thresholds;
        this.truePositives = truePositives;
        this.falsePositives = falsePositives;
    }

    static RankedScores of(ScoreSample positives, ScoreSample negatives) {
        if (positives instanceof KeptScores up && negatives instanceof KeptScores down) {
            return merged(up.ascending(), (int) up.count(), down.ascending(), (int) down.count());
        }
        return binned((BinnedScores) positives, (BinnedScores) negatives);
    }

    private static RankedScores merged(double[] up, int ups, double[] down, int downs) {
        double[] thresholds = new double[ups + downs];
        long[] tp = new long[ups + downs];
        long[] fp = new long[ups + downs];
        int i = ups;
        int j = downs;
        int groups = 0;
        while (i > 0 || j > 0) {
            double score = j == 0 || (i > 0 && up[i - 1] >= down[j - 1]) ? up[i - 1] : down[j - 1];
            while (i > 0 && up[i - 1] == score) {
                i--;
            }
            while (j > 0 && down[j - 1] == score) {
                j--;
            }
            thresholds[groups] = score;
            tp[groups] = (long) ups - i;
            fp[groups++] = (long) downs - j;
        }
        return new RankedScores(
                Arrays.copyOf(thresholds, groups), Arrays.copyOf(tp, groups), Arrays.copyOf(fp, groups));
    }

    private static RankedScores binned(BinnedScores up, BinnedScores down) {
        int bins = up.bins();
        double[] thresholds = new double[bins];
        long[] tp = new long[bins];
        long[] fp = new long[bins];
        long ups = 0;
        long downs = 0;
        int groups = 0;
        for (int bin = bins - 1; bin >= 0; bin--) {
            if (up.count(bin) + down.count(bin) > 0) {
                ups += up.count(bin);
                downs += down.count(bin);
                thresholds[groups] = (double) bin / bins;
                tp[groups] = ups;
                fp[groups++] = downs;
            }
        }
        return new RankedScores(
                Arrays.copyOf(thresholds, groups), Arrays.copyOf(tp, groups), Arrays.copyOf(fp, groups));
    }

    long positives() {
        return thresholds.length == 0 ? 0 : truePositives[thresholds.length - 1];
    }

    long negatives() {
        return thresholds.length == 0 ? 0 : falsePositives[thresholds.length - 1];
    }

    private long positivesAt(int group) {
        return truePositives[group] - (group == 0 ? 0 : truePositives[group - 1]);
    }

    private long negativesAt(int group) {
        return falsePositives[group] - (group == 0 ? 0 : falsePositives[group - 1]);
    }

    /** Area under the ROC curve, NaN without one of the classes. */
    double area() {
        double wins = 0;
        for (int g = 0; g < thresholds.length; g++) {
            wins += positivesAt(g) * (negatives() - falsePositives[g] + 0.5 * negativesAt(g));
        }
        return wins / ((double) positives() * negatives());
    }

    /** Half the share of pairs whose order the ties hide: as far as the area can be off if tied scores were unequal. */
    double tiedShare() {
        double tied = 0;
        for (int g = 0; g < thresholds.length; g++) {
            tied += 0.5 * positivesAt(g) * negativesAt(g);
        }
        return tied / ((double) positives() * negatives());
    }

    /**
     * The spread of the area that comes from each class, after DeLong: the sample variance of the share of the other
     * class that each row is on the right side of, divided by the rows. At least two rows of each class.
     */
    AreaError areaError() {
        double m = positives();
        double n = negatives();
        double area = area();
        double up = 0;
        double down = 0;
        for (int g = 0; g < thresholds.length; g++) {
            double placed = (n - falsePositives[g] + 0.5 * negativesAt(g)) / n - area;
            up += positivesAt(g) * placed * placed;
            double passed = (truePositives[g] - 0.5 * positivesAt(g)) / m - area;
            down += negativesAt(g) * passed * passed;
        }
        return new AreaError(up / (m - 1) / m, down / (n - 1) / n, m, n);
    }

    /** The step-wise area under the precision–recall curve, {@code Σ(Rₖ − Rₖ₋₁)·Pₖ}. */
    double averagePrecision() {
        double sum = 0;
        for (int g = 0; g < thresholds.length; g++) {
            sum += positivesAt(g) * precision(g);
        }
        return sum / positives();
    }

    /** The area under the precision–recall curve by trapezoids, from precision 1 at recall 0. */
    double precisionRecallArea() {
        double sum = 0;
        for (int g = 0; g < thresholds.length; g++) {
            sum += positivesAt(g) * (precision(g) + (g == 0 ? 1 : precision(g - 1))) / 2;
        }
        return sum / positives();
    }

    private double precision(int group) {
        return (double) truePositives[group] / (truePositives[group] + falsePositives[group]);
    }

    /** The matrix of predicting positive from a threshold on. */
    ConfusionMatrix matrix(double threshold) {
        int low = 0;
        int high = thresholds.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (thresholds[middle] >= threshold) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        long tp = low == 0 ? 0 : truePositives[low - 1];
        long fp = low == 0 ? 0 : falsePositives[low - 1];
        return new ConfusionMatrix(tp, fp, positives() - tp, negatives() - fp);
    }

    /** The matrix at the threshold where recall is farthest above the false positive rate. */
    ConfusionMatrix farthest() {
        double best = 0;
        double at = Double.POSITIVE_INFINITY;
        for (int g = 0; g < thresholds.length; g++) {
            double distance = (double) truePositives[g] / positives() - (double) falsePositives[g] / negatives();
            if (distance > best) {
                best = distance;
                at = thresholds[g];
            }
        }
        return matrix(at);
    }

    /** The largest share of the positives that ties in one group. */
    double largestGroup() {
        long largest = 0;
        for (int g = 0; g < thresholds.length; g++) {
            largest = Math.max(largest, positivesAt(g));
        }
        return (double) largest / positives();
    }

    List<RocPoint> rocCurve(boolean dropIntermediate) {
        List<RocPoint> points = new ArrayList<>();
        points.add(new RocPoint(Double.POSITIVE_INFINITY, 0, 0));
        int last = thresholds.length - 1;
        for (int g = 0; g <= last; g++) {
            boolean corner =
                    g == 0 || g == last || positivesAt(g) != positivesAt(g + 1) || negativesAt(g) != negativesAt(g + 1);
            if (corner || !dropIntermediate) {
                points.add(new RocPoint(
                        thresholds[g],
                        (double) falsePositives[g] / negatives(),
                        (double) truePositives[g] / positives()));
            }
        }
        return points;
    }

    List<PrecisionRecallPoint> precisionRecallCurve() {
        List<PrecisionRecallPoint> points = new ArrayList<>();
        for (int g = thresholds.length - 1; g >= 0; g--) {
            points.add(new PrecisionRecallPoint(thresholds[g], precision(g), (double) truePositives[g] / positives()));
        }
        return points;
    }
}
