"""Who may send whose return, whose a file says it is, and what a sending came to, file by file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePath

from candour.domain.access import Can
from candour.domain.chronology.returned import interpret
from candour.domain.trouble import Trouble
from candour.files.returns.packed import strange_name, unpack
from candour.files.returns.reading import read_content
from candour.kernel.access import may
from candour.kernel.people.models import Organisation, Person
from candour.kernel.reviews.models import Review
from candour.stages.chronology.actions import send_return
from candour.stages.chronology.actions.receiving import SentAlready
from candour.stages.chronology.models import Return
from candour.stages.chronology.returns.naming import recognise, said_names
from candour.stages.chronology.tasks import read_what_came


@dataclass(frozen=True, slots=True)
class Came:
    """One file as it came: its name, its bytes, and the zip it lay in."""

    name: str
    content: bytes
    came_in: str = ""


@dataclass(slots=True)
class Outcome:
    """What a sending came to. Nothing that was sent is passed over in silence."""

    sent: list[Return] = field(default_factory=list)
    refused: list[Trouble] = field(default_factory=list)


def agencies_for(person: Person, review: Review) -> list[Organisation]:
    """The agencies whose return this person may send: those asked first, then the board's others."""
    asked = [one.agency for one in review.agencies_asked.filter(withdrawn_at=None).select_related("agency")]
    there = {one.pk for one in asked}
    others = [one for one in review.board.agencies.all() if one.pk not in there]
    return [
        one for one in (*asked, *others) if may(person, Can.SEND_RETURN, Return(review=review, agency=one))
    ]


def files_in(uploads: Iterable[Came]) -> tuple[list[Came], list[Trouble]]:
    """Each file, those of a zip one by one; and whatever is refused before it is opened, with its reason."""
    files: list[Came] = []
    refused: list[Trouble] = []
    for came in uploads:
        if why := strange_name(came.name):
            refused.append(Trouble(f"A file {why}.", where="", do="Rename it and send it again."))
        elif came.name.casefold().endswith(".zip"):
            try:
                unpacked = unpack(came.name, came.content)
            except Trouble as trouble:
                refused.append(trouble)
                continue
            files += [Came(name, content, came.name) for name, content in unpacked.files]
            refused += unpacked.refused
        else:
            files.append(came)
    return files, refused


def agency_of(came: Came, review: Review, agencies: list[Organisation]) -> Organisation | None:
    """The agency that a file's title block names, else its file name; None where neither does."""
    also = {name: own for own, name in said_names(review)}
    words = [_title_of(came), PurePath(came.name).stem]
    return recognise([also.get(one, one) for one in words if one], agencies)


def _title_of(came: Came) -> str:
    """What is wrong with a file is said when it is read; here it may still be known by its name."""
    try:
        return interpret(read_content(came.name, came.content)).agency
    except Trouble:
        return ""


def send_all(
    *, by: Person, review: Review, uploads: Iterable[Came], agency: Organisation | None, on: date
) -> Outcome:
    """Send each file for the agency chosen, or for the one it names itself; then have them read."""
    files, refused = files_in(uploads)
    outcome = Outcome(refused=refused)
    agencies = agencies_for(by, review)
    for came in files:
        whose = agency or agency_of(came, review, agencies)
        if whose is None:
            what = f"{came.name} does not say which agency it is from."
            outcome.refused.append(Trouble(what, where=came.name, do="Send it again and choose the agency."))
            continue
        try:
            sent = send_return(
                by=by,
                review=review,
                agency=whose,
                name=came.name,
                content=came.content,
                came_in=came.came_in,
                received_on=on,
            )
        except SentAlready as already:
            outcome.refused.append(already)
            continue
        outcome.sent.append(sent)
        read_what_came.enqueue(sent.pk)
    return outcome
