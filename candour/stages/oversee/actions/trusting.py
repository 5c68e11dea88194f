"""Another installation's key is trusted, and no longer; an agency it names is known here."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone
from django.utils.text import slugify

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.files.bundles import public_key_from
from candour.files.handovers import fingerprint_of
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Organisation, OrganisationKind, Person, Post
from candour.stages.oversee.models import TrustedKey

POSTS = {
    OrganisationKind.BOARD: ("board_manager", "board_chair", "board_member"),
    OrganisationKind.NATIONAL: ("national_reader", "national_lead"),
}
"""What the hand of another installation may do here: what the people there may, and no more."""


def trust_key(*, by: Person, organisation: Organisation, pem: bytes, known_as: str = "") -> TrustedKey:
    """Files signed with this key are taken in as the organisation's own; an earlier key no longer counts.

    `known_as`: its short name in its own installation. Raises Trouble for an agency, or no key.
    """
    key = public_key_from(pem)
    with act("trusted_key", by=by, on=organisation, needs=Can.ADMINISTER, why=fingerprint_of(key)) as doing:
        if organisation.kind not in POSTS:
            raise Trouble(f"{organisation} is an agency.", do="Trust the key of a board or national body.")
        at = timezone.now()
        TrustedKey.objects.filter(organisation=organisation, ended_at=None).update(
            ended_at=at, ended_by=by.username
        )
        trusted = doing.made(
            TrustedKey.objects.create(
                organisation=organisation,
                known_as=known_as or organisation.slug,
                public_key=pem.decode(),
                fingerprint=fingerprint_of(key),
                hand=_hand_of(organisation, by, at),
                given_at=at,
                given_by=by.username,
            )
        )
    return trusted


def end_trust(*, by: Person, trusted: TrustedKey) -> TrustedKey:
    """Nothing more is taken in that is signed with this key. What came before stays."""
    with act("ended_trust", by=by, on=trusted.organisation, needs=Can.ADMINISTER, why=trusted.fingerprint):
        if trusted.ended_at is not None:
            raise Trouble("This key is trusted no more.", do="Nothing is left to end.")
        trusted.ended_at, trusted.ended_by = timezone.now(), by.username
        trusted.save(update_fields=["ended_at", "ended_by"])
    return trusted


def know_agency(*, by: Person, board: Organisation, name: str, kind: str) -> Organisation:
    """An agency that a board names and that nobody has written down here yet."""
    with act("added_agency", by=by, on=board, needs=Can.NOTIFY, why=name) as doing:
        slug = slugify(f"{board.slug}-{name}")[:80]
        if Organisation.objects.filter(slug=slug).exists():
            raise Trouble(f"Another organisation is called nearly as {name}.", do="Give one another name.")
        agency = doing.made(
            Organisation.objects.create(
                name=name, slug=slug, kind=OrganisationKind.AGENCY, board=board, agency_kind=kind
            )
        )
    return agency


def _hand_of(organisation: Organisation, by: Person, at: datetime) -> Person:
    hand = Person.objects.filter(installation_of=organisation).first()
    if hand is None:
        hand = Person.objects.create_user(
            _free(f"installation-of-{organisation.slug}"[:50]),
            name=f"Installation of {organisation}"[:120],
            installation_of=organisation,
        )
    held = set(Post.objects.held_by(hand).values_list("role", flat=True))
    for role in POSTS[OrganisationKind(organisation.kind)]:
        if role not in held:
            Post.objects.create(
                person=hand, organisation=organisation, role=role, given_at=at, given_by=by.username
            )
    return hand


def _free(username: str) -> str:
    """Somebody may be called so already: their account is not the hand."""
    names = [username, *(f"{username}-{number}" for number in range(2, 1000))]
    taken = set(Person.objects.filter(username__startswith=username).values_list("username", flat=True))
    return next(one for one in names if one not in taken)
