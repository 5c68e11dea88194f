"""The cast of a review is kept: names that stay secret, and the names given to readers."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils import timezone

from candour.domain.access import Can
from candour.domain.identity import suggest_pseudonyms
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.stages.report.casting.pseudonyms import secret_of
from candour.stages.report.models import CastMember, with_hand
from candour.stages.report.one_source import cast_of

_LISTS = ("titles", "former")
_WORDS = ("role", "relation", "sex")


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
    **grown: str | Iterable[str] | date | None,
) -> CastMember:
    """Put somebody, or an agency, a place or a thing, into the cast.

    `grown`: titles, former, role, relation, sex, died. Raises Trouble for a key or pseudonym that is taken,
    or a pseudonym that holds a real name. The record says the kind alone, for a key may be a name.
    """
    with act("kept_cast_member", by=by, on=review, needs=Can.WRITE_REPORT, why=kind) as doing:
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
            **_grown(grown),
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
    note: str,
    **grown: str | Iterable[str] | date | None,
) -> CastMember:
    """Change all but the key, by which the report's text refers to it. Raises Changed as `act`.

    `grown`: born, titles, former, role, relation, sex, died; one that is not given stays as it is.
    """
    with act("changed_cast_member", by=by, on=member, needs=Can.WRITE_REPORT, version=version):
        member.kind, member.name, member.aliases = kind, name.strip(), _cleaned(aliases)
        member.pseudonym, member.note = pseudonym.strip(), note.strip()
        for field, value in _grown(grown).items():
            setattr(member, field, value)
        _keep_again(member, by)
    return member


def add_other_name(*, by: Person, member: CastMember, words: str) -> CastMember:
    """One more name that somebody of the cast goes by: the nets and the gate look for it from now on."""
    with act("added_other_name", by=by, on=member, needs=Can.WRITE_REPORT):
        if words.casefold() in {one.casefold() for one in member.person.names}:
            raise Trouble(f"“{words}” is a name of theirs already.", do="Decide on the next one.")
        member.aliases = [*member.aliases, words.strip()]
        member.version += 1
        _keep_again(member, by)
    return member


def take_out_other_name(*, by: Person, member: CastMember, words: str) -> CastMember:
    """Undo: it is no name of theirs."""
    with act("took_out_other_name", by=by, on=member, needs=Can.WRITE_REPORT):
        member.aliases = [one for one in member.aliases if one != words]
        member.version += 1
        _keep_again(member, by)
    return member


def take_proposed_pseudonyms(*, by: Person, review: Review) -> list[CastMember]:
    """Give everybody without a pseudonym the one that is proposed. Those chosen already stay."""
    with act("took_proposed_pseudonyms", by=by, on=review, needs=Can.WRITE_REPORT):
        proposed = suggest_pseudonyms(cast_of(review).people, secret=secret_of(review))
        unnamed = list(review.cast.select_for_update().filter(pseudonym=""))
        for member in unnamed:
            member.pseudonym = proposed[member.key]
            member.version += 1
            _keep_again(member, by)
    return unnamed


def _keep_again(member: CastMember, by: Person) -> None:
    member.kept_at, member.kept_by = timezone.now(), by.username
    member.hands = with_hand(member.hands, by.username)
    _save_in_order(member)


def _grown(grown: dict[str, str | Iterable[str] | date | None]) -> dict[str, object]:
    """As the table keeps them; TypeError for a field that it has not."""
    kept: dict[str, object] = {}
    for field, value in grown.items():
        if field in _LISTS:
            kept[field] = _cleaned(value or ())  # type: ignore[arg-type]  # a list of texts
        elif field in _WORDS:
            kept[field] = str(value or "").strip()
        elif field in ("born", "died"):
            kept[field] = value
        else:
            raise TypeError(f"the cast has no {field}")
    return kept


def _cleaned(several: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(one.strip() for one in several if one.strip()))


def _save_in_order(member: CastMember) -> None:
    """The domain says whether the cast as a whole is in order; where it is not, nothing is saved."""
    assert member.person.key
    member.save()
    cast_of(member.review)
