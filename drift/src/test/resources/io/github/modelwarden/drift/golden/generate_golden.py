"""Writes the golden vectors of the drift statistics.

The vectors tell formulas apart: unequal sample sizes, empty bins, ties, missing bins on both sides. Run:

    python3 -m venv venv && venv/bin/pip install numpy==2.4.6 scipy==1.17.1 statsmodels==0.15.0
    venv/bin/python generate_golden.py > golden.properties
"""

import datetime
import math
import platform
import warnings
from fractions import Fraction

import numpy as np
import scipy
import statsmodels
from scipy import stats
from scipy.spatial.distance import jensenshannon
from statsmodels.stats.multitest import multipletests

# clipped p-values of the Anderson-Darling test are meant to be clipped
warnings.filterwarnings("ignore", message="p-value")

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
    text = value if isinstance(value, (str, int)) else repr(float(value)).replace("inf", "Infinity")
    print(f"{key}={text}")


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


def floored(counts, epsilon):
    return np.maximum(counts / counts.sum(), epsilon)


def replaced(counts, epsilon):
    shares = counts / counts.sum()
    return np.where(shares == 0, epsilon, shares)


def psi_of(p, q):
    return np.sum((q - p) * np.log(q / p))


STIRLING = {2: {1: 1, 2: 1}, 4: {1: 1, 2: 7, 3: 6, 4: 1}, 6: {1: 1, 2: 31, 3: 90, 4: 65, 5: 15, 6: 1}}


def falling(x, k):
    return math.prod(x - i for i in range(k))


def times(a, b):
    product = {}
    for i, x in a.items():
        for j, y in b.items():
            product[i + j] = product.get(i + j, 0) + x * y
    return product


def added(*terms):
    total = {}
    for factor, polynomial in terms:
        for k, x in polynomial.items():
            total[k] = total.get(k, 0) + factor * x
    return total


def matched_p_value(r, c):
    """Pearson's statistic held against the Pearson type III law with its exact moments over all splits.

    r_i^k in falling factorials gives polynomials whose k-th power stands for falling(n, k) / falling(N, k).
    """
    pooled = [int(x) for x in r + c]
    n, m = int(r.sum()), int(c.sum())
    total = n + m

    def power(t, k):
        return {a: Fraction(s * falling(t, a), t ** (k // 2)) for a, s in STIRLING[k].items()}

    def value(polynomial):
        return sum(x * Fraction(falling(n, k), falling(total, k)) for k, x in polynomial.items())

    squares, fourths, sixths = ([power(t, k) for t in pooled] for k in (2, 4, 6))
    sum2, sum4, sum6 = (added(*((1, x) for x in xs)) for xs in (squares, fourths, sixths))
    sum22 = added(*((1, times(x, x)) for x in squares))
    sum222 = added(*((1, times(x, times(x, x))) for x in squares))
    sum42 = added(*((1, times(x, y)) for x, y in zip(fourths, squares)))
    first = value(sum2)
    second = value(sum4) + value(added((1, times(sum2, sum2)), (-1, sum22)))
    third = (value(sum6) + 3 * value(added((1, times(sum4, sum2)), (-1, sum42)))
             + value(added((1, times(sum2, times(sum2, sum2))), (-3, times(sum22, sum2)), (2, sum222))))
    scale = Fraction(total * total, n * m)
    mean = float(scale * (first - Fraction(n * n, total)))
    variance = float(scale**2 * (second - first**2))
    cube = float(scale**3 * (third - 3 * first * second + 2 * first**3))
    statistic = stats.chi2_contingency(np.array([r, c]), correction=False).statistic
    return stats.pearson3.sf((statistic - mean) / np.sqrt(variance), cube / variance**1.5)


def counts_distances():
    """Distances over the same counts; each law's p-value is held against the matched one, the larger one counts."""
    for name, (reference, current) in COUNTS.items():
        r, c = np.array(reference, float), np.array(current, float)
        used = r + c > 0
        r, c = r[used], c[used]
        n, m, bins = r.sum(), c.sum(), len(r)
        p, q = r / n, c / m
        ps, qs = (r + 0.5) / (n + bins / 2), (c + 0.5) / (m + bins / 2)
        effective = n * m / (n + m)
        matched = matched_p_value(r, c)
        js = jensenshannon(p, q)
        hellinger = np.linalg.norm(np.sqrt(p) - np.sqrt(q)) / np.sqrt(2)

        def guarded(scaled):
            return max(stats.chi2.sf(scaled, bins - 1), matched)

        key = f"counts.{name}."
        put(key + "chi_square_matched_p_value", matched)
        put(key + "js_p_value", guarded(8 * effective * js**2))
        put(key + "js_distance_base_2", jensenshannon(p, q, base=2))
        put(key + "hellinger", hellinger)
        put(key + "hellinger_p_value", guarded(8 * effective * hellinger**2))
        put(key + "kl_current_reference", stats.entropy(qs, ps))
        put(key + "kl_reference_current", stats.entropy(ps, qs))
        put(key + "kl_p_value", guarded(2 * effective * stats.entropy(qs, ps)))
        put(key + "kl_floored", np.sum(floored(c, 1e-4) * np.log(floored(c, 1e-4) / floored(r, 1e-4))))
        put(key + "total_variation", np.abs(p - q).sum() / 2)
        put(key + "l_infinity", np.abs(p - q).max())
        put(key + "psi_floored", psi_of(floored(r, 0.04), floored(c, 0.04)))
        put(key + "psi_replaced", psi_of(replaced(r, 1e-4), replaced(c, 1e-4)))
        put(key + "psi_one_added", psi_of((r + 1) / n, (c + 1) / m))
        put(key + "psi_share_added", psi_of(p + 1e-6, q + 1e-6))
        g = stats.chi2_contingency(np.array([r, c]), correction=False, lambda_="log-likelihood")
        put(key + "g_test", g.statistic)
        put(key + "g_test_p_value", g.pvalue)
        if not np.any((r == 0) & (c > 0)):
            fit = stats.chisquare(c, r * m / n)
            put(key + "chi_square_gof", fit.statistic)
            put(key + "chi_square_gof_p_value", fit.pvalue)
            fit = stats.power_divergence(c, r * m / n, lambda_="log-likelihood")
            put(key + "g_test_gof", fit.statistic)
            put(key + "g_test_gof_p_value", fit.pvalue)


def table_vectors():
    tables = {
        "three_by_three": [[40, 22, 43], [91, 21, 28], [60, 10, 22]],
        "two_by_two": [[12, 5], [7, 29]],
        "two_by_two_close": [[10, 10], [10, 11]],
        "fractions": [[1.5, 20.25, 3], [0.25, 11.5, 9.75]],
        "four_by_two": [[3, 0], [0, 4], [5, 5], [1, 9]],
    }
    for name, table in tables.items():
        t = np.array(table, float)
        put(f"table.{name}.rows", len(table))
        for i, row in enumerate(table):
            put(f"table.{name}.row{i}", listed([float(v) for v in row]))
        for correction in (False, True):
            suffix = "_yates" if correction else ""
            result = stats.chi2_contingency(t, correction=correction)
            put(f"table.{name}.chi_square{suffix}", result.statistic)
            put(f"table.{name}.chi_square{suffix}_p_value", result.pvalue)
            result = stats.chi2_contingency(t, correction=correction, lambda_="log-likelihood")
            put(f"table.{name}.g_test{suffix}", result.statistic)
            put(f"table.{name}.g_test{suffix}_p_value", result.pvalue)
        put(f"table.{name}.degrees_of_freedom", int(result.dof))
        smaller = min(t.shape) - 1
        put(f"table.{name}.cramers_v", np.sqrt(stats.chi2_contingency(t, correction=False).statistic / t.sum() / smaller))


def two_by_two_vectors():
    tables = {
        "unequal": ([123, 92], [424, 113]),
        "small": ([8, 2], [1, 5]),
        "separate": ([6, 0], [0, 6]),
        "empty_cell": ([9, 0], [11, 4]),
        "equal": ([10, 20], [30, 60]),
    }
    for name, (reference, current) in tables.items():
        r, c = np.array(reference, float), np.array(current, float)
        put(f"two_by_two.{name}.reference", listed(reference))
        put(f"two_by_two.{name}.current", listed(current))
        pooled = (r[0] + c[0]) / (r.sum() + c.sum())
        z = (r[0] / r.sum() - c[0] / c.sum()) / np.sqrt(pooled * (1 - pooled) * (1 / r.sum() + 1 / c.sum()))
        put(f"two_by_two.{name}.z", z)
        put(f"two_by_two.{name}.z_two_sided", 2 * stats.norm.sf(abs(z)))
        put(f"two_by_two.{name}.z_less", stats.norm.cdf(z))
        put(f"two_by_two.{name}.z_greater", stats.norm.sf(z))
        for alternative in ("two-sided", "less", "greater"):
            result = stats.fisher_exact([reference, current], alternative=alternative)
            put(f"two_by_two.{name}.fisher_{alternative.replace('-', '_')}", result.pvalue)
        put(f"two_by_two.{name}.odds_ratio", result.statistic)


def sample_vectors():
    rng = np.random.default_rng(20260202)
    samples = {
        "small": ([2.5, -1, 7, 3.25, 9, 0.5], [4, 11, 6.5, -2, 8, 12.75, 5, 10]),
        "medium": (rng.normal(size=40).round(4), rng.normal(0.4, 2, size=55).round(4)),
        "ties": (rng.integers(0, 6, 40).astype(float), rng.integers(0, 7, 31).astype(float)),
        "skewed": (rng.lognormal(size=120).round(3), (rng.lognormal(size=90) * 1.3).round(3)),
        "offset": (1e9 + rng.normal(size=30).round(2), 1e9 + rng.normal(0.5, 1, size=45).round(2)),
        "zero_inflated": (
            np.where(rng.random(60) < 0.4, 0, rng.exponential(3, 60)).round(2),
            np.where(rng.random(50) < 0.2, 0, rng.exponential(3, 50)).round(2),
        ),
        "far_apart": (np.arange(30.0), np.arange(60.0, 100.0)),
    }
    for name, (x, y) in samples.items():
        x, y = np.asarray(x, float), np.asarray(y, float)
        key = f"sample.{name}."
        put(key + "reference", listed(x))
        put(key + "current", listed(y))
        rank_tests(key, x, y)
        parametric_and_distances(key, x, y)


def rank_tests(key, x, y):
    n, m = len(x), len(y)
    pooled = np.sort(np.concatenate([x, y]))
    gap = (np.searchsorted(np.sort(x), pooled, "right") / n - np.searchsorted(np.sort(y), pooled, "right") / m)
    v, root = max(gap.max(), 0) + max(-gap.min(), 0), np.sqrt(n * m / (n + m))
    put(key + "kuiper", v)
    j, lam = np.arange(1, 200), v * (root + 0.155 + 0.24 / root)
    put(key + "kuiper_p_value", min(1, 2 * np.sum((4 * j**2 * lam**2 - 1) * np.exp(-2 * j**2 * lam**2))))
    for alternative in ("two-sided", "less", "greater"):
        word = alternative.replace("-", "_")
        result = stats.ks_2samp(x, y, alternative=alternative, method="exact")
        put(key + f"ks_{word}", result.statistic)
        put(key + f"ks_{word}_exact", result.pvalue)
        put(key + f"ks_{word}_asymptotic", stats.ks_2samp(x, y, alternative=alternative, method="asymp").pvalue)
        put(key + f"mann_whitney_{word}", stats.mannwhitneyu(x, y, alternative=alternative, method="asymptotic").pvalue)
        result = stats.mannwhitneyu(x, y, alternative=alternative, method="asymptotic", use_continuity=False)
        put(key + f"mann_whitney_{word}_uncorrected", result.pvalue)
        if len(np.unique(pooled)) == n + m:
            result = stats.mannwhitneyu(x, y, alternative=alternative, method="exact")
            put(key + f"mann_whitney_{word}_exact", result.pvalue)
    put(key + "mann_whitney", stats.mannwhitneyu(x, y).statistic)
    result = stats.cramervonmises_2samp(x, y, method="asymptotic")
    put(key + "cramer_von_mises", result.statistic)
    put(key + "cramer_von_mises_asymptotic", result.pvalue)
    if max(n, m) <= 20:
        put(key + "cramer_von_mises_exact", stats.cramervonmises_2samp(x, y, method="exact").pvalue)
    for variant in ("midrank", "right", "continuous"):
        result = stats.anderson_ksamp([x, y], variant=variant)
        put(key + f"anderson_darling_{variant}", result.statistic)
        put(key + f"anderson_darling_{variant}_p_value", result.pvalue)


def parametric_and_distances(key, x, y):
    result = stats.epps_singleton_2samp(x, y)
    put(key + "epps_singleton", result.statistic)
    put(key + "epps_singleton_p_value", result.pvalue)
    for equal, word in ((False, "welch"), (True, "student")):
        for alternative in ("two-sided", "less", "greater"):
            result = stats.ttest_ind(x, y, equal_var=equal, alternative=alternative)
            put(key + f"{word}_{alternative.replace('-', '_')}", result.pvalue)
        put(key + f"{word}_t", result.statistic)
        put(key + f"{word}_degrees_of_freedom", result.df)
    put(key + "wasserstein1", stats.wasserstein_distance(x, y))
    put(key + "wasserstein1_sample_stddevs", stats.wasserstein_distance(x, y) / np.std(x - x[0], ddof=1))
    put(key + "wasserstein1_population_stddevs", stats.wasserstein_distance(x, y) / np.std(x - x[0]))
    put(key + "energy_distance", stats.energy_distance(x, y))


def other_sample_vectors():
    rng = np.random.default_rng(20260303)
    x, y, z = rng.normal(size=25).round(1), rng.normal(0.6, 1, size=18).round(1), rng.normal(0, 2, size=31).round(1)
    for i, sample in enumerate((x, y, z)):
        put(f"three_samples.normal.sample{i}", listed(sample))
    for variant in ("midrank", "right", "continuous"):
        result = stats.anderson_ksamp([x, y, z], variant=variant)
        put(f"three_samples.normal.{variant}", result.statistic)
        put(f"three_samples.normal.{variant}_p_value", result.pvalue)
    u, v = rng.exponential(size=15).round(3), rng.exponential(2, size=11).round(3)
    uw, vw = rng.integers(0, 5, 15).astype(float), (rng.random(11) * 3).round(3)
    for word, values in (("reference", u), ("reference_weights", uw), ("current", v), ("current_weights", vw)):
        put(f"weighted.exponential.{word}", listed(values))
    put("weighted.exponential.wasserstein1", stats.wasserstein_distance(u, v, uw, vw))
    put("weighted.exponential.energy_distance", stats.energy_distance(u, v, uw, vw))


def null_distribution_vectors():
    for n in (2, 10, 100, 150, 1000, 5000, 100000):
        distances = [float(z / np.sqrt(n)) for z in (0.4, 0.6, 0.9, 1.2, 1.5, 2.5, 4, 7) if z / np.sqrt(n) < 1]
        put(f"kolmogorov.n{n}.n", n)
        put(f"kolmogorov.n{n}.distances", listed(distances))
        put(f"kolmogorov.n{n}.survival", listed(stats.kstwo.sf(distances, n)))
        put(f"kolmogorov.n{n}.one_sided_survival", listed(stats.ksone.sf(distances, n)))
    for extreme, permutations, different in ((3, 5, 1000), (0, 100, 462), (12, 200, 50)):
        key = f"permutation.b{extreme}_of_{permutations}."
        put(key + "numbers", listed([extreme, permutations, different]))
        put(key + "drawn_with_replacement",
            np.mean(stats.binom.cdf(extreme, permutations, np.arange(1, different + 1) / different)))


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
        put(f"correction.{name}.by", listed(multipletests(p_values, method="fdr_by")[1]))


print("# Golden vectors of the drift statistics, written by generate_golden.py; do not edit.")
print(f"# numpy {np.__version__}, scipy {scipy.__version__}, statsmodels {statsmodels.__version__}, "
      f"Python {platform.python_version()}, {datetime.date.today()}")
print("# command: venv/bin/python generate_golden.py > golden.properties")
print("# psi: the formula above in numpy; chi_square: scipy.stats.chi2_contingency(correction=False);")
print("# ks: scipy.stats.ks_2samp; js: scipy.spatial.distance.jensenshannon squared; wasserstein1:")
print("# scipy.stats.wasserstein_distance; corrections: statsmodels.stats.multitest.multipletests;")
print("# every other value: the function of scipy.stats or the formula in numpy that the script names")
put("tolerance.relative", 1e-9)
put("tolerance.absolute", 1e-12)
put("tolerance.cramer_von_mises_p_absolute", 2e-7)
counts_vectors()
counts_distances()
table_vectors()
two_by_two_vectors()
ks_vectors()
sample_vectors()
other_sample_vectors()
null_distribution_vectors()
correction_vectors()
