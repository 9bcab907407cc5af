package io.github.modelwarden.core.boosting;

import java.util.Arrays;

/** What a boosted model minimises over the rows it is fitted on. */
public enum Loss {
    /** Half the squared error; the model predicts the mean of the target. */
    SQUARED {
        @Override
        double base(double[] target, int[] rows) {
            return mean(target, rows);
        }

        @Override
        void differentiate(double[] target, double[] raw, int[] rows, Derivatives into) {
            for (int row : rows) {
                into.gradients[row] = raw[row] - target[row];
                into.hessians[row] = 1;
            }
        }

        @Override
        double prediction(double raw) {
            return raw;
        }
    },

    /** The negative log likelihood of a target of 0 or 1; the model predicts the probability of 1. */
    LOGISTIC {
        @Override
        double base(double[] target, int[] rows) {
            for (int row : rows) {
                if (target[row] != 0 && target[row] != 1) {
                    throw new IllegalArgumentException("boosting, row " + row
                            + ": the logistic loss expected a target of 0 or 1 but got " + target[row]);
                }
            }
            double share = mean(target, rows);
            if (share == 0 || share == 1) {
                throw new IllegalArgumentException("boosting: the logistic loss expected rows of both classes but all "
                        + rows.length + " have the target " + (int) share);
            }
            return Math.log(share / (1 - share));
        }

        @Override
        void differentiate(double[] target, double[] raw, int[] rows, Derivatives into) {
            for (int row : rows) {
                double probability = prediction(raw[row]);
                into.gradients[row] = probability - target[row];
                into.hessians[row] = probability * (1 - probability);
            }
        }

        @Override
        double prediction(double raw) {
            return 1 / (1 + Math.exp(-raw));
        }
    };

    /** First and second derivatives of the loss by the raw prediction, one of each a row. */
    static final class Derivatives {
        final double[] gradients;
        final double[] hessians;

        Derivatives(int rows) {
            gradients = new double[rows];
            hessians = new double[rows];
        }
    }

    /** The constant raw prediction that fits best. */
    abstract double base(double[] target, int[] rows);

    abstract void differentiate(double[] target, double[] raw, int[] rows, Derivatives into);

    /** What a raw prediction means on the scale of the target. */
    abstract double prediction(double raw);

    private static double mean(double[] target, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> target[row]).sum() / rows.length;
    }
}
