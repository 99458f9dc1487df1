"""Words of a Vietnamese sentence: the dictionary and the segmentation model of ``underthesea``.

Importing ``underthesea`` as a whole costs more than checking a plan, so its word list
and its model are read from where the package is installed, and only when a check has met
something that they must decide.  Nothing is ever fetched from a network.  Where the files
have moved, the package's own function is asked; without a word list nothing is known.
"""

from __future__ import annotations

import os
from functools import cache
from importlib.machinery import PathFinder

from vnplanlint.light_typing import Any

_WORD_LIST = os.path.join("corpus", "data", "Viet74K.txt")
_MODELS = os.path.join("pipeline", "word_tokenize", "models")

Words = list[tuple[int, int]]
"""Half-open ranges of syllables, one for each word."""


@cache
def dictionary() -> frozenset[str]:
    """All words of the installed word list, in lower case; empty where there is none."""
    folder = _package_folder()
    try:
        with open(os.path.join(folder, _WORD_LIST), encoding="utf-8") as file:
            return frozenset(file.read().lower().split("\n")) - {""}
    except OSError:
        return frozenset()


def words_of(syllables: list[str]) -> Words:
    """Which of the ``syllables`` of a clause (as written) belong together."""
    model = _model()
    if model is None:
        return _words_by_the_package(syllables)
    featurizer, tagger = model
    tags = tagger.tag(featurizer.process([[[syllable] for syllable in syllables]])[0])
    starts = [place for place, tag in enumerate(tags) if place == 0 or tag != "I-W"]
    return list(zip(starts, [*starts[1:], len(syllables)], strict=True)) if starts else []


@cache
def _model() -> tuple[Any, Any] | None:
    """The featurizer and the tagger, or None where the package keeps them elsewhere."""
    try:
        from pickle import load

        from underthesea_core import CRFFeaturizer, CRFTagger

        folder = _newest_model(os.path.join(_package_folder(), _MODELS))
        with open(os.path.join(folder, "features.bin"), "rb") as file:
            features = load(file)
        tagger = CRFTagger()
        tagger.load(os.path.join(folder, "models.bin"))
        words = set(dictionary())  # the model's own list holds the same
        return (CRFFeaturizer(features, words), tagger) if words else None
    except Exception:  # whatever has changed in the package, its own function still works
        return None


def _newest_model(folder: str) -> str:
    return os.path.join(folder, max(os.listdir(folder)))


def _words_by_the_package(syllables: list[str]) -> Words:
    try:
        from underthesea import word_tokenize
    except ImportError:
        return []
    found, place = [], 0
    for word in word_tokenize(" ".join(syllables), use_token_normalize=False):
        length = len(word.split())
        found.append((place, place + length))
        place += length
    return found if place == len(syllables) else []


@cache
def _package_folder() -> str:
    """Where ``underthesea`` is installed, without importing it; "" where it is not."""
    spec = PathFinder.find_spec("underthesea")
    folders = spec.submodule_search_locations if spec else None
    return next(iter(folders), "") if folders else ""
