"""The signed file that this installation hands over: a board's own, or the national body's for a board."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from django.conf import settings
from django.utils import timezone

from candour.domain.trouble import Trouble
from candour.files.bundles import private_key_from
from candour.files.handovers import Answers, write_handover
from candour.kernel.people.models import Organisation, OrganisationKind, Person
from candour.stages.oversee.actions import hand_over_file
from candour.stages.oversee.handing_over import answers_for, hand_over_of
from candour.stages.oversee.models import TrustedKey


@dataclass(frozen=True, slots=True)
class SignedFile:
    content: bytes
    kind: str
    things: int


def signed_file(board: Organisation, *, by: Person) -> SignedFile:
    """Where the board's key is trusted, the national body's answers; else what the board hands over."""
    if board.kind != OrganisationKind.BOARD:
        raise Trouble(f"{board} is no board.", do="Name the board that the file is from, or for.")
    trusted = TrustedKey.objects.filter(organisation=board, ended_at=None).first()
    made_at = timezone.now()
    contents = answers_for(trusted, made_at) if trusted else hand_over_of(board, made_at)
    content = write_handover(contents, private_key_from(settings.HOME.key("bundle-private.pem").encode()))
    sha256 = hashlib.sha256(content).hexdigest()
    if isinstance(contents, Answers):
        hand_over_file(by=by, at=_nation(), to=board.name, sha256=sha256)
        return SignedFile(content, "answers", len(contents.said) + len(contents.directions))
    hand_over_file(by=by, at=board, to="the national body", sha256=sha256)
    return SignedFile(content, "hand_over", len(contents.notifications))


def _nation() -> Organisation:
    found = Organisation.objects.filter(kind=OrganisationKind.NATIONAL).first()
    if found is None:
        raise Trouble("There is no national body here.", do="Add it among the organisations.")
    return found
