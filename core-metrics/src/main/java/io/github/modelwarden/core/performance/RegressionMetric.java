package io.github.modelwarden.core.performance;

/** A metric of predicted numbers, with e = prediction − label; see {@link RegressionErrors}. */
public enum RegressionMetric implements PerformanceMetric {
    /** Mean of |e|. */
    MAE("mae"),
    /** Mean of e². */
    MSE("mse"),
    /** Root of the mean of e², in the label's unit. */
    RMSE("rmse"),
    /** 1 − Σe² / Σ(label − mean label)²: 1 is perfect, 0 no better than the mean, below 0 worse. */
    R2("r2"),
    /** 1 − variance of e / variance of the label: R² that forgives a constant offset. */
    EXPLAINED_VARIANCE("explained_variance"),
    /** Mean of e: above 0 the model predicts too much. */
    MEAN_ERROR("mean_error"),
    /** Median of |e|. */
    MEDIAN_AE("median_ae"),
    /** Largest |e|. */
    MAX_ERROR("max_error"),
    /** Mean of |e| / max(|label|, 2⁻⁵²), as in scikit-learn: a label of 0 makes it meaningless. */
    MAPE("mape"),
    /** Mean of (ln(1 + prediction) − ln(1 + label))², for values above −1. */
    MSLE("msle"),
    /** Root of {@link #MSLE}. */
    RMSLE("rmsle");

    private final String word;

    RegressionMetric(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }

    @Override
    public String whenUndefined() {
        return switch (this) {
            case R2, EXPLAINED_VARIANCE -> "the labels are all equal or fewer than 2";
            case MSLE, RMSLE -> "there is no labelled row, or a label or prediction of −1 or less";
            default -> "there is no labelled row";
        };
    }
}
