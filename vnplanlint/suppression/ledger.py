"""What a run tells about a baseline: which of its entries are no longer found, and what to write into it."""

from __future__ import annotations

from collections.abc import Collection

from vnplanlint.suppression.baseline import Baseline, Entry


class Ledger:
    """The entries of one baseline against what a run has found."""

    def __init__(self, baseline: Baseline) -> None:
        self._baseline = baseline
        self._found: dict[str, tuple[Entry, ...]] = {}
        self._kept: dict[str, tuple[Entry, ...]] = {}
        self._stale = 0
        self.hidden = 0

    def add(self, name: str, found: tuple[Entry, ...], ran: Collection[str]) -> None:
        """Note what the rules ``ran`` have ``found`` in the file ``name``.

        What other rules found in an earlier run stays as it is.
        """
        key = self._baseline.key(name)
        before = self._baseline.files.get(key, ())
        marks = {entry.fingerprint for entry in found}
        self._found[key] = found
        self._kept[key] = tuple(entry for entry in before if entry.code not in ran)
        known = {entry.fingerprint for entry in before if entry.code in ran}
        self.hidden += len(known & marks)
        self._stale += len(known - marks)

    @property
    def name(self) -> str:
        """The baseline as the user calls it."""
        return self._baseline.name

    def stale(self) -> int:
        """How many entries are found no more, those of files that are gone included."""
        gone = sum(len(entries) for key, entries in self._baseline.files.items() if self._is_gone(key))
        return self._stale + gone

    def write(self) -> dict[str, object]:
        """Write the baseline anew, and say how much is in it.

        Raises ``Problem`` if that cannot be done.
        """
        new = self.renewed()
        new.write()
        return {"name": self.name, "number": sum(map(len, new.files.values())), "files": len(new.files)}

    def _is_gone(self, key: str) -> bool:
        return key not in self._found and self._baseline.is_gone(key)

    def renewed(self) -> Baseline:
        """The baseline as this run leaves it; files that were not part of the run keep their entries."""
        files = {
            key: entries
            for key, entries in self._baseline.files.items()
            if key not in self._found and not self._baseline.is_gone(key)
        }
        for key, found in self._found.items():
            files[key] = (*found, *self._kept[key])
        return self._baseline.with_files({key: entries for key, entries in files.items() if entries})
