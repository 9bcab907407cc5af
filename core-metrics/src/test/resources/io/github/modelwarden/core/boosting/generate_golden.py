"""Writes golden.properties: predictions of scikit-learn's histogram gradient boosting on small data with ties and gaps.

command: python generate_golden.py > golden.properties
"""

import datetime
import platform

import numpy
import sklearn
from sklearn.ensemble import HistGradientBoostingClassifier, HistGradientBoostingRegressor

random = numpy.random.default_rng(20260101)
rows = 160
x = numpy.column_stack([
    random.integers(0, 25, rows) / 4,
    random.integers(-15, 15, rows) * 0.5,
    random.integers(0, 3, rows),
]).astype(float)
x[random.random(x.shape) < 0.12] = numpy.nan
signal = numpy.nan_to_num(x[:, 0], nan=7.0) - numpy.abs(numpy.nan_to_num(x[:, 1], nan=-4.0)) * (x[:, 2] == 1)
number = signal + random.normal(0, 0.5, rows)
label = (signal + random.normal(0, 1, rows) > 1.5).astype(float)
settings = dict(max_iter=12, max_depth=3, max_leaf_nodes=None, min_samples_leaf=5, l2_regularization=0.5,
                learning_rate=0.3, early_stopping=False)
regressor = HistGradientBoostingRegressor(**settings).fit(x, number)
classifier = HistGradientBoostingClassifier(**settings).fit(x, label)


def line(name, values):
    print(f"{name}={','.join('NaN' if numpy.isnan(v) else repr(float(v)) for v in values)}")


print("# Predictions of boosted trees, written by generate_golden.py; do not edit.")
print(f"# numpy {numpy.__version__}, scikit-learn {sklearn.__version__}, Python {platform.python_version()}, "
      f"{datetime.date.today()}")
print("# command: python generate_golden.py > golden.properties")
print("# 12 rounds, depth 3, at least 5 rows a leaf, L2 0.5, learning rate 0.3; scikit-learn sums gradients in single")
print("# precision, so predictions agree to about 1e-6")
for j in range(x.shape[1]):
    line(f"x{j}", x[:, j])
line("number", number)
line("label", label)
line("squared", regressor.predict(x))
line("logistic", classifier.predict_proba(x)[:, 1])
