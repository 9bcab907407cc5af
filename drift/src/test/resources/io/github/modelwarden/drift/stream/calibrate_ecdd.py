"""Finds the control limits of ECDD: the L at which streams without a change run ARL0 values before the first alarm.

For each error rate p, REPETITIONS Bernoulli streams are watched by ECDD with weight 0.2, the rate estimated from the
stream itself, and alarms from value 30 on. One pass finds the mean run length of every L on a grid: a stream still runs
under L while (Z - p) / s has never been above L. Prints the limits, a row for each ARL0. Where even L = 0 runs longer (the
first errors come too late), the limit of the next rate stands in. Run:

    python3 -m venv venv && venv/bin/pip install numpy==2.4.6
    venv/bin/python calibrate_ecdd.py
"""

import numpy as np

RATES = [0.01, 0.02, 0.03, 0.05, 0.075, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8, 0.9]
RUN_LENGTHS = [100, 400, 1000]
REPETITIONS = 40_000
WEIGHT = 0.2
FIRST = 30
LIMITS = np.arange(0.0, 8.0, 0.01)


def run_lengths(rate, longest, rng):
    """The mean run length under each limit; a stream without an alarm counts with its full length."""
    z = np.zeros(REPETITIONS)
    errors = np.zeros(REPETITIONS)
    highest = np.full(REPETITIONS, -np.inf)
    total = np.zeros(len(LIMITS))
    for t in range(1, longest + 1):
        total += np.searchsorted(np.sort(highest), LIMITS, side="right")
        x = (rng.random(REPETITIONS) < rate).astype(float)
        errors += x
        z = (1 - WEIGHT) * z + WEIGHT * x
        if t >= FIRST:
            p = errors / t
            s = np.sqrt(p * (1 - p) * WEIGHT / (2 - WEIGHT) * (1 - (1 - WEIGHT) ** (2 * t)))
            with np.errstate(invalid="ignore", divide="ignore"):
                score = np.where(s > 0, (z - p) / s, -np.inf)
            np.maximum(highest, score, out=highest)
    return total / REPETITIONS


def main():
    rng = np.random.default_rng(2026)
    print("rates", ", ".join(str(rate) for rate in RATES))
    rows = {length: [] for length in RUN_LENGTHS}
    for rate in RATES:
        means = run_lengths(rate, 10 * max(RUN_LENGTHS), rng)
        for length in RUN_LENGTHS:
            rows[length].append(np.interp(length, means, LIMITS))
    for length in RUN_LENGTHS:
        for i in reversed(range(len(RATES) - 1)):
            if rows[length][i] == 0:
                rows[length][i] = rows[length][i + 1]
        print(length, ", ".join(f"{limit:.3f}" for limit in rows[length]))


if __name__ == "__main__":
    main()
