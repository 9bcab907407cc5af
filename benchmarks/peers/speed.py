"""Compares `./modelwarden drift` with pandas and SciPy on the same two CSV files, and writes the page with the result.

It needs the command line built (`mvn -q -DskipTests -pl cli -am package`) and Python with requirements.txt:

    python3 -m venv venv && venv/bin/pip install -r benchmarks/peers/requirements.txt
    venv/bin/python benchmarks/peers/speed.py --python venv/bin/python --work /tmp/speed \
        --page docs-site/src/docs/asciidoc/reference/speed.adoc

Two files of a million rows and 20 numeric columns are written (about 700 MB). The programs take turns, so that whatever else
the machine does meets all of them; the first round, which fills the file cache, is not counted. With --large two files of ten
million rows follow (about 7 GB, deleted afterwards), for Modelwarden alone. Run it from the root of the sources on Linux.
"""

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
MODELWARDEN = "Modelwarden"
PEERS = {"pandas and SciPy": "c", "pandas with the pyarrow engine and SciPy": "pyarrow"}
# edges of many rows may come from narrow intervals of values instead of a sorted column
PSI_TOLERANCE = 1e-4
KS_TOLERANCE = 1e-9


def run(command, out):
    """Runs a program; returns wall seconds, CPU seconds and peak resident MiB."""
    start = time.perf_counter()
    with open(out, "wb") as stream:
        process = subprocess.Popen(command, stdout=stream)
        _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    code = os.waitstatus_to_exitcode(status)
    # 1 is the exit code of a drift report that found drift
    if code not in (0, 1):
        raise SystemExit(f"{command}: exit code {code}")
    return {"wall": wall, "cpu": usage.ru_utime + usage.ru_stime, "mib": usage.ru_maxrss / 1024}


def drift(reference, current):
    return [str(ROOT / "modelwarden"), "drift", "--format", "json", "--reference", reference, "--current", current]


def peer(python, reference, current, engine):
    return [python, str(HERE / "psi_ks.py"), reference, current, engine]


def ours(path):
    with open(path, encoding="utf-8") as stream:
        report = json.load(stream)
    return {
        feature["feature"]: {test["statistic"]: test["value"] for test in feature["tests"]}
        for feature in report["features"]
    }


def differences(path, peer_path):
    """The largest differences of PSI and of KS."""
    mine = ours(path)
    with open(peer_path, encoding="utf-8") as stream:
        theirs = json.load(stream)
    if mine.keys() != theirs.keys():
        raise SystemExit(f"the columns differ: {sorted(mine)} and {sorted(theirs)}")
    psi = max(abs(mine[name]["psi"] - theirs[name]["psi"]) for name in mine)
    ks = max(abs(mine[name]["ks"] - theirs[name]["ks"]) for name in mine)
    return psi, ks


def tables(python, rows, work):
    reference = str(Path(work) / f"reference-{rows}.csv")
    current = str(Path(work) / f"current-{rows}.csv")
    if not (os.path.exists(reference) and os.path.exists(current)):
        subprocess.run([python, str(HERE / "tables.py"), str(rows), reference, current], check=True)
    return reference, current


def compare(arguments, work):
    reference, current = tables(arguments.python, arguments.rows, work)
    programs = {MODELWARDEN: drift(reference, current)}
    for name, engine in PEERS.items():
        programs[name] = peer(arguments.python, reference, current, engine)
    outs = {name: str(Path(work) / f"out-{i}.json") for i, name in enumerate(programs)}
    samples = {name: [] for name in programs}
    for number in range(arguments.rounds + 1):
        names = list(programs)
        names = names[number % len(names):] + names[:number % len(names)]
        for name in names:
            sample = run(programs[name], outs[name])
            print(number, name, {key: round(value, 2) for key, value in sample.items()}, flush=True)
            if number > 0:
                samples[name].append(sample)
    found = [differences(outs[MODELWARDEN], outs[name]) for name in PEERS]
    psi = max(difference[0] for difference in found)
    ks = max(difference[1] for difference in found)
    print(f"largest differences: PSI {psi:.2e}, KS {ks:.2e}", flush=True)
    if not (psi <= PSI_TOLERANCE and ks <= KS_TOLERANCE):
        raise SystemExit(f"the programs disagree: PSI by {psi:.2e}, KS by {ks:.2e}")
    return samples, psi, ks


def large(arguments, work):
    rows = 10 * arguments.rows
    reference, current = tables(arguments.python, rows, work)
    samples = []
    try:
        for _ in range(2):
            samples.append(run(drift(reference, current), str(Path(work) / "out-large.json")))
            print("large", {key: round(value, 2) for key, value in samples[-1].items()}, flush=True)
    finally:
        os.remove(reference)
        os.remove(current)
    return samples


def text(command):
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return (done.stdout + done.stderr).strip()


def machine():
    model = "unknown processor"
    memory = ""
    with open("/proc/cpuinfo", encoding="utf-8") as stream:
        for line in stream:
            if line.startswith("model name"):
                model = line.split(":", 1)[1].strip()
                break
    with open("/proc/meminfo", encoding="utf-8") as stream:
        memory = f"{int(stream.readline().split()[1]) / 1024 / 1024:.0f} GiB"
    return f"{os.cpu_count()} cores of {model}, {memory} of memory, {platform.system()} {platform.release()}"


def java():
    home = os.environ.get("JAVA_HOME")
    command = f"{home}/bin/java" if home else "java"
    return text([command, "-version"]).splitlines()[1].strip()


def versions(python):
    code = (
        "import platform, numpy, scipy, pandas, pyarrow;"
        "print('Python', platform.python_version() + ', NumPy', numpy.__version__ + ', SciPy', scipy.__version__"
        " + ', pandas', pandas.__version__ + ', pyarrow', pyarrow.__version__)"
    )
    return text([python, "-c", code])


def cell(samples, key, form):
    values = [sample[key] for sample in samples]
    return f"{statistics.median(values):{form}} ({min(values):{form}}–{max(values):{form}})"


def spaced(rows):
    return f"{rows:,}".replace(",", "{nbsp}")


def page(arguments, samples, psi, ks, bigger):
    mine = samples[MODELWARDEN]
    lines = [
        "= Speed",
        ":siteroot: ..",
        ":description: How long a drift report takes, beside pandas and SciPy on the same files.",
        "",
        f"Two CSV files of {spaced(arguments.rows)} rows and 20 numeric columns, from the file to the numbers: `./modelwarden drift"
        " --format json` infers the types, profiles both files, and computes the population stability index (PSI), the"
        " Kolmogorov–Smirnov distance (KS), the Wasserstein distance, the Jensen–Shannon divergence, p-values and verdicts. The"
        " peer reads both files with pandas and computes the PSI over ten reference deciles and KS alone. Each number is the"
        f" median of {arguments.rounds} rounds in which the programs took turns, with the smallest and the largest in brackets."
        " Times depend on the machine and on what else it does; the ratio in the last column, taken round by round, hardly.",
        "",
        f"Generated, do not edit: `{arguments.command}`",
        "",
        f"Commit {arguments.commit}, {machine()}. {java()}. {versions(arguments.python)}.",
        "",
        '[cols="3,>2,>2,>2,>2",options="header"]',
        "|===",
        "|Program |Wall seconds |CPU seconds |Peak memory, MiB |Wall time in Modelwarden's",
        "",
    ]
    for name, values in samples.items():
        ratios = [{"ratio": other["wall"] / own["wall"]} for other, own in zip(values, mine)]
        lines.append(
            f"|{name} |{cell(values, 'wall', '.2f')} |{cell(values, 'cpu', '.2f')} |{cell(values, 'mib', '.0f')}"
            f" |{cell(ratios, 'ratio', '.2f')}"
        )
    lines += [
        "|===",
        "",
        f"The programs agree: in every column PSI differs by at most {psi:.1g} and KS by at most {ks:.1g}.",
    ]
    if bigger:
        one = statistics.median(sample["wall"] for sample in mine)
        best = min(sample["wall"] for sample in bigger)
        lines += [
            "",
            "== Ten times the rows",
            "",
            f"Modelwarden alone on two files of {spaced(10 * arguments.rows)} rows, {len(bigger)} runs: tables larger than memory are"
            " profiled while they are read.",
            "",
            '[cols="3,>2,>2,>2",options="header"]',
            "|===",
            "|Rows |Wall seconds |CPU seconds |Peak memory, MiB",
            "",
            f"|{spaced(arguments.rows)} |{cell(mine, 'wall', '.2f')} |{cell(mine, 'cpu', '.2f')} |{cell(mine, 'mib', '.0f')}",
            f"|{spaced(10 * arguments.rows)} |{cell(bigger, 'wall', '.2f')} |{cell(bigger, 'cpu', '.2f')}"
            f" |{cell(bigger, 'mib', '.0f')}",
            "|===",
            "",
            f"Ten times the rows take {best / one:.1f} times as long.",
        ]
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--python", default=sys.executable, help="the interpreter that has requirements.txt")
    parser.add_argument("--work", help="a folder for the tables; a temporary one unless said otherwise")
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--large", action="store_true", help="ten times the rows too, for Modelwarden alone")
    parser.add_argument("--page", help="the page to write; standard output unless said otherwise")
    arguments = parser.parse_args()
    arguments.command = "python benchmarks/peers/speed.py" + (" --large" if arguments.large else "")
    arguments.commit = text(["git", "-C", str(ROOT), "rev-parse", "--short", "HEAD"])
    # builds the command line if it is not there
    subprocess.run([str(ROOT / "modelwarden"), "--version"], check=True, stdout=subprocess.DEVNULL)
    with tempfile.TemporaryDirectory() as temporary:
        work = arguments.work or temporary
        os.makedirs(work, exist_ok=True)
        samples, psi, ks = compare(arguments, work)
        bigger = large(arguments, work) if arguments.large else []
    written = page(arguments, samples, psi, ks, bigger)
    if arguments.page:
        Path(arguments.page).write_text(written, encoding="utf-8")
    else:
        print(written)


if __name__ == "__main__":
    main()
