"""Applying fixes: which ones, where they meet, and how the file is written.

``apply_fixes`` (one round) and ``fix_source`` (until nothing changes) are pure: a
source and its findings in, a new source out.  Only ``writing`` touches files.
"""

from __future__ import annotations

from vnplanlint.fixing.edits import Applied, apply_fixes
from vnplanlint.fixing.rounds import Fixed, fix_source

__all__ = ["Applied", "Fixed", "apply_fixes", "fix_source"]
