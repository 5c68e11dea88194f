"""Words that nobody had decided on: allowed for a reason, or linked to somebody of the cast."""

from __future__ import annotations

import re
from collections.abc import Iterable

from django.utils import timezone

from candour.domain.access import Can
from candour.domain.identity import PersonKind
from candour.domain.leaks.everyday import everyday_words
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Person
from candour.stages.report.actions.paragraphs import _save_wording
from candour.stages.report.actions.under import _link_under
from candour.stages.report.editing.linking import with_reference
from candour.stages.report.models import Allowed, CastMember, Paragraph, Report, with_hand
from candour.stages.report.one_source import cast_of

PEOPLE = frozenset({PersonKind.CHILD, PersonKind.ADULT, PersonKind.PROFESSIONAL})
SHORTEST_NAME = 3
"""Letters: initials are too many words' beginnings to be refused by themselves."""
_WORD = re.compile(r"[^\W\d_]+")


def allow_word(*, by: Person, report: Report, words: str, reason: str) -> Allowed:
    """Let these words stand in the open report. Raises Trouble for a name of the cast."""
    with act("allowed_word", by=by, on=report, needs=Can.WRITE_REPORT, why=reason) as doing:
        _refuse_names(report, words)
        if report.allowed.filter(words=words, withdrawn_at=None).exists():
            raise Trouble(f"“{words}” is allowed already.", do="Decide on the next word.")
        allowed = Allowed.objects.create(
            report=report,
            words=words,
            reason=reason,
            allowed_at=timezone.now(),
            allowed_by=by.username,
        )
        doing.made(allowed)
    return allowed


def allow_words(*, by: Person, report: Report, words: Iterable[str], reason: str) -> list[Allowed]:
    """Let several stand for one reason; each is undone by itself. A name of the cast among them stops all."""
    with act("allowed_words", by=by, on=report, needs=Can.WRITE_REPORT, why=reason):
        standing = set(report.allowed.filter(withdrawn_at=None).values_list("words", flat=True))
        several = [one for one in dict.fromkeys(words) if one not in standing]
        if not several:
            raise Trouble("Nothing is chosen.", do="Choose the words that may stay.")
        for one in several:
            _refuse_names(report, one)
        now = timezone.now()
        kept = [
            Allowed(report=report, words=one, reason=reason, allowed_at=now, allowed_by=by.username)
            for one in several
        ]
        Allowed.objects.bulk_create(kept)
    return kept


def ask_about_word_again(*, by: Person, allowed: Allowed) -> Allowed:
    """Undo: the words wait for a decision again."""
    with act("asked_about_word_again", by=by, on=allowed, needs=Can.WRITE_REPORT):
        allowed.withdrawn_at, allowed.withdrawn_by = timezone.now(), by.username
        allowed.save(update_fields=["withdrawn_at", "withdrawn_by"])
    return allowed


def link_word(*, by: Person, report: Report, words: str, member: CastMember) -> list[Paragraph]:
    """Put a reference to one of the cast in place of these words, in each open text and gist, and under them.

    The words join the other names of the member, so that the check looks for them too; not those of an
    agency or a place that stands under its own name. Returns the paragraphs it changed.
    """
    with act("linked_word", by=by, on=report, needs=Can.WRITE_REPORT, why=f"to cast member {member.pk}"):
        if member.review_id != report.review_id:
            raise Trouble("This is one of another review's cast.", do="Choose one of this review.")
        changed = [one for one in _open_words(report) if _link(one, words, member.key)]
        for paragraph in changed:
            paragraph.version += 1
            _save_wording(paragraph, by)
        _link_under(report, words, member.key, by)
        if not member.person.is_public and words.casefold() not in _names_of(member):
            member.aliases = [*member.aliases, words]
            member.version += 1
            member.hands = with_hand(member.hands, by.username)
            member.save(update_fields=["aliases", "version", "hands"])
            cast_of(report.review)
    return changed


def _open_words(report: Report) -> list[Paragraph]:
    standing = Paragraph.objects.select_for_update().filter(part__report=report, withdrawn_at=None)
    return list(standing.order_by("part__number", "position"))


def _link(paragraph: Paragraph, words: str, key: str) -> bool:
    """Only what the public reads: the text of an open one, its words for editions, a closed one's gist."""
    name = "gist" if paragraph.is_closed else "text"
    before = (getattr(paragraph, name), paragraph.told_as)
    setattr(paragraph, name, with_reference(before[0], words, key))
    if not paragraph.is_closed:
        told_as = paragraph.told_as.items()
        paragraph.told_as = {edition: with_reference(text, words, key) for edition, text in told_as}
    return (getattr(paragraph, name), paragraph.told_as) != before


def _names_of(member: CastMember) -> set[str]:
    return {one.casefold() for one in member.person.names}


def _parts_of(member: CastMember) -> set[str]:
    """A surname or a forename alone is a name too, unless it is also a word that everybody uses."""
    if member.kind not in PEOPLE:
        return set()
    parts = {part for name in _names_of(member) for part in _WORD.findall(name)}
    return {part for part in parts if len(part) >= SHORTEST_NAME} - everyday_words()


def _refuse_names(report: Report, words: str) -> None:
    for member in report.review.cast.all():
        said = words.strip().casefold()
        named = said in _names_of(member) or not _parts_of(member).isdisjoint(_WORD.findall(said))
        if not member.person.is_public and named:
            raise Trouble(
                f"“{words}” is a name of {member.pseudonym or member.key}, so it cannot be allowed.",
                do=f"Write [[{member.key}]] in its place, or other words.",
            )
