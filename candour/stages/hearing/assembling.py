"""From the frozen list to the finished PDF, and for an open one through the gate: the files or why not."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from candour.domain.disclosure import Audience, Source, View
from candour.domain.identity import Cast
from candour.domain.jigsaw import PublicEvent
from candour.domain.leaks.register import SeenImage
from candour.domain.trouble import Trouble
from candour.files.hearing.bundle_pdf import bundle_pdf
from candour.files.hearing.contents import (
    Body,
    Bundle,
    BundleMade,
    Grid,
    NotTaken,
    Paper,
    Passage,
    Tab,
    Written,
)
from candour.files.hearing.flattened import taken_in
from candour.files.hearing.from_files import body_of_file
from candour.files.open_text.checking import Checked, Verdict, worst
from candour.files.reports.gate import check_files, check_twin
from candour.files.reports.pdf import report_pdf
from candour.kernel.papers.shelf import read_bytes
from candour.stages.hearing.closed_words import closed_in
from candour.stages.hearing.joining_up import joins_in_copy
from candour.stages.hearing.pieces import pieces_of
from candour.stages.hearing.undecided import MOST_ASKED, Asked, asked_in, undecided_in_report
from candour.stages.report.releasing.frozen import Frozen, thawed

FILE = "bundle.pdf"
_KINDS = {
    "people": "a name of the cast",
    "addresses": "an address of the cast",
    "numbers": "a number of the cast",
}
_OTHER = "a day or a word that the open report does not tell"


@dataclass(frozen=True, slots=True)
class Outcome:
    """The bundle, or in words that hold nothing secret what stands against it and where."""

    made: BundleMade | None = field(repr=False)
    found: tuple[dict[str, str], ...] = ()
    asked: tuple[Asked, ...] = field(default=(), repr=False)
    """What is put to a person before it can be made."""
    joins: tuple[dict[str, Any], ...] = field(default=(), repr=False)
    """What joins up in an open one that was made."""


def written_list(shape: dict[str, Any]) -> bytes:
    """The list as it is kept: the same list is the same bytes."""
    return json.dumps(shape, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def sha256_of_list(shape: dict[str, Any]) -> str:
    return hashlib.sha256(written_list(shape)).hexdigest()


def assembled(shape: dict[str, Any], view: View | None) -> Bundle:
    """The bundle as a value. `view`: the report as this audience reads it."""
    about = shape["about"]
    tabs = tuple(
        Tab(tab["title"], tuple(_paper(one, view, about["mark"]) for one in tab["papers"]))
        for tab in shape["tabs"]
    )
    return Bundle(**about, tabs=tabs)


def view_of(shape: dict[str, Any]) -> View | None:
    if shape["report"] is None:
        return None
    audience = Audience.CLOSED if shape["about"]["closed"] else Audience.OPEN
    return thawed(shape["report"]).view(audience)


def closed_bundle(shape: dict[str, Any]) -> Outcome:
    return Outcome(bundle_pdf(assembled(shape, view_of(shape))))


def open_bundle(
    shape: dict[str, Any],
    today: Frozen,
    *,
    seen: tuple[SeenImage, ...] = (),
    public: tuple[PublicEvent, ...] = (),
) -> Outcome:
    """Through the gate, strictly: read back, canaries, the twin, no word that nobody decided on, none closed.

    `seen`: pictures that somebody looked at and signed for, as no program reads what they show. `public`:
    what anybody can look up, beside which the joins are looked for.
    """
    view = view_of(shape)
    bundle = assembled(shape, view)
    made = bundle_pdf(bundle)
    pieces = list(pieces_of(shape, bundle, made.index))
    asked = asked_in(pieces, today, shape["kept"], made.content)
    closed = closed_in(pieces, today.source)
    if found := [*closed, *_waiting_in_report(shape, today), *_counted(asked)]:
        return Outcome(None, tuple(found), tuple(asked[:MOST_ASKED]))
    files = {FILE: made.content}
    checked = check_files(files, replace(today.register, seen_images=seen), strict=True)
    if shape["report"] is not None:
        checked = _with_twin(checked, files, shape)
    if len(checked) == 1 and worst(checked) is Verdict.CLEAN:
        return Outcome(made, joins=joins_in_copy(view, pieces, today.cast, public))
    return Outcome(None, tuple(_told(checked, made)))


def still_clean(content: bytes, today: Frozen, seen: tuple[SeenImage, ...]) -> bool:
    """A finished one read back once more, by the cast as it stands today."""
    register = replace(today.register, seen_images=seen)
    return worst(check_files({FILE: content}, register, strict=True)) is Verdict.CLEAN


def _with_twin(
    checked: tuple[Checked, ...], files: Mapping[str, bytes], shape: dict[str, Any]
) -> tuple[Checked, ...]:
    frozen = thawed(shape["report"])

    def again(source: Source, cast: Cast) -> Mapping[str, bytes]:
        view = Frozen(source, cast).view(Audience.OPEN)
        return {FILE: bundle_pdf(assembled(shape, view)).content}

    return check_twin(checked, files, frozen.source, frozen.cast, again)


def _paper(told: dict[str, Any], view: View | None, mark: str) -> Paper:
    title, says = told["title"], told.get("says", "")
    if told["kind"] == "view":
        assert view is not None  # the list holds the report where a paper of it does
        body: Body = taken_in(report_pdf(view, mark=mark or None))
        if isinstance(body, NotTaken):
            raise Trouble(f"The report could not be taken in: {body.why}.", do="Ask for the bundle again.")
        return Paper(title, body, says, decided=True)
    if told["kind"] == "withdrawn":
        return Paper(
            title, NotTaken("it was withdrawn since it was chosen", see_original=False), decided=True
        )
    if told["kind"] == "file":
        return Paper(title, _from_shelf(told), says)
    blocks = tuple(_block(one) for one in told["blocks"])
    return Paper(title, Written(blocks, told["lead"]), says)


def _from_shelf(told: dict[str, Any]) -> Body:
    try:
        content = read_bytes(told["sha256"])
    except Trouble as gone:
        return NotTaken(gone.what[:1].lower() + gone.what[1:].rstrip("."))
    return body_of_file(told["name"], content)


def _block(one: dict[str, Any]) -> Passage | Grid:
    if "columns" not in one:
        return Passage(one["words"], one["number"])
    return Grid(tuple(one["columns"]), tuple(tuple(row) for row in one["rows"]), one["called"])


def _waiting_in_report(shape: dict[str, Any], today: Frozen) -> list[dict[str, str]]:
    if shape["report"] is None:
        return []  # what waits in a report that is not in it stops nothing
    words = undecided_in_report(thawed(shape["report"]).source, today)
    return [{"what": _nobody(words), "where": "the report, on its page Words to decide"}] if words else []


def _counted(asked: list[Asked]) -> list[dict[str, str]]:
    """By paper, so that it can be said without the words."""
    by_paper: dict[str, int] = {}
    for one in asked:
        by_paper[one["paper"]] = by_paper.get(one["paper"], 0) + 1
    return [{"what": _nobody(words), "where": where} for where, words in by_paper.items()]


def _nobody(words: int) -> str:
    return f"{words:,} {'word' if words == 1 else 'words'} that nobody decided on"


def _told(checked: tuple[Checked, ...], made: BundleMade) -> list[dict[str, str]]:
    found = [
        {"what": _KINDS.get(leak.item.partition("[")[0], _OTHER), "where": _placed(leak.where, made)}
        for one in checked
        for leak in one.leaks
    ]
    found += [{"what": one.why, "where": _placed(one.where, made)} for file in checked for one in file.cannot]
    return [one for n, one in enumerate(found) if one not in found[:n]]


def _placed(where: str, made: BundleMade) -> str:
    """ "page 17" with the paper that stands there."""
    word, _, number = where.partition(" ")
    if word != "page" or not number.isdecimal():
        return where
    on = next((one.title for one in made.index if one.first <= int(number) <= one.last), "")
    return f"bundle page {number}, {on}" if on else f"bundle page {number}"
