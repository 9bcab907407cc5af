"""Writes golden.properties: kernel, unbiased MMD, rank sums and PCA reconstruction by NumPy, SciPy and scikit-learn.

command: python generate_golden.py > golden.properties
"""

import datetime
import platform

import numpy
import scipy
import sklearn
from scipy.stats import mannwhitneyu
from sklearn.decomposition import PCA
from sklearn.metrics.pairwise import rbf_kernel

random = numpy.random.default_rng(20260101)
reference = numpy.round(random.normal(0, 1, (13, 3)), 3)
current = numpy.round(random.normal(0.5, 1.5, (8, 3)), 3)
sigma = 1.3


def kernel(x, y):
    return rbf_kernel(x, y, gamma=1 / (2 * sigma**2))


def off_diagonal_mean(k):
    n = len(k)
    return (k.sum() - numpy.trace(k)) / (n * (n - 1))


mmd2 = (off_diagonal_mean(kernel(reference, reference)) + off_diagonal_mean(kernel(current, current))
        - 2 * kernel(reference, current).mean())
tied_x = random.integers(0, 6, 25).astype(float)
tied_y = random.integers(1, 8, 17).astype(float)
rank = mannwhitneyu(tied_y, tied_x, method="asymptotic", use_continuity=False, alternative="greater")
points = numpy.round(random.normal(0, 1, (30, 4)) @ random.normal(0, 1, (4, 4)), 3)
points -= points[:20].mean(axis=0)
pca = PCA(n_components=0.9, svd_solver="full").fit(points[:20])
errors = numpy.linalg.norm(points - pca.inverse_transform(pca.transform(points)), axis=1)


def line(name, values):
    print(f"{name}={','.join(repr(float(v)) for v in numpy.atleast_1d(values))}")


print("# Golden vectors of multivariate drift, written by generate_golden.py; do not edit.")
print(f"# numpy {numpy.__version__}, scipy {scipy.__version__}, scikit-learn {sklearn.__version__}, "
      f"Python {platform.python_version()}, {datetime.date.today()}")
print("# command: python generate_golden.py > golden.properties")
for k in range(3):
    line(f"reference{k}", reference[:, k])
    line(f"current{k}", current[:, k])
line("sigma", sigma)
line("kernel_row2", kernel(reference, current)[2])
line("mmd2", mmd2)
line("tied_x", tied_x)
line("tied_y", tied_y)
line("area", rank.statistic / (len(tied_x) * len(tied_y)))
line("rank_p_value", rank.pvalue)
for k in range(4):
    line(f"point{k}", points[:, k])
line("components", pca.n_components_)
line("reconstruction_errors", errors)
