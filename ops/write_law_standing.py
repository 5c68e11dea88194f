"""Writes law-standing.md of docs/reference: each part of each law, where it stands, whether that was seen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from candour.domain.moments.spoken import spoken_day
from candour.domain.rules import Regime, load_regime, regime_names

PAGE = Path(__file__).resolve().parent.parent / "docs" / "reference" / "law-standing.md"
HEAD = """# What of each law was seen

Written by `make reference` from the packs in `candour/domain/packs/regimes`. "Seen" means that the source
named was seen to say so, often as others quote it; "not checked" means that we know it from general knowledge
only, or could not see where it stands. Whatever is not checked says "Check against the guidance in force"
beside it on every page. Nobody who practises this law has read these packs.
"""
PARTS = {
    "facts": "Fact",
    "tests": "Test",
    "kinds": "Kind",
    "considerations": "To be weighed",
    "clocks": "Clock",
    "no_clocks": "No clock",
    "notify": "To be told",
    "documents": "Paper",
    "bodies": "Body",
    "powers": "Power",
    "remedies": "Remedy",
    "principles": "Principle",
    "retention": "Kept",
}
"""The lists of a law, and what one of each is called."""


def page() -> str:
    return "\n".join([HEAD, *_summary(), *(line for name in regime_names() for line in _regime(name))])


def standings(regime: Regime) -> Iterator[tuple[str, str, str, bool]]:
    """Every part that has a citation: what it is, its words, the citation, and whether it was seen."""
    for key, called in PARTS.items():
        for one in getattr(regime, key):
            yield called, _words(one), one.citation, one.verified
    for clock in regime.clocks:
        for one in clock.exceptions:
            yield "Exception", f"{clock.title}: {one.says}", one.citation, one.verified
    publication = regime.publication
    yield "Publication", " ".join(publication.says), publication.citation, publication.verified
    if notice := publication.notice:
        words = f"{notice.length_in_words} before publication: {notice.to}"
        yield "Notice", words, notice.citation, notice.verified
    if kept := publication.kept:
        yield "Public for", kept.length_in_words, kept.citation, kept.verified


def _summary() -> Iterator[str]:
    yield "| Law | In force | Parts seen | Not checked |"
    yield "|---|---|---|---|"
    for regime in map(load_regime, regime_names()):
        seen = [verified for *_, verified in standings(regime)] + [regime.in_force_verified]
        yield f"| `{regime.name}` | {_days(regime)} | {sum(seen)} | {len(seen) - sum(seen)} |"
    yield ""


def _regime(name: str) -> Iterator[str]:
    regime = load_regime(name)
    yield f"## {regime.name}\n"
    yield f"{regime.title}. {regime.citation}.\n"
    yield "| Part | What | Where it stands | Standing |"
    yield "|---|---|---|---|"
    yield f"| In force | {_days(regime)} | {regime.citation} | {_standing(regime.in_force_verified)} |"
    for called, words, citation, verified in standings(regime):
        yield f"| {called} | {_cell(words)} | {_cell(citation)} | {_standing(verified)} |"
    yield ""


def _words(part: Any) -> str:
    """A part in few words: its title or sentence, with the length where it has one."""
    for key in ("question", "title", "sentence", "what"):
        if words := getattr(part, key, ""):
            length = getattr(part, "length_in_words", "")
            return f"{words} ({length})" if length else words
    return f"{part.to}: {part.when}"


def _days(regime: Regime) -> str:
    if regime.in_force_from is None:
        return "never"
    until = f" to {spoken_day(regime.in_force_to)}" if regime.in_force_to else ""
    return f"from {regime.in_force_since_in_words}{until}"


def _standing(verified: bool) -> str:
    return "seen" if verified else "**not checked**"


def _cell(words: str) -> str:
    return words.replace("|", "/")


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
    print(f"wrote {PAGE.relative_to(PAGE.parents[2])}")
