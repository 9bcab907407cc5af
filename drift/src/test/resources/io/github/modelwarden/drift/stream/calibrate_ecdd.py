"""Finds the control limits of ECDD: the L(p) under which streams without a change run ARL0 values before the first alarm.

Bernoulli streams are watched by ECDD with weight 0.2, the rate p estimated from the stream itself, L taken at that
estimate, and alarms from value 30 on. At each rate one pass finds the mean run length for every multiple of the present
limits at once: a stream still runs under a multiple while (Z - p) / (s L(p)) has never been above it. The limit at the rate
moves half the way (in its logarithm) to the multiple that gives ARL0, and all is repeated, since neighbouring limits matter
too. Where the first errors come too late for ARL0, the limit of the next rate stands in. Prints the limits, a row for each
ARL0. Run (10 minutes):

    python3 -m venv venv && venv/bin/pip install numpy==2.4.6
    venv/bin/python calibrate_ecdd.py
"""

import numpy as np

RATES = np.array(
    [0.01, 0.02, 0.03, 0.05, 0.075, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8]
)
RUN_LENGTHS = [100, 400, 1000]
ROUNDS = 7
REPETITIONS = 10_000
WEIGHT = 0.2
FIRST = 30
MULTIPLES = np.arange(0.3, 3.0, 0.002)


def run_lengths(rate, limits, longest, rng):
    """The mean run length under each multiple of the limits; a stream without an alarm counts with its full length."""
    z = np.zeros(REPETITIONS)
    errors = np.zeros(REPETITIONS)
    highest = np.full(REPETITIONS, -np.inf)
    total = np.zeros(len(MULTIPLES))
    for t in range(1, longest + 1):
        total += np.searchsorted(np.sort(highest), MULTIPLES, side="right")
        x = (rng.random(REPETITIONS) < rate).astype(float)
        errors += x
        z = (1 - WEIGHT) * z + WEIGHT * x
        if t >= FIRST:
            p = errors / t
            s = np.sqrt(p * (1 - p) * WEIGHT / (2 - WEIGHT) * (1 - (1 - WEIGHT) ** (2 * t)))
            with np.errstate(invalid="ignore", divide="ignore"):
                score = np.where(s > 0, (z - p) / (s * np.interp(p, RATES, limits)), -np.inf)
            np.maximum(highest, score, out=highest)
    return total / REPETITIONS


def main():
    rng = np.random.default_rng(2026)
    print("rates", ", ".join(str(rate) for rate in RATES))
    for length in RUN_LENGTHS:
        # a first guess: a line through the limits for 400 at middling rates
        limits = 3.4 - 2.3 * RATES
        for _ in range(ROUNDS):
            new = limits.copy()
            for i, rate in enumerate(RATES):
                means = run_lengths(rate, limits, 8 * length, rng)
                new[i] = limits[i] * np.interp(length, means, MULTIPLES) ** 0.5 if means[0] < length else np.nan
            for i in reversed(range(len(new) - 1)):
                if np.isnan(new[i]):
                    new[i] = new[i + 1]
            limits = new
        print(length, ", ".join(f"{limit:.3f}" for limit in limits), flush=True)


if __name__ == "__main__":
    main()
