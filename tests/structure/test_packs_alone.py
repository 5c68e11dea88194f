"""Law and methods stand in packs alone: nothing else under candour/ names one, so another needs no code."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from candour.domain.methods import load_method, method_names
from candour.domain.rules import load_regime, regime_names
from tests.structure.walk import HERE, named, our_files

READ = {".py", ".html", ".txt", ".js", ".css", ".toml", ".svg", ".json"}
LEFT_OUT = {
    "candour/domain/packs/": "here they stand",
    "candour/cli/demonstration/": "the demonstration's reviews are held under a law and by a method",
}
GENERAL = {
    "serious case review": "what Candour is for; the word of its front page",
    "learning review": "also said of reviews that no law asks for",
}
"""What a law calls its reviews and everybody else does too."""
MAY_NAME = {
    "candour/stages/decide/": {"rapid review", "rapid-review"},
}
"""A rapid review is a step of deciding too, in every law that asks for one; the method is how it is run."""


@cache
def distinctive() -> dict[str, str]:
    """The words by which a law or method would be known in code -> the pack they are of."""
    words: dict[str, str] = {}
    for regime in map(load_regime, regime_names()):
        last = regime.name.rsplit(".", 1)[1]
        said = {regime.name, regime.title, regime.short, regime.review}
        words |= dict.fromkeys(said | ({last} if any(map(str.isdigit, last)) else set()), regime.name)
    for method in map(load_method, method_names()):
        words |= dict.fromkeys({method.name, method.name.replace("-", "_"), method.title}, method.name)
    words.pop("rapid_review", None)  # also a clock and a step of deciding, in whichever law has one
    return {word: pack for word, pack in words.items() if word not in GENERAL}


def packs_named_in(words: str) -> set[str]:
    """Each distinctive word in a text, as a whole word, in whatever case."""
    found = re.finditer(_any_of(), words.lower())
    return {one.group() for one in found}


@cache
def _any_of() -> str:
    longest_first = sorted(map(str.lower, distinctive()), key=len, reverse=True)
    return rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])"


def _walked() -> list[Path]:
    found = [one for one in our_files() if one.suffix in READ and named(one).startswith("candour/")]
    return [one for one in found if not named(one).startswith(tuple(LEFT_OUT))]


def test_nothing_outside_the_packs_names_a_law_or_a_method() -> None:
    told = [
        f"{named(path)}: {word}"
        for path in _walked()
        for word in sorted(packs_named_in(path.read_text("utf-8", errors="replace")))
        if not any(named(path).startswith(folder) and word in words for folder, words in MAY_NAME.items())
    ]

    assert told == []


@pytest.mark.parametrize("folder", LEFT_OUT)
def test_what_is_left_out_is_there(folder: str) -> None:
    assert (HERE / folder).is_dir()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ('if review.regime == "eng.scr.wt2013":', {"eng.scr.wt2013"}),
        ("from 2013 it was wt2013 or earlier", {"wt2013"}),
        ("<p>method: Learning Together</p>", {"learning together"}),
        ('METHODS = {"judge-led": 1}', {"judge-led"}),
        ("Working Together 2015 says so", {"working together 2015"}),
        ("a judge led the review of two hybrids", set()),
        ("a serious case review is held", set()),
    ],
)
def test_a_name_is_found_wherever_it_stands(words: str, found: set[str]) -> None:
    assert packs_named_in(words) == found
