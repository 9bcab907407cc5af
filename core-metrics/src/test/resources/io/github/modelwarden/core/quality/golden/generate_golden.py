"""Writes the golden vectors of the quality checks.

Counts among reference and checked rows with very unequal sizes, counts near their mean, counts that only the checked rows
have, and ranges, whose probability is that of a beta-binomial count. Run:

    python3 -m venv venv && venv/bin/pip install numpy==2.4.6 scipy==1.17.1
    venv/bin/python generate_golden.py > golden.properties
"""

import datetime
import platform

import scipy
from scipy import stats

# name: k of n checked rows, count of the reference rows
COUNTS = {
    "none": (0, 50, 3, 100),
    "one_of_few": (1, 3, 0, 100),
    "only_checked": (17, 100, 0, 100),
    "more_than_reference": (9, 300, 2, 1000),
    "near_mean": (52, 500, 98, 1000),
    "below_mean": (20, 500, 98, 1000),
    "large_equal": (5300, 100_000, 5000, 100_000),
    "large_unequal": (40, 1000, 30_123, 1_000_000),
    "very_large": (101_500, 10_000_000, 100_000, 10_000_000),
    "all_checked": (12, 12, 1, 40),
    "all_reference": (30, 60, 20, 20),
    "tiny": (60, 200, 1, 5000),
}

# name: k of n checked values outside of the smallest and largest of so many reference values
RANGES = {
    "equal": (7, 100, 100),
    "small_check": (2, 10, 1000),
    "large_check": (300, 10_000, 100),
    "two_values": (3, 10, 2),
}


def put(key, value):
    print(f"{key}={value if isinstance(value, str) else repr(float(value))}")


print("# Golden vectors of the quality checks, written by generate_golden.py; do not edit.")
print(f"# scipy {scipy.__version__}, Python {platform.python_version()}, {datetime.date.today()}")
print("# command: venv/bin/python generate_golden.py > golden.properties")
print("# count: scipy.stats.hypergeom.sf(k - 1, n + rows, k + count, n); range: scipy.stats.betabinom.sf(k - 1, n, 2, rows - 1);")
print("# t: scipy.stats.t.isf(tail, degrees)")
for name, (k, n, count, rows) in COUNTS.items():
    print(f"count.{name}.numbers={k},{n},{count},{rows}")
    put(f"count.{name}.p_value", stats.hypergeom.sf(k - 1, n + rows, k + count, n))
for name, (k, n, rows) in RANGES.items():
    print(f"range.{name}.numbers={k},{n},{rows}")
    put(f"range.{name}.p_value", stats.betabinom.sf(k - 1, n, 2, rows - 1))
for degrees in (1, 2, 3, 6, 11, 30, 99):
    for tail in (0.25, 0.005, 0.00005):
        print(f"t.{degrees}_{int(tail * 1e5)}.numbers={degrees},{tail}")
        put(f"t.{degrees}_{int(tail * 1e5)}.quantile", stats.t.isf(tail, degrees))
