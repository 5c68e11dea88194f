"""Signed files between installations, as the page shows them: who may make which, whose key, what came."""

from __future__ import annotations

from dataclasses import dataclass

from candour.domain.access import Can, Scope
from candour.kernel.people.models import Organisation, OrganisationKind, Person, Post
from candour.stages.oversee.models import TakenFile, TrustedKey


@dataclass(frozen=True, slots=True)
class Makes:
    """A file that the viewer may make: a board's own, or the national body's answers for one."""

    board: Organisation
    answers: bool


def files_to_make(viewer: Person) -> list[Makes]:
    """As the keys say: where a board's key is trusted, its decisions are made elsewhere and answered here."""
    boards = Organisation.objects.filter(kind=OrganisationKind.BOARD).order_by("name")
    trusted = set(TrustedKey.objects.filter(ended_at=None).values_list("organisation", flat=True))
    held = Post.objects.held_by(viewer).with_power(Can.NOTIFY, Scope.BOARD)
    own = set(held.values_list("organisation", flat=True))
    nation = speaks(viewer)
    return [
        Makes(one, one.pk in trusted) for one in boards if (nation if one.pk in trusted else one.pk in own)
    ]


def speaks(viewer: Person) -> bool:
    """Whether the viewer questions decisions for the national body, and so takes boards' files in."""
    return Post.objects.held_by(viewer).with_power(Can.CHALLENGE, Scope.NATION).exists()


def exchanges(viewer: Person) -> bool:
    """Whether files are this person's business: a board's manager's, or the national body's."""
    held = Post.objects.held_by(viewer)
    return speaks(viewer) or held.with_power(Can.NOTIFY, Scope.BOARD).exists()


def keys_trusted() -> list[TrustedKey]:
    return list(TrustedKey.objects.filter(ended_at=None).select_related("organisation"))


def in_groups(fingerprint: str) -> str:
    """Four letters at a time: so it is read aloud, and so it fits a phone."""
    return " ".join(fingerprint[start : start + 4] for start in range(0, len(fingerprint), 4))


def files_that_came(viewer: Person) -> list[TakenFile]:
    """The last ones first: of the viewer's own boards, or of all for the national body."""
    seen = TakenFile.objects.visible_to(viewer).select_related("sender").order_by("-taken_at")
    return list(seen[:50])
