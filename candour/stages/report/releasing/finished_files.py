"""The open files of a draft and the findings beside them, read back by the gate: what was found, where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from candour.domain.disclosure import Audience, Edition, View
from candour.domain.identity import Cast
from candour.domain.leaks import BARRIER, Finder, Leak, Piece
from candour.domain.trouble import Trouble
from candour.files.open_text.checking import ITSELF, Checked, Verdict, worst
from candour.files.open_text.opened import Unread
from candour.files.reports.gate import check_files, check_twin
from candour.files.reports.gate import open_files as made_of
from candour.stages.report.releasing.frozen import Frozen, lines_of

FORMATS = {"html": "web page", "pdf": "PDF", "docx": "Word"}
HTML, PDF, DOCX, FINDINGS = "report.html", "report.pdf", "report.docx", "findings.txt"
OF_OLD = (HTML, PDF)
"""The files of a draft that was made before there were others."""
_EDITIONS = {
    "report": "Open report",
    str(Edition.SUMMARY): "Executive summary",
    str(Edition.BRIEFING): "Seven-minute briefing",
    str(Edition.CHILD): "For children and young people",
}
_ITEM = re.compile(r"(people|dates|addresses|numbers)\[(\d+)\](?:\.(\w+))?")
_PARAGRAPH = re.compile(r"paragraph (\d+)")


@dataclass(frozen=True, slots=True)
class Inspected:
    """The finished files and what the gate says of each. Bytes of files that are not clean go no further."""

    files: Mapping[str, bytes] = field(repr=False)
    checked: tuple[Checked, ...]
    found: Mapping[str, list[dict[str, Any]]]

    @property
    def verdict(self) -> Verdict:
        return worst(self.checked)

    @property
    def is_clean(self) -> bool:
        """Every file was read and is clean: a file that was not read is not clean."""
        return {one.file for one in self.checked} == {*self.files} and self.verdict is Verdict.CLEAN


def title_of(file: str) -> str:
    """ "report.docx" is "Open report, Word"."""
    if file == FINDINGS:
        return "Findings it tells"
    name, _, kind = file.partition(".")
    return f"{_EDITIONS.get(name, name)}, {FORMATS.get(kind, kind)}"


def names_of(frozen: Frozen) -> list[str]:
    """The files that become public of it, by name, in the order in which they are shown."""
    editions = ["report" if one is Edition.WHOLE else str(one) for one in frozen.editions]
    return [*(f"{one}.{kind}" for one in editions for kind in FORMATS), *findings_file(frozen)]


def open_files(frozen: Frozen) -> dict[str, bytes]:
    """All that becomes public: findings, and each edition from a view in which nothing closed exists."""
    files: dict[str, bytes] = {}
    for edition in frozen.editions:
        files |= made_of(frozen.source, frozen.cast, formats=(*FORMATS,), edition=edition)
    return files | findings_file(frozen)


def findings_file(frozen: Frozen) -> dict[str, bytes]:
    """The words of the findings told, which are published beside the files; none where none is told."""
    lines = [line for one in frozen.told for line in lines_of(one)]
    return {FINDINGS: "".join(f"{line}\n" for line in lines).encode()} if lines else {}


def inspect(frozen: Frozen, files: Mapping[str, bytes]) -> Inspected:
    """The files against the draft's register, strictly: a warning counts as "cannot check"."""
    checked = check_files(files, frozen.register, strict=True)
    checked = check_twin(
        checked,
        files,
        frozen.source,
        frozen.cast,
        lambda source, cast: open_files(replace(frozen, source=source, cast=cast)),
    )
    places = _places(frozen)
    return Inspected(files, checked, {one.file: _found(one, frozen, places) for one in checked})


def inspect_draft(frozen: Frozen) -> Inspected:
    """The draft's files made and read back. What cannot be made or read is "cannot check", never silence."""
    try:
        return inspect(frozen, open_files(frozen))
    except Trouble as trouble:
        return _cannot(trouble.what)
    except Exception as error:
        return _cannot(f"the check stopped ({type(error).__name__})")


def _cannot(why: str) -> Inspected:
    files = [f"report.{one}" for one in FORMATS]
    checked = tuple(Checked(file, None, (), (Unread(ITSELF, why),), ()) for file in files)
    said = [{"what": why, "where": ITSELF, "paragraph": None, "place": ""}]
    return Inspected({}, checked, dict.fromkeys(files, said))


def _found(checked: Checked, frozen: Frozen, places: dict[str, str]) -> list[dict[str, Any]]:
    """What and where, in words that hold no secret."""
    leaks = [
        {
            "what": _said(leak.item, frozen.cast),
            "where": leak.where,
            "paragraph": _number(places.get(leak.item, "")),
            "place": places.get(leak.item, ""),
        }
        for leak in checked.leaks
    ]
    unread = [{"what": one.why, "where": one.where, "paragraph": None, "place": ""} for one in checked.cannot]
    return [*leaks, *unread]


def _said(item: str, cast: Cast) -> str:
    match = _ITEM.match(item)
    if match is None:
        return "something of the register"
    if match[1] == "dates":
        return "a day that readers are told only by its month, or a day of birth"
    person = cast.person_of(item)
    if match[1] != "people":
        kind = "an address" if match[1] == "addresses" else "a number"
        return f"{kind} of the cast"
    # A key is often a name, and the check is read by whoever may not see the source.
    called = (person.pseudonym if person else "") or "somebody of the cast"
    return f"another name of {called}" if match[3] == "aliases" else f"the name of {called}"


def _number(place: str) -> int | None:
    match = _PARAGRAPH.match(place)
    return int(match[1]) if match else None


def _places(frozen: Frozen) -> dict[str, str]:
    """Item of the register -> the paragraph or title of the open view that holds it."""
    pieces = _pieces(frozen)
    places: dict[str, str] = {}
    for leak in _leaks(frozen, pieces):
        places.setdefault(leak.item, leak.where)
    return places


def _leaks(frozen: Frozen, pieces: list[Piece]) -> list[Leak]:
    return Finder(frozen.register).find(pieces) if frozen.cast.secret or frozen.days else []


def _pieces(frozen: Frozen) -> list[Piece]:
    said = [piece for one in frozen.editions for piece in _said_in(frozen.view(Audience.OPEN, edition=one))]
    said += [(f"finding {one.number}", line) for one in frozen.told for line in lines_of(one)]
    return [Piece(where, words, BARRIER if n else None) for n, (where, words) in enumerate(said)]


def _said_in(shown: View) -> Iterator[tuple[str, str]]:
    """What the view says, with the place in the source to go to."""
    yield "the title", shown.title
    for n, part in enumerate(shown.parts, 1):
        yield f"the title of part {n}", part.title
        for one in part.paragraphs:
            where = f"paragraph {one.number}" if one.number else f"part {n}"
            yield where, one.words
            for under in one.under:
                cells = [cell for row in (under.columns, *under.rows) for cell in row]
                yield from ((where, words) for words in (under.words, under.by, under.alt, *cells) if words)
