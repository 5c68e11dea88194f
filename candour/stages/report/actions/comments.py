"""Comments on a paragraph, by whoever may see the source: said, settled with a reason, asked again."""

from __future__ import annotations

from django.utils import timezone

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Person
from candour.stages.report.models import Comment, Paragraph


def comment_on_paragraph(*, by: Person, paragraph: Paragraph, words: str) -> Comment:
    """Say something of a paragraph. It stands in no report."""
    with act("commented_on_paragraph", by=by, on=paragraph, needs=Can.SEE_SOURCE) as doing:
        if not words.strip():
            raise Trouble("The comment has no words.", do="Write it.")
        own = {"said_at": timezone.now(), "said_by": by.username}
        comment = Comment.objects.create(paragraph=paragraph, words=words.strip(), **own)
        doing.made(comment)
    return comment


def settle_comment(*, by: Person, comment: Comment, why: str) -> Comment:
    """Say what became of it. Raises Trouble without a reason."""
    with act("settled_comment", by=by, on=comment, needs=Can.WRITE_REPORT, why=why):
        if not why.strip():
            raise Trouble("A comment is settled for a reason.", do="Say what became of it.")
        comment.settled_at, comment.settled_by, comment.settled_why = timezone.now(), by.username, why.strip()
        comment.save(update_fields=["settled_at", "settled_by", "settled_why"])
    return comment


def reopen_comment(*, by: Person, comment: Comment) -> Comment:
    """Undo: the comment waits again."""
    with act("reopened_comment", by=by, on=comment, needs=Can.SEE_SOURCE):
        comment.settled_at, comment.settled_by, comment.settled_why = None, "", ""
        comment.save(update_fields=["settled_at", "settled_by", "settled_why"])
    return comment
