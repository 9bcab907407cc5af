"""Writes the golden vectors of the performance metrics.

The vectors tell formulas apart: tied scores, scores on bin edges, unequal classes, classes never predicted, a constant
label. Run:

    python3 -m venv venv && venv/bin/pip install numpy==2.4.6 scipy==1.17.1 scikit-learn==1.9.1
    venv/bin/python generate_golden.py > golden.properties
"""

import datetime
import platform
import warnings

import numpy as np
import scipy
import sklearn
from scipy import stats
from sklearn import metrics
from sklearn.calibration import calibration_curve

warnings.filterwarnings("ignore")
random = np.random.default_rng(20260101)


def listed(values):
    return ",".join(str(v) if isinstance(v, (int, np.integer, str)) else repr(float(v)) for v in values)


def put(key, value):
    print(f"{key}={value if isinstance(value, (str, int, np.integer)) else repr(float(value))}")


def ece(y, s, bins):
    place = np.minimum(np.floor(s * bins).astype(int), bins - 1)
    gaps = [
        (np.sum(place == b), abs(y[place == b].mean() - s[place == b].mean()))
        for b in range(bins)
        if np.any(place == b)
    ]
    return sum(n * g for n, g in gaps) / len(y), max(g for _, g in gaps)


def scores(name, y, s, threshold=0.5):
    y, s = np.array(y), np.array(s, float)
    key = f"binary.{name}"
    put(f"{key}.y", listed(y))
    put(f"{key}.s", listed(s))
    put(f"{key}.threshold", threshold)
    predicted = (s >= threshold).astype(int)
    tn, fp, fn, tp = metrics.confusion_matrix(y, predicted, labels=[0, 1]).ravel()
    put(f"{key}.matrix", listed([tp, fp, fn, tn]))
    nan = dict(zero_division=np.nan)
    for word, value in {
        "accuracy": metrics.accuracy_score(y, predicted),
        "balanced_accuracy": metrics.balanced_accuracy_score(y, predicted),
        "precision": metrics.precision_score(y, predicted, **nan),
        "recall": metrics.recall_score(y, predicted, **nan),
        "specificity": metrics.recall_score(y, predicted, pos_label=0, **nan),
        "negative_predictive_value": metrics.precision_score(y, predicted, pos_label=0, **nan),
        "f1": metrics.f1_score(y, predicted, **nan),
        "f2": metrics.fbeta_score(y, predicted, beta=2, **nan),
        "f0_5": metrics.fbeta_score(y, predicted, beta=0.5, **nan),
        "jaccard": metrics.jaccard_score(y, predicted),
        "mcc": metrics.matthews_corrcoef(y, predicted),
        "cohen_kappa": metrics.cohen_kappa_score(y, predicted),
        "positive_rate": predicted.mean(),
        "base_rate": y.mean(),
    }.items():
        put(f"{key}.matrix.{word}", value)
    precision, recall, _ = metrics.precision_recall_curve(y, s)
    fpr, tpr, _ = metrics.roc_curve(y, s)
    area = metrics.roc_auc_score(y, s)
    for word, value in {
        "roc_auc": area,
        "gini": 2 * area - 1,
        "average_precision": metrics.average_precision_score(y, s),
        "pr_auc_trapezoid": metrics.auc(recall, precision),
        "ks_scores": np.max(tpr - fpr),
        "log_loss": metrics.log_loss(y, s, labels=[0, 1]),
        "brier": metrics.brier_score_loss(y, s),
        "ece": ece(y, s, 10)[0],
        "mce": ece(y, s, 10)[1],
    }.items():
        put(f"{key}.score.{word}", value)
    put(f"{key}.ece_20", ece(y, s, 20)[0])
    for drop in (True, False):
        fpr, tpr, thresholds = metrics.roc_curve(y, s, drop_intermediate=drop)
        put(f"{key}.roc.{str(drop).lower()}.fpr", listed(fpr))
        put(f"{key}.roc.{str(drop).lower()}.tpr", listed(tpr))
        put(f"{key}.roc.{str(drop).lower()}.thresholds", listed(thresholds[1:]))
    precision, recall, thresholds = metrics.precision_recall_curve(y, s)
    put(f"{key}.pr.precision", listed(precision[:-1]))
    put(f"{key}.pr.recall", listed(recall[:-1]))
    put(f"{key}.pr.thresholds", listed(thresholds))
    for strategy in ("uniform", "quantile"):
        for bins in (3, 10):
            true, pred = calibration_curve(y, s, n_bins=bins, strategy=strategy)
            put(f"{key}.reliability.{strategy}.{bins}.true", listed(true))
            put(f"{key}.reliability.{strategy}.{bins}.pred", listed(pred))


def binary_vectors():
    y = random.random(60) < 0.35
    s = np.round(1 / (1 + np.exp(-random.normal(0, 1.2, 60) - 1.5 * y + 1)), 6)
    scores("continuous", y.astype(int), s)
    y = random.random(80) < 0.3
    scores("tied", y.astype(int), np.round(np.clip(random.normal(0.3, 0.2, 80) + 0.25 * y, 0, 1), 1), 0.4)
    scores("edges", [0, 0, 0, 1, 0, 1, 1, 0, 1, 1, 1, 0], [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1])
    scores("inverted", [1, 1, 0, 0], [0.1, 0.2, 0.8, 0.9])
    scores("perfect", [0, 0, 1, 1, 1], [0.1, 0.2, 0.7, 0.9, 1.0])
    scores("certain_and_wrong", [1, 0, 1, 0], [0.0, 1.0, 1.0, 0.25])


def multiclass(name, actual, predicted, probabilities=None, labels=None):
    key = f"multiclass.{name}"
    put(f"{key}.actual", listed(actual))
    put(f"{key}.predicted", listed(predicted))
    labels = sorted(set(actual) | set(predicted)) if labels is None else labels
    put(f"{key}.labels", listed(labels))
    put(f"{key}.matrix", listed(metrics.confusion_matrix(actual, predicted, labels=labels).ravel()))
    put(f"{key}.accuracy", metrics.accuracy_score(actual, predicted))
    put(f"{key}.balanced_accuracy", metrics.balanced_accuracy_score(actual, predicted))
    put(f"{key}.mcc", metrics.matthews_corrcoef(actual, predicted))
    put(f"{key}.cohen_kappa", metrics.cohen_kappa_score(actual, predicted))
    for average in ("macro", "micro", "weighted"):
        for zero, division in (("zero", 0), ("one", 1), ("leave_out", np.nan)):
            options = dict(average=average, zero_division=division, labels=labels)
            put(f"{key}.{average}.{zero}.precision", metrics.precision_score(actual, predicted, **options))
            put(f"{key}.{average}.{zero}.recall", metrics.recall_score(actual, predicted, **options))
            put(f"{key}.{average}.{zero}.f1", metrics.f1_score(actual, predicted, **options))
            put(f"{key}.{average}.{zero}.f0_5", metrics.fbeta_score(actual, predicted, beta=0.5, **options))
    if probabilities is not None:
        put(f"{key}.probabilities", listed(probabilities.ravel()))
        put(f"{key}.log_loss", metrics.log_loss(actual, probabilities, labels=labels))
        put(f"{key}.brier", metrics.brier_score_loss(actual, probabilities, labels=labels))
        for k in (1, 2, 3):
            put(f"{key}.top_{k}", metrics.top_k_accuracy_score(actual, probabilities, k=k, labels=labels))
        for kind in ("ovr", "ovo"):
            for average in ("macro", "weighted"):
                value = metrics.roc_auc_score(
                    actual, probabilities, multi_class=kind, average=average, labels=labels
                )
                put(f"{key}.{kind}.{average}", value)


def multiclass_vectors():
    n, classes = 70, 4
    actual = random.choice(classes, n, p=[0.4, 0.3, 0.2, 0.1])
    p = random.random((n, classes)) + 1.2 * np.eye(classes)[actual]
    p = np.array([random.multinomial(10, row / row.sum()) for row in p]) / 10
    multiclass("tied_probabilities", actual, p.argmax(1), p)
    p = random.dirichlet(np.ones(3), 50)
    words = np.array(["ham", "junk", "spam"])
    actual = words[random.choice(3, 50, p=[0.5, 0.3, 0.2])]
    multiclass("words", actual, words[p.argmax(1)], p)
    multiclass("never_predicted", [0, 1, 2, 0, 1, 2, 2, 10], [0, 1, 1, 0, 1, 1, 0, 0])
    multiclass("never_actual", ["a", "a", "b", "b"], ["a", "c", "b", "b"])
    multiclass("fbeta_documentation", [0, 1, 2, 0, 1, 2], [0, 2, 1, 0, 0, 1])
    multiclass("declared", [0, 1, 1, 0], [0, 1, 0, 0], labels=[0, 1, 2])


def regression(name, actual, predicted):
    actual, predicted = np.array(actual, float), np.array(predicted, float)
    key = f"regression.{name}"
    put(f"{key}.actual", listed(actual))
    put(f"{key}.predicted", listed(predicted))
    for word, value in {
        "mae": metrics.mean_absolute_error(actual, predicted),
        "mse": metrics.mean_squared_error(actual, predicted),
        "rmse": metrics.root_mean_squared_error(actual, predicted),
        "r2": metrics.r2_score(actual, predicted, force_finite=False),
        "explained_variance": metrics.explained_variance_score(actual, predicted, force_finite=False),
        "mean_error": np.mean(predicted - actual),
        "median_ae": metrics.median_absolute_error(actual, predicted),
        "max_error": metrics.max_error(actual, predicted),
        "mape": metrics.mean_absolute_percentage_error(actual, predicted),
    }.items():
        put(f"{key}.{word}", value)
    put(f"{key}.r2_finite", metrics.r2_score(actual, predicted))
    put(f"{key}.explained_variance_finite", metrics.explained_variance_score(actual, predicted))
    if actual.min() > -1 and predicted.min() > -1:
        put(f"{key}.msle", metrics.mean_squared_log_error(actual, predicted))
        put(f"{key}.rmsle", metrics.root_mean_squared_log_error(actual, predicted))
    for alpha in (0.1, 0.5, 0.9):
        put(f"{key}.pinball.{alpha}", metrics.mean_pinball_loss(actual, predicted, alpha=alpha))


def regression_vectors():
    actual = random.normal(20, 5, 50)
    regression("noisy", actual, actual + random.normal(1, 2, 50))
    regression("far_from_zero", 1e6 + actual, 1e6 + actual + random.normal(0.5, 1, 50))
    regression("documentation", [3, -0.5, 2, 7], [2.5, 0.0, 2, 8])
    regression("perfect", [1, 2, 3], [1, 2, 3])
    regression("reversed", [1, 2, 3], [3, 2, 1])
    regression("constant_label", [-2, -2, -2], [-2, -2, -2 + 1e-8])
    regression("constant_label_met", [-2, -2, -2], [-2, -2, -2])
    regression("zero_label", [0, 0, 0, 1], [0, 1, 0, 0])
    regression("even_count", [1, 2, 3, 4], [1.5, 2.25, 2, 6])


def ranking_vectors():
    for name, relevance, s in (
        ("graded", [3, 0, 2, 1, 0, 0, 1], [0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3]),
        ("tied", [0, 1, 3, 0, 2], [0.5, 0.5, 0.5, 0.2, 0.2]),
        ("late", [0, 0, 0, 1, 0], [5, 4, 3, 2, 1]),
        ("short", [2, 1], [0.1, 0.7]),
    ):
        put(f"ranking.{name}.relevance", listed(relevance))
        put(f"ranking.{name}.s", listed(s))
        for k in (1, 2, 3, 5, 10):
            put(f"ranking.{name}.ndcg.{k}", metrics.ndcg_score([relevance], [s], k=k))


def quantile_vectors():
    for p in (1e-12, 1e-4, 0.01, 0.3, 0.5, 0.8, 0.975, 0.9999):
        put(f"quantile.normal.{p}", stats.norm.ppf(p))
    for df in (1, 2, 3, 5, 10, 30, 199):
        for p in (0.95, 0.975, 0.995):
            put(f"quantile.t.{df}.{p}", stats.t.ppf(p, df))
    for hits, rows in ((0, 10), (10, 10), (3, 7), (190, 200), (1, 100000)):
        low, high = stats.binomtest(hits, rows).proportion_ci(0.95, "wilson")
        put(f"wilson.{hits}_{rows}.lower", low)
        put(f"wilson.{hits}_{rows}.upper", high)


def main():
    print("# Golden vectors of the performance metrics, written by generate_golden.py; do not edit.")
    print(
        f"# scikit-learn {sklearn.__version__}, numpy {np.__version__}, scipy {scipy.__version__},"
        f" Python {platform.python_version()}, {datetime.date.today()}"
    )
    print("# command: venv/bin/python generate_golden.py > golden.properties")
    print("# ece, mce: the definition in numpy; everything else: sklearn.metrics, sklearn.calibration, scipy.stats")
    print("tolerance.relative=1e-09")
    print("tolerance.absolute=1e-12")
    binary_vectors()
    multiclass_vectors()
    regression_vectors()
    ranking_vectors()
    quantile_vectors()


main()
