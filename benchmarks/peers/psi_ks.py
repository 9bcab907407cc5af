"""PSI over ten reference deciles and the Kolmogorov-Smirnov distance of every column of two CSV files, the usual way.

    python psi_ks.py REFERENCE CURRENT [c|pyarrow]

The last argument is the engine of pandas.read_csv. Writes a JSON object: column -> {"psi": ..., "ks": ...}.
"""

import json
import sys

import numpy as np
import pandas as pd
from scipy import stats

BINS = 10


def psi(reference, current):
    # the order statistics at whole deciles; a value on an edge belongs to the bin below it
    edges = np.unique(np.quantile(reference, np.arange(1, BINS) / BINS, method="inverted_cdf"))
    edges = edges[edges < reference.max()]
    r = np.bincount(np.searchsorted(edges, reference), minlength=len(edges) + 1) + 0.5
    c = np.bincount(np.searchsorted(edges, current), minlength=len(edges) + 1) + 0.5
    p = r / r.sum()
    q = c / c.sum()
    return float(np.sum((q - p) * np.log(q / p)))


def main():
    engine = sys.argv[3] if len(sys.argv) > 3 else "c"
    reference = pd.read_csv(sys.argv[1], engine=engine)
    current = pd.read_csv(sys.argv[2], engine=engine)
    result = {}
    for column in reference.columns:
        x = reference[column].to_numpy()
        y = current[column].to_numpy()
        result[column] = {"psi": psi(x, y), "ks": float(stats.ks_2samp(x, y).statistic)}
    json.dump(result, sys.stdout, indent=1)


if __name__ == "__main__":
    main()
