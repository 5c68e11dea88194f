"""The cast of a review is kept: names that stay secret, and the names given to readers."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils import timezone

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.stages.report.models import CastMember, with_hand
from candour.stages.report.one_source import cast_of


def keep_cast_member(
    *,
    by: Person,
    review: Review,
    key: str,
    kind: str,
    name: str,
    aliases: Iterable[str] = (),
    pseudonym: str = "",
    born: date | None = None,
    note: str = "",
) -> CastMember:
    """Put somebody, or an agency or a place, into the cast.

    Raises Trouble for a key or pseudonym that is taken, or a pseudonym that holds a real name.
    """
    with act("kept_cast_member", by=by, on=review, needs=Can.WRITE_REPORT, why=key) as doing:
        if review.cast.filter(key=key).exists():
            raise Trouble(f"The key “{key}” stands twice in the cast.", do="Give each its own key.")
        member = CastMember(
            review=review,
            key=key,
            kind=kind,
            name=name.strip(),
            aliases=_cleaned(aliases),
            pseudonym=pseudonym.strip(),
            born=born,
            note=note.strip(),
            kept_at=timezone.now(),
            kept_by=by.username,
            hands=[by.username],
        )
        _save_in_order(member)
        doing.made(member)
    return member


def change_cast_member(
    *,
    by: Person,
    member: CastMember,
    version: int,
    kind: str,
    name: str,
    aliases: Iterable[str],
    pseudonym: str,
    born: date | None,
    note: str,
) -> CastMember:
    """Change all but the key, by which the report's text refers to it. Raises Changed as `act`."""
    with act("changed_cast_member", by=by, on=member, needs=Can.WRITE_REPORT, version=version):
        member.kind, member.name, member.aliases = kind, name.strip(), _cleaned(aliases)
        member.pseudonym, member.born, member.note = pseudonym.strip(), born, note.strip()
        member.kept_at, member.kept_by = timezone.now(), by.username
        member.hands = with_hand(member.hands, by.username)
        _save_in_order(member)
    return member


def _cleaned(aliases: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(alias.strip() for alias in aliases if alias.strip()))


def _save_in_order(member: CastMember) -> None:
    """The domain says whether the cast as a whole is in order; where it is not, nothing is saved."""
    assert member.person.key
    member.save()
    cast_of(member.review)
