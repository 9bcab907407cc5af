"""Writes the golden vectors of the drift statistics.

The vectors tell formulas apart: unequal sample sizes, empty bins, ties, missing bins on both sides. Run:

    python3 -m venv venv && venv/bin/pip install numpy==2.4.6 scipy==1.17.1 statsmodels==0.15.0
    venv/bin/python generate_golden.py > golden.properties
"""

import datetime
import platform

import numpy as np
import scipy
import statsmodels
from scipy import stats
from scipy.spatial.distance import jensenshannon
from statsmodels.stats.multitest import multipletests

COUNTS = {
    "equal_sizes": ([100, 200, 300, 400], [130, 190, 290, 390]),
    "unequal_sizes": ([10, 20, 30, 40], [300, 500, 100, 100]),
    "empty_current_bin": ([50, 30, 20], [80, 20, 0]),
    "empty_reference_bin": ([400, 600, 0], [30, 60, 10]),
    "bin_empty_on_both_sides": ([100, 0, 150], [40, 0, 85]),
    "disjoint": ([60, 0], [0, 70]),
    "identical": ([5, 7, 9], [5, 7, 9]),
    "proportional": ([10, 20, 30], [100, 200, 300]),
    "two_bins": ([97, 3], [9500, 500]),
    "sparse_tail": ([60, 25, 10, 3, 1, 1, 0, 0], [500, 320, 120, 30, 15, 9, 5, 1]),
}


def psi(reference, current):
    r, c = np.array(reference, float), np.array(current, float)
    used = r + c > 0
    r, c = r[used], c[used]
    n, m, bins = r.sum(), c.sum(), len(r)
    p, q = (r + 0.5) / (n + bins / 2), (c + 0.5) / (m + bins / 2)
    index = float(np.sum((q - p) * np.log(q / p)))
    return index, index / (1 / n + 1 / m), bins


def listed(values):
    return ",".join(repr(float(v)) if not isinstance(v, int) else str(v) for v in values)


def put(key, value):
    print(f"{key}={value if isinstance(value, (str, int)) else repr(float(value))}")


def counts_vectors():
    for name, (reference, current) in COUNTS.items():
        r, c = np.array(reference), np.array(current)
        used = r + c > 0
        index, scaled, bins = psi(reference, current)
        chi2 = stats.chi2_contingency(np.array([r[used], c[used]]), correction=False)
        put(f"counts.{name}.reference", listed(reference))
        put(f"counts.{name}.current", listed(current))
        put(f"counts.{name}.psi", index)
        put(f"counts.{name}.psi_p_value", max(stats.chi2.sf(scaled, bins - 1), chi2.pvalue))
        put(f"counts.{name}.psi_threshold_0_01", stats.chi2.isf(0.01, bins - 1) * (1 / r.sum() + 1 / c.sum()))
        put(f"counts.{name}.chi_square", chi2.statistic)
        put(f"counts.{name}.chi_square_p_value", chi2.pvalue)
        put(f"counts.{name}.cramers_v", np.sqrt(chi2.statistic / (r.sum() + c.sum())))
        put(f"counts.{name}.js_divergence", jensenshannon(r / r.sum(), c / c.sum()) ** 2)
        typical = np.cumsum(np.arange(1, len(r) + 1) ** 1.5)
        put(f"counts.{name}.spacings", listed(np.diff(typical)))
        put(f"counts.{name}.wasserstein1", stats.wasserstein_distance(typical, typical, r, c))


def ks_vectors():
    rng = np.random.default_rng(20260101)
    samples = {
        "exact_unequal": (rng.normal(size=23).round(3), rng.normal(0.7, 2, size=61).round(3)),
        "exact_ties": (rng.integers(0, 6, 40).astype(float), rng.integers(1, 7, 55).astype(float)),
        "exact_disjoint": (np.arange(8.0), np.arange(100.0, 112.0)),
        "asymptotic": (rng.normal(size=400).round(4), rng.normal(0.08, 1, size=300).round(4)),
    }
    for name, (x, y) in samples.items():
        method = "asymp" if name == "asymptotic" else "exact"
        result = stats.ks_2samp(x, y, method=method)
        put(f"ks.{name}.reference", listed(x))
        put(f"ks.{name}.current", listed(y))
        put(f"ks.{name}.statistic", result.statistic)
        put(f"ks.{name}.p_value", result.pvalue)


def correction_vectors():
    vectors = {
        "mixed": [0.04, 0.001, 0.03, 0.2, 0.012, 0.9],
        "ties": [0.02, 0.02, 0.5, 0.02],
        "ordinal_trap": [0.049, 0.048, 0.047],
        "one": [0.03],
        "extremes": [0.0, 1.0, 0.6, 1e-12],
    }
    for name, p_values in vectors.items():
        put(f"correction.{name}.p_values", listed(p_values))
        put(f"correction.{name}.holm", listed(multipletests(p_values, method="holm")[1]))
        put(f"correction.{name}.bh", listed(multipletests(p_values, method="fdr_bh")[1]))


print("# Golden vectors of the drift statistics, written by generate_golden.py; do not edit.")
print(f"# numpy {np.__version__}, scipy {scipy.__version__}, statsmodels {statsmodels.__version__}, "
      f"Python {platform.python_version()}, {datetime.date.today()}")
print("# command: venv/bin/python generate_golden.py > golden.properties")
print("# psi: the formula above in numpy; chi_square: scipy.stats.chi2_contingency(correction=False);")
print("# ks: scipy.stats.ks_2samp; js: scipy.spatial.distance.jensenshannon squared; wasserstein1:")
print("# scipy.stats.wasserstein_distance; corrections: statsmodels.stats.multitest.multipletests")
put("tolerance.relative", 1e-9)
put("tolerance.absolute", 1e-12)
put("tolerance.ks_asymptotic_p_relative", 0.01)
counts_vectors()
ks_vectors()
correction_vectors()
