"""Patterns come from the cache without the compiler, and work the same without the cache."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import regex

from vnplanlint import patterns

CODE = r"""
import sys
from vnplanlint import patterns
found = patterns.pattern(r"(?P<day>\d+)/(?:4|IV)", patterns.IGNORECASE).search("ngày 31/iv")
import_was_needed = "regex._regex_core" in sys.modules
assert found["day"] == "31", found
patterns.save()
import regex
assert regex.compile(r"\p{Lu}").sub(r"<\g<0>>", "Đ") == "<Đ>"
print(import_was_needed)
"""


def compiled_anew(folder: Path) -> bool:
    environment = {**os.environ, "VNPLANLINT_CACHE_DIR": str(folder)}
    done = subprocess.run([sys.executable, "-c", CODE], env=environment, capture_output=True, text=True, check=True)
    return done.stdout == "True\n"


def test_the_second_run_loads_no_compiler(tmp_path: Path) -> None:
    assert compiled_anew(tmp_path)
    assert not compiled_anew(tmp_path)


def test_a_damaged_cache_is_replaced(tmp_path: Path) -> None:
    compiled_anew(tmp_path)
    (cache,) = tmp_path.iterdir()
    for damaged in (b"", b"\0\1\2", cache.read_bytes()[:100]):
        cache.write_bytes(damaged)
        assert compiled_anew(tmp_path)
        assert not compiled_anew(tmp_path)


def test_the_flags_are_those_of_the_package() -> None:
    assert (patterns.IGNORECASE, patterns.MULTILINE, patterns.VERBOSE) == (
        regex.IGNORECASE,
        regex.MULTILINE,
        regex.VERBOSE,
    )
