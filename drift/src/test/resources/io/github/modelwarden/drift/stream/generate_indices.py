"""Writes the alarms of River and Frouros on seeded streams, to compare our detectors with.

Both libraries are BSD-3-Clause; nothing but the positions of their alarms is kept. They need different versions of NumPy,
so each runs in an environment of its own:

    python3.11 -m venv river && river/bin/pip install river==0.26.1
    python3.11 -m venv frouros && frouros/bin/pip install frouros==0.9.0
    river/bin/python generate_indices.py river > river.properties
    frouros/bin/python generate_indices.py frouros > frouros.properties

Streams come from SplitMix64, so that every language makes the same: "bits" are errors at the rates SEGMENTS, "values" are
sums of four uniform numbers around the shifts SEGMENTS. "drifts" are the positions of the values after which a drift was
said, "warnings" those at which a run of warnings began.
"""

import datetime
import platform
import sys

MASK = (1 << 64) - 1
BITS = (2026, [(2500, 0.2), (1500, 0.35), (1500, 0.1), (1500, 0.5)])
VALUES = (2027, [(2500, 0.0), (1500, 0.5), (1500, -0.25), (1500, 1.25)])


class SplitMix64:
    def __init__(self, seed):
        self.state = seed

    def uniform(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        z ^= z >> 31
        return (z >> 11) * 2.0**-53


def bits():
    random = SplitMix64(BITS[0])
    return [1 if random.uniform() < rate else 0 for length, rate in BITS[1] for _ in range(length)]


def values():
    random = SplitMix64(VALUES[0])
    return [
        random.uniform() + random.uniform() + random.uniform() + random.uniform() - 2 + shift
        for length, shift in VALUES[1]
        for _ in range(length)
    ]


def river_runs():
    from river import drift
    from river.drift import binary

    yield "adwin.default", "values", drift.ADWIN()
    yield "adwin.bits", "bits", drift.ADWIN()
    yield "adwin.settings", "values", drift.ADWIN(
        delta=0.05, clock=7, max_buckets=3, min_window_length=3, grace_period=40
    )
    yield "adwin.every_value", "bits", drift.ADWIN(delta=0.01, clock=1, max_buckets=10, min_window_length=8)
    yield "ddm.default", "bits", binary.DDM()
    yield "ddm.settings", "bits", binary.DDM(warm_start=100, warning_threshold=1.5, drift_threshold=2.25)
    yield "eddm.default", "bits", binary.EDDM()
    yield "eddm.settings", "bits", binary.EDDM(warm_start=60, alpha=0.9, beta=0.8)
    yield "hddm_a.default", "bits", binary.HDDMA()
    yield "hddm_a.two_sided", "bits", binary.HDDMA(
        drift_confidence=0.01, warning_confidence=0.05, two_sided_test=True
    )
    yield "hddm_w.default", "bits", binary.HDDMW()
    yield "hddm_w.two_sided", "bits", binary.HDDMW(
        drift_confidence=0.01, warning_confidence=0.05, lambda_val=0.02, two_sided_test=True
    )
    yield "page_hinkley.up", "values", drift.PageHinkley(threshold=25, mode="up")
    yield "page_hinkley.down", "values", drift.PageHinkley(threshold=25, delta=0.05, mode="down")
    yield "page_hinkley.both", "values", drift.PageHinkley(threshold=15, alpha=0.999, min_instances=200, mode="both")
    yield "kswin.default", "values", drift.KSWIN(seed=42)
    yield "kswin.bits", "bits", drift.KSWIN(alpha=0.01, window_size=300, stat_size=100, seed=7)
    # more than 277 older values: draws without a pool
    yield "kswin.wide", "values", drift.KSWIN(alpha=0.001, window_size=500, stat_size=25, seed=12345678901)


def frouros_runs():
    from frouros.detectors import concept_drift as fr

    yield "page_hinkley.default", "bits", fr.PageHinkley()
    yield "page_hinkley.settings", "values", fr.PageHinkley(
        fr.PageHinkleyConfig(delta=0.02, lambda_=20.0, alpha=0.999, min_num_instances=50)
    )
    yield "cusum.default", "bits", fr.CUSUM()
    yield "cusum.settings", "values", fr.CUSUM(fr.CUSUMConfig(delta=0.1, lambda_=15.0, min_num_instances=50))
    yield "eddm.default", "bits", fr.EDDM()
    for length in (100, 400, 1000):
        yield f"ecdd.{length}", "bits", fr.ECDDWT(fr.ECDDWTConfig(average_run_length=length))


def river_signal(detector, value):
    detector.update(value)
    if detector.drift_detected:
        return "drift"
    return "warning" if getattr(detector, "warning_detected", False) else "stable"


def frouros_signal(detector, value):
    detector.update(value=value)
    status = detector.status
    if status["drift"]:
        # Frouros leaves the new start to its caller
        detector.reset()
        return "drift"
    return "warning" if status.get("warning") else "stable"


def main():
    library = sys.argv[1]
    module = __import__(library)
    version = getattr(module, "__version__", None)
    if version is None:
        from importlib.metadata import version as installed

        version = installed(library)
    print(f"# Alarms of {library} {version}, Python {platform.python_version()}, {datetime.date.today()};")
    print("# made by generate_indices.py, which says how.")
    streams = {"bits": bits(), "values": values()}
    runs, signal = (river_runs, river_signal) if library == "river" else (frouros_runs, frouros_signal)
    for name, stream, detector in runs():
        said = [signal(detector, value) for value in streams[stream]]
        drifts = [i for i, word in enumerate(said) if word == "drift"]
        warnings = [i for i, word in enumerate(said) if word == "warning" and (i == 0 or said[i - 1] != "warning")]
        print(f"{name}.stream = {stream}")
        print(f"{name}.drifts = {','.join(map(str, drifts))}")
        print(f"{name}.warnings = {','.join(map(str, warnings))}")


if __name__ == "__main__":
    main()
