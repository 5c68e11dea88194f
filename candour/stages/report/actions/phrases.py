"""Words inside an open paragraph are closed, with their gist and the reason; or opened again."""

from __future__ import annotations

from django.utils import timezone

from candour.domain.access import Can
from candour.domain.disclosure.tokens import Phrase, Token, tokens_of, written
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Person
from candour.stages.report.actions.paragraphs import _refuse_withdrawn, _save
from candour.stages.report.models import Paragraph


def close_phrase(
    *, by: Person, paragraph: Paragraph, version: int, words: str, gist: str, reason: str
) -> Paragraph:
    """Close these words of the paragraph, as they are typed there.

    Raises Trouble where they do not stand in it, stand in it twice, are closed already, or lack a reason.
    """
    words, gist, reason = words.strip(), gist.strip(), reason.strip()
    with act("closed_phrase", by=by, on=paragraph, needs=Can.WRITE_REPORT, version=version, why=reason):
        _refuse_withdrawn(paragraph)
        if not reason:
            raise Trouble("A closed phrase needs a reason.", do="Say why the public may not read it.")
        paragraph.text = _closed(paragraph.text, words, gist)
        own = {"words": words, "gist": gist, "reason": reason}
        now = timezone.now().isoformat()
        paragraph.phrases = [*paragraph.phrases, {**own, "at": now, "by": by.username}]
        _save(paragraph, by, None)
    return paragraph


def open_phrase(*, by: Person, paragraph: Paragraph, version: int, nth: int) -> Paragraph:
    """Let everybody read the nth closed phrase of the paragraph, counted from 1."""
    with act("opened_phrase", by=by, on=paragraph, needs=Can.WRITE_REPORT, version=version):
        _refuse_withdrawn(paragraph)
        tokens, seen = list[Token](), 0
        for token in tokens_of(paragraph.text, "the paragraph"):
            seen += isinstance(token, Phrase)
            opens = isinstance(token, Phrase) and seen == nth
            tokens += token.secret if opens and isinstance(token, Phrase) else [token]
        if not 1 <= nth <= seen:
            raise Trouble("The paragraph has no such closed phrase.", do="Look at it again.")
        paragraph.text = written(tokens)
        _save(paragraph, by, None)
    return paragraph


def _closed(text: str, words: str, gist: str) -> str:
    found = text.count(words) if words else 0
    if found != 1:
        raise Trouble(
            "These words stand there more than once." if found else "The paragraph has not these words.",
            do="Copy them from it, with enough around them to be the only ones.",
        )
    before, after = text.split(words)
    if before.count("[[") != before.count("]]"):
        raise Trouble("These words stand inside a reference or a closed phrase.", do="Choose all of it.")
    return f"{before}[[closed: {words} | {gist}]]{after}"
