"""The hooks under the real pre-commit, in real repositories, with the times of first and later runs.

    pip install -e . pre-commit
    python benchmarks/hook.py

Installs this repository's committed state from a clone, as a user of the hooks
would; the first run fetches the dependencies.  Every step states what must
happen, and the script stops where something else does.  Times are those of one
run on this machine.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REV = "v0.0-tried"
CLEAN = (ROOT / "corpus" / "lien-doan-lao-dong-thi-dua-2025.md").read_text(encoding="utf-8")
FAULTY = CLEAN + "\nHội nghị sơ kết họp ngày 31/02/2026.\n"
MENDABLE = CLEAN + "\nCác đơn vị trao đỗi kinh nghiệm.\n"
MENDED = CLEAN + "\nCác đơn vị trao đổi kinh nghiệm.\n"
MANY = 300

CONFIGURATION = """\
repos:
  - repo: {repository}
    rev: {rev}
    hooks:
      - id: {hook}
"""


def main() -> None:
    """Go through all of it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        tool = clone(folder / "vnplanlint")
        try_repository(Repository(folder / "tried", folder), tool)
        installed(Repository(folder / "checked", folder), tool)
        fixing(Repository(folder / "mended", folder), tool)
        from_init(Repository(folder / "started", folder))


def clone(folder: Path) -> Path:
    """What is committed here, as a repository of its own with a tag."""
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(folder)], check=True)
    subprocess.run(["git", "-C", str(folder), "tag", REV], check=True)
    return folder


class Repository:
    """A git repository of documents."""

    def __init__(self, folder: Path, home: Path) -> None:
        self.folder = folder
        folder.mkdir()
        scripts = str(Path(sys.executable).parent)
        self._environment = {
            **os.environ,
            "PATH": scripts + os.pathsep + os.environ["PATH"],
            "PRE_COMMIT_HOME": str(home / "pre-commit"),
            "VNPLANLINT_CACHE_DIR": str(home / "cache"),
            "GIT_CONFIG_GLOBAL": os.devnull,
        }
        self.run("git", "init", "--quiet", ".")
        self.run("git", "config", "user.name", "Văn thư")
        self.run("git", "config", "user.email", "van-thu@example.org")

    def run(self, *command: str) -> tuple[int, str]:
        """Exit status and everything that was said."""
        done = subprocess.run(
            command,
            cwd=self.folder,
            env=self._environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        return done.returncode, done.stdout

    def write(self, name: str, text: str) -> None:
        """A file, whatever was in it before, ready to be committed."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        self.run("git", "add", "--all")

    def use(self, tool: Path, hook: str) -> None:
        """Configure one hook of ``tool`` and let git call it."""
        self.write(".pre-commit-config.yaml", CONFIGURATION.format(repository=tool, rev=REV, hook=hook))
        expect(self.run("pre-commit", "install"), 0)

    def step(self, what: str, *command: str, status: int, says: str = "") -> None:
        """Run ``command``, hold it to what must happen, and print how long it took."""
        start = time.perf_counter()
        outcome = self.run(*command)
        seconds = time.perf_counter() - start
        expect(outcome, status, says)
        print(f"  {seconds:6.2f} s  {what}")

    def commit(self, what: str, *, status: int, says: str = "") -> None:
        """Commit all that is there, with the hook in the way."""
        self.run("git", "add", "--all")
        self.step(what, "git", "commit", "--message", "văn bản", status=status, says=says)


def expect(outcome: tuple[int, str], status: int, says: str = "") -> None:
    """Stop unless ``outcome`` is as it must be."""
    got, said = outcome
    if got != status or says not in said or "Traceback" in said:
        sys.exit(f"expected exit status {status} and “{says}”, got {got}:\n{said}")


def try_repository(documents: Repository, tool: Path) -> None:
    """``pre-commit try-repo``, as somebody does who only wants to look."""
    print("pre-commit try-repo, one faulty plan")
    documents.write("kế hoạch.md", FAULTY)
    command = ("pre-commit", "try-repo", str(tool), "vnplanlint", "--all-files")
    documents.step("first run, with the installation", *command, status=1, says="NT101")


def installed(documents: Repository, tool: Path) -> None:
    """The hook in the way of commits."""
    print("hook vnplanlint, installed from a clone")
    documents.use(tool, "vnplanlint")
    documents.write("kế hoạch.md", FAULTY)
    documents.commit("first commit, with the installation: a faulty plan is blocked", status=1, says="NT101")
    documents.commit("later commit: still blocked", status=1, says="NT101")
    documents.write("kế hoạch.md", CLEAN)
    documents.commit("a clean plan passes", status=0, says="Passed")
    documents.write("vnplanlint.toml", 'exclude = ["luu-tru/"]\n')
    documents.write("luu-tru/cu.txt", FAULTY)
    documents.commit("a faulty plan in an excluded folder passes", status=0, says="Passed")
    for number in range(MANY):
        documents.write(f"van-ban/{number}.md", CLEAN)
    documents.commit(f"{MANY} clean plans at once pass", status=0, says="Passed")


def fixing(documents: Repository, tool: Path) -> None:
    """The hook that mends what is safe."""
    print("hook vnplanlint-fix")
    documents.use(tool, "vnplanlint-fix")
    documents.write("kế hoạch.md", MENDABLE)
    documents.commit("what is safe is mended, and the commit waits", status=1, says="files were modified by this hook")
    if (documents.folder / "kế hoạch.md").read_text(encoding="utf-8") != MENDED:
        sys.exit("the plan was not mended as expected")
    documents.commit("the second commit passes", status=0, says="Passed")
    documents.write("kế hoạch.md", FAULTY)
    documents.commit("what is not safe to mend is blocked", status=1, says="NT101")


def from_init(documents: Repository) -> None:
    """What ``vnplanlint init --pre-commit`` writes, with the installed command."""
    print("vnplanlint init --pre-commit, with the installed command")
    documents.step("the configuration and the hook are written", "vnplanlint", "init", "--pre-commit", status=0)
    expect(documents.run("pre-commit", "validate-config"), 0)
    expect(documents.run("pre-commit", "install"), 0)
    documents.write("kế hoạch.md", FAULTY)
    documents.commit("a faulty plan is blocked", status=1, says="NT101")
    documents.write("kế hoạch.md", CLEAN)
    documents.commit("a clean plan passes", status=0, says="Passed")


if __name__ == "__main__":
    main()
