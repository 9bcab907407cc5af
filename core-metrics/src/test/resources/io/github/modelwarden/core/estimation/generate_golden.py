"""Writes golden.properties: isotonic regression and expected ROC AUC of scikit-learn.

command: python generate_golden.py > golden.properties
"""

import datetime
import platform

import numpy
import sklearn
from sklearn.isotonic import IsotonicRegression
from sklearn.metrics import f1_score, precision_score, recall_score, roc_auc_score

random = numpy.random.default_rng(20260101)
rows = 120
score = numpy.round(random.random(rows), 2)  # with ties
label = (random.random(rows) < score**2).astype(float)
query = numpy.concatenate([[-1, 0, 1, 2], numpy.round(random.random(30), 4)])
isotonic = IsotonicRegression(out_of_bounds="clip").fit(score, label)
# a row of probability p is p of a positive and 1 - p of a negative row
probability = numpy.round(score**2, 6)
expected_auc = roc_auc_score(
    numpy.concatenate([numpy.ones(rows), numpy.zeros(rows)]),
    numpy.concatenate([score, score]),
    sample_weight=numpy.concatenate([probability, 1 - probability]))
classes = 3
logits = random.normal(0, 1, (60, classes))
probabilities = numpy.round(numpy.exp(logits) / numpy.exp(logits).sum(axis=1, keepdims=True), 3)
probabilities[:, 0] = numpy.round(1 - probabilities[:, 1] - probabilities[:, 2], 3)
actual = numpy.array([random.choice(classes, p=p / p.sum()) for p in probabilities])
predicted = probabilities.argmax(axis=1)


def line(name, values):
    print(f"{name}={','.join(repr(float(v)) for v in numpy.atleast_1d(values))}")


print("# Golden vectors of performance estimation, written by generate_golden.py; do not edit.")
print(f"# numpy {numpy.__version__}, scikit-learn {sklearn.__version__}, Python {platform.python_version()}, "
      f"{datetime.date.today()}")
print("# command: python generate_golden.py > golden.properties")
line("score", score)
line("label", label)
line("probability", probability)
line("query", query)
line("isotonic", isotonic.predict(query))
line("expected_roc_auc", expected_auc)
line("roc_auc", roc_auc_score(label, score))
for c in range(classes):
    line(f"class{c}", probabilities[:, c])
line("actual", actual)
line("predicted", predicted)
line("macro_precision", precision_score(actual, predicted, average="macro"))
line("macro_recall", recall_score(actual, predicted, average="macro"))
line("macro_f1", f1_score(actual, predicted, average="macro"))
line("macro_roc_auc", roc_auc_score(actual, probabilities, multi_class="ovr", average="macro"))
line("accuracy", (actual == predicted).mean())
