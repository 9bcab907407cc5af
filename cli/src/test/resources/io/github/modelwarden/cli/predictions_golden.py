"""Writes predictions_golden.csv: what scikit-learn says of examples/performance/predictions.csv.

Run in the project's folder:
    python3 cli/src/test/resources/io/github/modelwarden/cli/predictions_golden.py
The expected calibration error is not in scikit-learn; it is computed here from its definition with numpy.
"""
import csv
import pathlib

import numpy as np
import sklearn
from sklearn import metrics as m

here = pathlib.Path(__file__).parent
rows = [r for r in csv.DictReader(open("examples/performance/predictions.csv")) if r["churned"]]
y = np.array([r["churned"] == "yes" for r in rows])
p = np.array([float(r["churn_score"]) for r in rows])
said = p >= 0.5
bins = np.minimum((p * 10).astype(int), 9)
ece = sum(abs(y[bins == b].sum() - p[bins == b].sum()) for b in range(10)) / len(y)
tn, fp, fn, tp = m.confusion_matrix(y, said).ravel()
values = {
    "labeled": len(y), "tn": tn, "fp": fp, "fn": fn, "tp": tp,
    "accuracy": m.accuracy_score(y, said),
    "balanced_accuracy": m.balanced_accuracy_score(y, said),
    "precision": m.precision_score(y, said),
    "recall": m.recall_score(y, said),
    "f1": m.f1_score(y, said),
    "mcc": m.matthews_corrcoef(y, said),
    "cohen_kappa": m.cohen_kappa_score(y, said),
    "roc_auc": m.roc_auc_score(y, p),
    "average_precision": m.average_precision_score(y, p),
    "log_loss": m.log_loss(y, p),
    "brier": m.brier_score_loss(y, p),
    "ece": ece,
}
with open(here / "predictions_golden.csv", "w") as out:
    out.write(f"# scikit-learn {sklearn.__version__}, numpy {np.__version__}; written by predictions_golden.py\n")
    for name, value in values.items():
        out.write(f"{name},{float(value)!r}\n")
