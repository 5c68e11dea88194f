"""A signed file of another installation is checked and taken in: each thing whole or not at all."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction

from candour.domain.trouble import Trouble
from candour.files.bundles import private_key_from, public_key_from
from candour.files.handovers import Answers, Direction, HandOver, Said, fingerprint_of, read_handover
from candour.kernel.audit.acting import refuse, together
from candour.kernel.people.models import Organisation, OrganisationKind, Person
from candour.stages.oversee.actions import keep_references, take_in_file
from candour.stages.oversee.models import TrustedKey
from candour.stages.oversee.notification_taken import take_notification
from candour.stages.oversee.references import References
from candour.stages.oversee.said_taken import take_said


@dataclass(slots=True)
class Taken:
    """What became of each thing in a file, by its number there; `left` says why one is not taken in."""

    sender: Organisation
    sha256: str
    made_at: datetime
    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    left: dict[str, str] = field(default_factory=dict)

    @contextmanager
    def each(self, number: str, known: References) -> Iterator[list[str]]:
        """One thing: what is done is noted in the list that is given, and undone where it cannot be whole."""
        was_known, done = number in known.known, list[str]()
        try:
            with known.all_or_none(), transaction.atomic():
                yield done
        except Trouble as trouble:
            self.left[number] = str(trouble)
            return
        except DatabaseError:  # a value that no form lets through: too long, or days in no order
            self.left[number] = "What it says does not fit together. Ask who sent the file."
            return
        kind = self.same if not done else self.changed if was_known else self.added
        kind.append(number)


class _OnlyLooked(Exception):
    """Raised to undo all that was done."""


def take_in(content: bytes, *, by: Person, only_look: bool = False) -> Taken:
    """Take a file in. Raises Trouble where it is refused as a whole: then nothing of it is done.

    With `only_look`, what would come of it: all is done and undone again, and leaves no line.
    """
    contents, trusted = _checked(content)
    at = _receiver(contents)
    sha256 = hashlib.sha256(content).hexdigest()
    taken = Taken(trusted.organisation, sha256, contents.made_at)
    try:
        with together(f"File sha256:{sha256}"):
            file = take_in_file(by=by, at=at, trusted=trusted, sha256=sha256, made_at=contents.made_at)
            known = References.of(trusted.organisation)
            _take_all(contents, trusted, at, known, taken)
            if known.new:
                keep_references(by=by, at=at, file=file, rows=known.new)
            if only_look:
                raise _OnlyLooked
    except _OnlyLooked:
        return taken
    except PermissionDenied as refused:
        refuse("took_in_file", by=by, on=at, why=" ".join(map(str, refused.args)))
    return taken


def own_fingerprint() -> str:
    """The name of this installation's own key."""
    return fingerprint_of(private_key_from(settings.HOME.key("bundle-private.pem").encode()).public_key())


def _take_all(
    contents: HandOver | Answers, trusted: TrustedKey, at: Organisation, known: References, taken: Taken
) -> None:
    if isinstance(contents, Answers):
        everything: tuple[Said | Direction, ...] = (*contents.said, *contents.directions)
        for said in everything:
            with taken.each(said.number, known) as done:
                done += take_said(trusted.hand, at, said, known)
        return
    for told in contents.notifications:
        with taken.each(told.number, known) as done:
            done += take_notification(trusted.hand, trusted.organisation, told, known)


def _checked(content: bytes) -> tuple[HandOver | Answers, TrustedKey]:
    keys = list(TrustedKey.objects.filter(ended_at=None).select_related("organisation", "hand"))
    contents, which = read_handover(content, [public_key_from(one.public_key.encode()) for one in keys])
    same_key = [one for one in keys if one.fingerprint == keys[which].fingerprint]
    return contents, _sender(contents, same_key)


def _sender(contents: HandOver | Answers, keys: list[TrustedKey]) -> TrustedKey:
    """The one whose key it is, speaking as what that key is trusted for."""
    if isinstance(contents, Answers):
        found = [one for one in keys if one.organisation.kind == OrganisationKind.NATIONAL]
        if contents.to_key != own_fingerprint():
            raise Trouble("The file is for another board's installation.", do="Send it to that board.")
    else:
        found = [one for one in keys if one.organisation.kind == OrganisationKind.BOARD]
        found = [one for one in found if one.known_as == contents.board]
    if not found:
        who = "the national body" if isinstance(contents, Answers) else contents.board
        raise Trouble(
            f"The file speaks for {who}, and its key is trusted for another.",
            do="Trust the key for whom it belongs to, by `candour trust`. Nothing was taken in.",
        )
    return found[0]


def _receiver(contents: HandOver | Answers) -> Organisation:
    """The national body for what a board hands over; the board for what comes back."""
    if isinstance(contents, Answers):
        found = Organisation.objects.filter(kind=OrganisationKind.BOARD, slug=contents.board).first()
    else:
        found = Organisation.objects.filter(kind=OrganisationKind.NATIONAL).first()
    if found is None:
        raise Trouble("Whom the file is for is not known here.", do="Ask who sent it. Nothing was taken in.")
    return found
