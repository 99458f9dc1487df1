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



def main() -> None:
    """Measure everything and print it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=11, help="rounds of the cold start (default 11)")
    parser.add_argument("--large-runs", type=int, default=3, help="rounds of the 5 MB run (default 3)")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        plan = written(Path(folder, "plan.txt"), PLAN_BYTES)
        large = written(Path(folder, "large.txt"), LARGE_BYTES)
        report("cold start, one plan of 20 KB", rounds(commands(plan), arguments.runs))
        many = split(large, Path(folder, "many"))
        report(
            "throughput, 5 MB in plans of 20 KB, one process",
            rounds(commands(many, folder=True), arguments.large_runs),
        )
        print(f"peak memory, one plan of 20 KB: {peak_memory(commands(plan)['vnplanlint']):.0f} MB (budget 60)")
        print(growth(folder))


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
    """A text of about ``size`` bytes made of the corpus plans, each whole."""
    plans = [p.read_text(encoding="utf-8") for p in sorted(CORPUS.glob("*.txt")) if is_utf8(p)]
    text, number = "", 0
    while len(text.encode()) < size:
        text += plans[number % len(plans)] + "\n\n"
        number += 1
        if size < LARGE_BYTES and len(text.encode()) > size * 0.9:
            break
    path.write_text(text, encoding="utf-8")
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
            subprocess.run(line, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
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


def growth(folder: str) -> str:
    """How the time of one document grows with its size (1 is linear)."""
    times = {}
    for size in (200_000, 800_000):
        path = written(Path(folder, f"{size}.txt"), size)
        line = commands(path)["vnplanlint"]
        times[path.stat().st_size] = min(rounds({"x": line}, 3)["x"])
    (small, short), (big, long) = sorted(times.items())
    times_as_long, times_as_large = long / short, big / small
    return (
        f"one document of {big // 1000} KB takes {times_as_long:.1f} x one of {small // 1000} KB"
        f" ({times_as_large:.1f} x the text)"
    )


if __name__ == "__main__":
    main()
