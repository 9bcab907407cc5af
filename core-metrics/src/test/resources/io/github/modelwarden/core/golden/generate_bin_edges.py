"""Writes the golden vectors of BinEdges: edges, counts and quantiles as NumPy has them. Run:

    python3 -m venv venv && venv/bin/pip install numpy==2.4.6 scipy==1.17.1
    venv/bin/python generate_bin_edges.py > bin_edges.properties
"""

import datetime
import platform

import numpy as np
import scipy
from scipy import stats


def listed(values):
    return ",".join(repr(float(v)) if isinstance(v, (float, np.floating)) else str(v) for v in values)


def put(key, values):
    print(f"{key}={listed(np.atleast_1d(values).tolist())}")


rng = np.random.default_rng(20260404)
SAMPLES = {
    "normal": rng.normal(50, 12, 200).round(2),
    "skewed": rng.lognormal(0, 1.2, 150).round(3),
    "ties": rng.integers(0, 9, 64).astype(float),
    "power_of_two": np.arange(128.0),
    "mostly_equal": np.array([5.0] * 30 + [1.0, 9.0, 7.5]),
    "constant": np.full(12, 3.0),
    "negative": -rng.exponential(1e6, 40).round(0),
    "two_values": np.array([1.0, 2.0]),
}

print("# Golden vectors of BinEdges, written by generate_bin_edges.py; do not edit.")
print(f"# numpy {np.__version__}, scipy {scipy.__version__}, Python {platform.python_version()}, {datetime.date.today()}")
print("# command: venv/bin/python generate_bin_edges.py > bin_edges.properties")
print("# edges: numpy.histogram_bin_edges; counts: numpy.histogram; quantiles: numpy.quantile; right-closed counts:")
print("# numpy.searchsorted(side='left'); cumulative: scipy.stats.rv_histogram.cdf")
for name, values in SAMPLES.items():
    put(f"{name}.values", values)
    for rule in ("sturges", "doane", "fd", "auto"):
        put(f"{name}.{rule}", np.histogram_bin_edges(values, rule))
    edges = np.histogram_bin_edges(values, 7)
    put(f"{name}.seven", edges)
    put(f"{name}.seven_counts", np.histogram(values, edges)[0])
    at = np.linspace(edges[0] - 1, edges[-1] + 1, 9)
    put(f"{name}.at", at)
    put(f"{name}.cumulative", stats.rv_histogram(np.histogram(values, edges), density=False).cdf(at))
    put(f"{name}.quantiles", np.quantile(values, [0, 0.1, 0.25, 0.333, 0.5, 0.75, 0.9, 1]))
    inner = np.unique(np.quantile(values, np.arange(1, 10) / 10))
    put(f"{name}.deciles", inner)
    put(f"{name}.decile_counts", np.bincount(np.searchsorted(inner, values, "left"), minlength=len(inner) + 1))
    if np.all(values == np.rint(values)):
        for rule in ("sturges", "doane", "fd", "auto"):
            put(f"{name}.{rule}_integers", np.histogram_bin_edges(values.astype(np.int64), rule))
