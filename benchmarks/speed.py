"""Speed beside two other linters, as ratios in one run.

    pip install -e '.[bench]'
    python benchmarks/speed.py [--runs 11]

Absolute times say little on a shared machine; each round therefore runs every
command once, in turn, and the printed ratios are medians over the rounds.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
CORPUS = HERE.parent / "corpus"
PLAN_BYTES = 20_000
LARGE_BYTES = 5_000_000
DOUBTFUL = "Người đừng đầu cơ sở chịu trách nhiệm chung.\n"
"""A sentence in which only the segmentation model can tell whether words are misspelt."""
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Modules are compiled once, in the first round, as in an installed tool."""


def main() -> None:
    """Measure everything and print it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=11, help="rounds of the cold start (default 11)")
    parser.add_argument("--large-runs", type=int, default=3, help="rounds of the 5 MB run (default 3)")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        plan = written(Path(folder, "plan.txt"), PLAN_BYTES)
        large = written(Path(folder, "large.txt"), LARGE_BYTES)
        cold = rounds(commands(plan), arguments.runs)
        report("cold start, one plan of 20 KB", cold)
        report_segmentation(plan, Path(folder, "doubtful.txt"), arguments.runs)
        many = split(large, Path(folder, "many"))
        through = rounds(commands(many, folder=True), arguments.large_runs)
        report("throughput, 5 MB in plans of 20 KB, one process", through)
        print("\nbudgets")
        state_budget("cold start / contract-lint", ratio(cold, "vnplanlint", "contract-lint"), at_most=0.65)
        state_budget("cold start / python -c pass", ratio(cold, "vnplanlint", "python -c pass"), at_most=4)
        state_budget("throughput / contract-lint", ratio(through, "contract-lint", "vnplanlint"), at_least=2)
        state_budget("peak memory in MB", peak_memory(commands(plan)["vnplanlint"]), at_most=60)
        state_budget("growth of time / of text, from 200 to 800 KB", growth(folder), at_most=1.1)


def report_segmentation(plan: Path, doubtful: Path, runs: int) -> None:
    """Print what a plan costs in which nothing must be segmented, and the same plan with a word that must."""
    doubtful.write_text(plan.read_text(encoding="utf-8") + "\n" + DOUBTFUL, encoding="utf-8")
    lines = {"nothing to segment": commands(plan)["vnplanlint"], "a doubtful word": commands(doubtful)["vnplanlint"]}
    print("\nsegmentation, cold start of vnplanlint")
    for name, values in rounds(lines, runs).items():
        print(
            f"  {name:18} {statistics.median(values) * 1000:9.1f} ms (min {min(values) * 1000:.1f})"
            f"   {peak_memory(lines[name]):.1f} MB   {loaded(lines[name])}"
        )


def loaded(line: list[str]) -> str:
    """Whether a run of this command line loads the dictionary and the model."""
    code = (
        "import contextlib, io, sys; from vnplanlint.__main__ import main\n"
        "with contextlib.redirect_stdout(io.StringIO()): main(sys.argv[1:])\n"
        "segmentation = sys.modules.get('vnplanlint.segmentation')\n"
        "used = segmentation is not None and segmentation.dictionary.cache_info().currsize\n"
        "print('dictionary', 'loaded,' if used else 'not loaded,', 'underthesea_core',"
        " 'loaded' if 'underthesea_core' in sys.modules else 'not loaded')"
    )
    shown = subprocess.run([sys.executable, "-c", code, *line[1:]], capture_output=True, text=True, check=True)
    return shown.stdout.strip()


def ratio(times: dict[str, list[float]], one: str, other: str) -> float | None:
    """The median over the rounds of one time by the other; None where a program is missing."""
    if one not in times or other not in times:
        return None
    return statistics.median(a / b for a, b in zip(times[one], times[other], strict=True))


def state_budget(name: str, value: float | None, at_most: float | None = None, at_least: float | None = None) -> None:
    """Print one budget, what was measured, and whether it holds."""
    budget = f"≤ {at_most}" if at_most is not None else f"≥ {at_least}"
    if value is None:
        print(f"  {name} {budget}: not measured")
        return
    holds = value <= at_most if at_most is not None else value >= (at_least or 0)
    print(f"  {name} {budget}: {value:.2f}, {'holds' if holds else 'does not hold'}")


def commands(path: Path, folder: bool = False) -> dict[str, list[str]]:
    """The command lines to compare, those whose program is installed."""
    tools = {
        "vnplanlint": ["vnplanlint", "check", "--isolated", "--jobs", "1", "--output-format", "concise", str(path)],
        "contract-lint": ["contract-lint", "lint", *(map(str, sorted(path.iterdir())) if folder else [str(path)])],
        "codespell": ["codespell", str(path)],
        "python -c pass": [sys.executable, "-c", "pass"],
    }
    beside = os.path.dirname(sys.executable)
    found = {}
    for name, (program, *rest) in tools.items():
        where = shutil.which(program, path=beside + os.pathsep + os.environ["PATH"])
        if where:
            found[name] = [where, *rest]
        else:
            print(f"{name}: not installed, left out", file=sys.stderr)
    return found


def written(path: Path, size: int) -> Path:
    """A text of nearly ``size`` bytes made of the corpus plans in turn, each whole, as long as one still fits."""
    plans = [p.read_text(encoding="utf-8") + "\n\n" for p in sorted(CORPUS.glob("*.txt")) if is_utf8(p)]
    pieces: list[str] = []
    room = size
    while any(len(plan.encode()) <= room for plan in plans):
        for plan in plans:
            if len(plan.encode()) <= room:
                pieces.append(plan)
                room -= len(plan.encode())
    path.write_text("".join(pieces), encoding="utf-8")
    return path


def is_utf8(path: Path) -> bool:
    """Whether every tool can read the file."""
    try:
        path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return False
    return True


def split(large: Path, folder: Path) -> Path:
    """The large text as files of about 20 KB, cut at blank lines."""
    folder.mkdir()
    lines = large.read_text(encoding="utf-8").splitlines(keepends=True)
    part: list[str] = []
    number = size = 0
    for line in lines:
        part.append(line)
        size += len(line.encode())
        if size > PLAN_BYTES and not line.strip():
            (folder / f"{number:04}.txt").write_text("".join(part), encoding="utf-8")
            part, size, number = [], 0, number + 1
    (folder / f"{number:04}.txt").write_text("".join(part), encoding="utf-8")
    return folder


def rounds(lines: dict[str, list[str]], count: int) -> dict[str, list[float]]:
    """Seconds of each command line, ``count`` times in turn."""
    times: dict[str, list[float]] = {name: [] for name in lines}
    for number in range(count + 1):  # the first round warms the caches and is not counted
        for name, line in lines.items():
            start = time.perf_counter()
            subprocess.run(line, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
            if number:
                times[name].append(time.perf_counter() - start)
    return times


def report(title: str, times: dict[str, list[float]]) -> None:
    """Print the median of each tool and how much longer ours takes, round by round."""
    print(f"\n{title}")
    own = times["vnplanlint"]
    for name, values in times.items():
        ratios = [mine / other for mine, other in zip(own, values, strict=True)]
        print(
            f"  {name:16} {statistics.median(values) * 1000:9.1f} ms (min {min(values) * 1000:.1f})"
            f"   vnplanlint takes {statistics.median(ratios):.2f} x"
        )


def peak_memory(line: list[str]) -> float:
    """The largest resident size of one run, in MB."""
    code = (
        "import resource, subprocess, sys;"
        "subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    shown = subprocess.run([sys.executable, "-c", code, *line], capture_output=True, text=True, check=True)
    return int(shown.stdout) / 1024


def growth(folder: str) -> float:
    """How much faster than its text the time of one document grows (1 is linear)."""
    times = {}
    for size in (200_000, 800_000):
        path = written(Path(folder, f"{size}.txt"), size)
        line = commands(path)["vnplanlint"]
        times[path.stat().st_size] = min(rounds({"x": line}, 3)["x"])
    (small, short), (big, long) = sorted(times.items())
    return (long / short) / (big / small)


if __name__ == "__main__":
    main()
