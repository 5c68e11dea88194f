"""The account of an episode goes to those who were there; what they say of it is ruled on, with a reason."""

from __future__ import annotations

from django.utils import timezone

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Person
from candour.stages.analysis.models import AccuracyComment, Episode, Ruling
from candour.stages.analysis.shared_accounts import shared_with


def write_account(*, by: Person, episode: Episode, words: str, version: int | None = None) -> None:
    """Write what happened, for those who were there to check."""
    with act("wrote_account", by=by, on=episode, needs=Can.ANALYSE, version=version):
        episode.what_happened = words
        episode.save(update_fields=("what_happened",))


def share_account(*, by: Person, episode: Episode) -> None:
    """Show the account to practitioners of the agencies it touches."""
    if not episode.what_happened.strip():
        raise Trouble("There is no account to share yet.", do="Write what happened first.")
    with act("shared_account", by=by, on=episode, needs=Can.ANALYSE):
        episode.shared_at, episode.shared_by = timezone.now(), by.username
        episode.save(update_fields=("shared_at", "shared_by"))


def take_back_account(*, by: Person, episode: Episode) -> None:
    """Stop sharing. Raises Trouble once somebody has said something of it."""
    if episode.comments.exists():
        raise Trouble("Somebody has commented on this account.", do="Rule on what was said instead.")
    with act("took_back_account", by=by, on=episode, needs=Can.ANALYSE):
        episode.shared_at, episode.shared_by = None, ""
        episode.save(update_fields=("shared_at", "shared_by"))


def comment_on_account(*, by: Person, episode: Episode, words: str) -> AccuracyComment:
    """Somebody who was there says what is not right, or that it is. Only on what is shared with them."""
    if not shared_with(by, episode.review).filter(pk=episode.pk).exists():
        raise Trouble(
            "This account is not shared with you.", do="Open the accounts that wait for you to check."
        )
    if not words.strip():
        raise Trouble("The comment has no words yet.", do="Say what is not right, or that it is right.")
    with act("commented_on_account", by=by, on=episode, needs=Can.CHECK_ACCURACY) as doing:
        return doing.made(
            AccuracyComment.objects.create(
                episode=episode,
                words=words,
                about=episode.what_happened,
                commented_at=timezone.now(),
                commented_by=by.username,
            )
        )


def rule_on_comment(*, by: Person, comment: AccuracyComment, ruling: str, why: str) -> None:
    """Accept a comment, or keep the account as it is; either way with a reason that its writer reads."""
    if ruling not in Ruling.values or not why.strip():
        raise Trouble("A ruling is accepted or kept, with a reason.", do="Choose one and say why.")
    with act("ruled_on_comment", by=by, on=comment, needs=Can.ANALYSE, why=why):
        comment.ruling, comment.ruled_why = ruling, why
        comment.ruled_at, comment.ruled_by = timezone.now(), by.username
        comment.save(update_fields=("ruling", "ruled_why", "ruled_at", "ruled_by"))
