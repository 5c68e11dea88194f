"""Finished files against a register: read, searched, and judged, with the checker itself checked first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from candour.domain.leaks import BARRIER, Finder, Leak, Piece, Register
from candour.files.open_text.canaries import missed
from candour.files.open_text.opened import OpenFile, Unread
from candour.files.open_text.reading import read

ITSELF = "the checker itself"


class Verdict(StrEnum):
    CLEAN = "clean"
    LEAK = "leak"
    CANNOT = "cannot_check"


@dataclass(frozen=True, slots=True)
class Checked:
    """What one file came to. No word of the register stands in it but in the leaks' `words`."""

    file: str
    sha256: str | None
    leaks: tuple[Leak, ...]
    cannot: tuple[Unread, ...]
    warnings: tuple[str, ...]

    @property
    def verdict(self) -> Verdict:
        if self.leaks:
            return Verdict.LEAK
        return Verdict.CANNOT if self.cannot else Verdict.CLEAN


def check(paths: Iterable[Path], register: Register, finder: Finder, *, strict: bool) -> list[Checked]:
    """Every file named, in order. What is wrong with the checker or the register is told of each."""
    faults = faults_of(register, finder)
    return [_check_one(path, register, finder, faults, strict=strict) for path in paths]


def worst(checked: Iterable[Checked]) -> Verdict:
    """A leak weighs more than a file that could not be checked, and that more than a clean one."""
    verdicts = {one.verdict for one in checked}
    return next((one for one in (Verdict.LEAK, Verdict.CANNOT) if one in verdicts), Verdict.CLEAN)


def faults_of(register: Register, finder: Finder) -> list[Unread]:
    """A checker that misses a known-bad file, or an item of this register in its plainest spelling."""
    try:
        faults = [Unread(ITSELF, f"it did not catch its known-bad file {name}") for name in missed()]
        return faults + [
            Unread("the register", f"{item} is not found even where it stands in plain words")
            for item in _unfindable(register, finder)
        ]
    except Exception as error:
        return [Unread(ITSELF, f"it failed while it was tried on known-bad files ({type(error).__name__})")]


def _unfindable(register: Register, finder: Finder) -> list[str]:
    """Items that this register itself makes impossible to find, as by a phrase that allows them."""
    spelt = {f"people[{n}].name": person.name for n, person in enumerate(register.people)}
    for n, person in enumerate(register.people):
        spelt |= {f"people[{n}].aliases[{k}]": alias for k, alias in enumerate(person.aliases)}
    spelt |= {f"addresses[{n}]": address for n, address in enumerate(register.addresses)}
    spelt |= {f"numbers[{n}]": number for n, number in enumerate(register.numbers)}
    spelt |= {f"words[{n}]": words for n, words in enumerate(register.words)}
    spelt |= {f"dates[{n}]": day.isoformat() for n, day in enumerate(register.dates)}
    texts = [Piece(item, text, BARRIER if n else None) for n, (item, text) in enumerate(spelt.items())]
    found = {(leak.item, leak.where) for leak in finder.find(texts)}
    twice = {text: item for item, text in reversed(spelt.items())}
    return [
        item for item, text in spelt.items() if (twice[text], item) not in found and (item, item) not in found
    ]


def _check_one(
    path: Path, register: Register, finder: Finder, faults: list[Unread], *, strict: bool
) -> Checked:
    opened = read(path, register.seen)
    leaks = _search(opened, finder)
    hide = finder.hidden
    cannot = [
        *faults,
        *opened.cannot,
        *([Unread("a warning", said) for said in opened.warnings] if strict else []),
    ]
    return Checked(
        file=opened.file,
        sha256=opened.sha256,
        leaks=tuple(Leak(leak.item, leak.how, hide(leak.where), leak.words) for leak in leaks),
        cannot=tuple(Unread(hide(one.where), hide(one.why)) for one in cannot),
        warnings=tuple(hide(said) for said in opened.warnings),
    )


def _search(opened: OpenFile, finder: Finder) -> list[Leak]:
    """An error while searching is told as such: silence would look like a pass."""
    try:
        for leak in finder.find(opened.doubtful):
            opened.warn(f"{leak.where} is a number; if it counted days it would be a day of the register.")
        return finder.find(opened.pieces)
    except Exception as error:
        opened.cannot_read("the file", f"the search failed ({type(error).__name__})")
        return []
