package io.github.modelwarden.drift.multivariate;

import java.util.Arrays;

/**
 * How two samples of scores overlap.
 *
 * @param area probability that a score of the second sample is higher than one of the first, ties counting one half
 * @param zScore the area's distance from one half in its standard deviations under the null hypothesis, corrected for
 *     ties (Mann and Whitney 1947, doi:10.1214/aoms/1177730491); 0 if all scores are equal
 */
record RankSum(double area, double zScore) {

    static RankSum of(double[] first, double[] second) {
        double[] x = first.clone();
        double[] y = second.clone();
        Arrays.sort(x);
        Arrays.sort(y);
        double n = x.length;
        double m = y.length;
        double wins = 0;
        double ties = 0;
        int i = 0;
        int j = 0;
        while (i < x.length || j < y.length) {
            double score = j >= y.length || (i < x.length && x[i] <= y[j]) ? x[i] : y[j];
            int fromX = i;
            int fromY = j;
            while (i < x.length && x[i] == score) {
                i++;
            }
            while (j < y.length && y[j] == score) {
                j++;
            }
            double equal = (double) (i - fromX) + (j - fromY);
            wins += (j - fromY) * (fromX + (i - fromX) / 2.0);
            ties += equal * equal * equal - equal;
        }
        double all = n + m;
        double variance = n * m / 12 * (all + 1 - ties / (all * (all - 1)));
        double area = wins / (n * m);
        return new RankSum(area, variance > 1e-9 ? (wins - n * m / 2) / Math.sqrt(variance) : 0);
    }
}
