package io.github.modelwarden.core.estimation;

import java.util.Optional;

/**
 * ROC AUC of rows that are positive with a probability, found by sweeping the threshold over the distinct scores:
 * {@code Σ p_i·(1 − p_j)·([s_i > s_j] + ½·[s_i = s_j]) / (Σ p · Σ (1 − p))}. With labels for probabilities it is the
 * usual area. The standard error is that of DeLong et al. 1988, doi:10.2307/2531595, with rows weighted by probability.
 */
final class ExpectedRocAuc {

    private ExpectedRocAuc() {}

    /** The area; empty if there is no positive or no negative to expect. */
    static Optional<Expected> of(double[] scores, double[] probabilities) {
        ScoreGroups groups = ScoreGroups.of(scores, probabilities);
        double positives = 0;
        double negatives = 0;
        for (int g = 0; g < groups.count(); g++) {
            positives += groups.positives(g);
            negatives += groups.negatives(g);
        }
        if (!(positives > 0 && negatives > 0)) {
            return Optional.empty();
        }
        double area = 0;
        double negativesBelow = 0;
        for (int g = 0; g < groups.count(); g++) {
            area += groups.positives(g) * (negativesBelow + groups.negatives(g) / 2);
            negativesBelow += groups.negatives(g);
        }
        area /= positives * negatives;
        return Optional.of(
                new Expected(Math.min(1, area), standardError(groups, area, positives, negatives), scores.length));
    }

    private static double standardError(ScoreGroups groups, double area, double positives, double negatives) {
        double ofPositives = 0;
        double ofNegatives = 0;
        double negativesBelow = 0;
        double positivesBelow = 0;
        for (int g = 0; g < groups.count(); g++) {
            double beaten = (negativesBelow + groups.negatives(g) / 2) / negatives - area;
            double beating = (positives - positivesBelow - groups.positives(g) / 2) / positives - area;
            ofPositives += groups.positives(g) * beaten * beaten;
            ofNegatives += groups.negatives(g) * beating * beating;
            negativesBelow += groups.negatives(g);
            positivesBelow += groups.positives(g);
        }
        return Math.sqrt(ofPositives / (positives * positives) + ofNegatives / (negatives * negatives));
    }
}
