"""An extract is sent, answered, ruled on with reasons, or taken back; no word of an answer vanishes."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db.models import Max
from django.utils import timezone

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Organisation, Person
from candour.stages.commission.models import Participant
from candour.stages.report.hearing.extract_words import extract_words, is_for, sha256_of_words
from candour.stages.report.models import (
    Extract,
    ExtractAnswer,
    ExtractKind,
    ExtractRuling,
    Outcome,
    Report,
)


def send_extract(
    *,
    by: Person,
    report: Report,
    kind: str = ExtractKind.REPLY,
    called: str,
    paragraphs: Collection[int],
    sent_on: date,
    due_on: date,
    about: str = "",
    named: bool = False,
    person: Person | None = None,
    participant: Participant | None = None,
    agency: Organisation | None = None,
) -> Extract:
    """Freeze the words of these paragraphs, by number, for one person or body, with a day for the answer.

    Raises Trouble without time to answer, for oneself, and for paragraphs that the report has not.
    """
    with act("sent_extract", by=by, on=report, needs=Can.WRITE_REPORT) as doing:
        if due_on <= sent_on:
            raise Trouble("There is no time to answer.", do="Give a later day for the answer.")
        if person is not None and person.pk == by.pk:
            raise Trouble(
                "This would be sent to yourself.", do="Somebody else who writes the report does it."
            )
        Report.objects.select_for_update().get(pk=report.pk)
        last = report.extracts.filter(kind=kind).aggregate(last=Max("number"))["last"] or 0
        words = extract_words(report, paragraphs, named=named)
        extract = Extract.objects.create(
            report=report,
            kind=kind,
            number=last + 1,
            called=called.strip(),
            person=person,
            participant=participant,
            agency=agency,
            named=named,
            paragraphs=words,
            sha256=sha256_of_words(words),
            about=about.strip(),
            sent_on=sent_on,
            due_on=due_on,
            sent_at=timezone.now(),
            sent_by=by.username,
        )
        doing.made(extract)
    return extract


def answer_extract(*, by: Person, extract: Extract, words: str, answered_on: date) -> ExtractAnswer:
    """Answer in one's own words what was sent to oneself. Raises Trouble for others, and after a ruling."""
    with act("answered_extract", by=by, on=extract, needs=Can.SEE_PROGRESS) as doing:
        if not is_for(extract, by):
            raise Trouble("This was sent to somebody else.", do="Only they answer it.")
        answer = _answer(extract, by, words, answered_on, "")
        doing.made(answer)
    return answer


def note_answer(
    *, by: Person, extract: Extract, words: str, answered_on: date, how: str = ""
) -> ExtractAnswer:
    """Note, in their words, an answer that came by letter or was told."""
    with act("noted_answer_to_extract", by=by, on=extract, needs=Can.WRITE_REPORT) as doing:
        if answered_on < extract.sent_on:
            raise Trouble("It was not sent yet on that day.", do="Give the day on which the answer came.")
        answer = _answer(extract, by, words, answered_on, how)
        doing.made(answer)
    return answer


def _answer(extract: Extract, by: Person, words: str, answered_on: date, how: str) -> ExtractAnswer:
    Extract.objects.select_for_update().get(pk=extract.pk)  # no ruling comes between
    _refuse_withdrawn(extract)
    if extract.ruling is not None:
        raise Trouble("It was ruled on already.", do="Write to whoever leads the review.")
    return ExtractAnswer.objects.create(
        extract=extract,
        words=words.strip(),
        answered_on=answered_on,
        how=how.strip(),
        noted_at=timezone.now(),
        noted_by=by.username,
    )


def withdraw_noted_answer(*, by: Person, answer: ExtractAnswer) -> ExtractAnswer:
    """It was noted by mistake; it stays readable. An answer that somebody gave themselves is theirs."""
    with act("withdrew_noted_answer", by=by, on=answer, needs=Can.WRITE_REPORT):
        if is_for(answer.extract, Person.objects.get(username=answer.noted_by)):
            raise Trouble("They gave this answer themselves.", do="It stays as they gave it.")
        if answer.extract.ruling is not None:
            raise Trouble("It was ruled on already.", do="Take the ruling back first.")
        answer.withdrawn_at, answer.withdrawn_by = timezone.now(), by.username
        answer.save(update_fields=["withdrawn_at", "withdrawn_by"])
    return answer


def rule_on_extract(
    *, by: Person, extract: Extract, outcome: str, reasons: str, today: date
) -> ExtractRuling:
    """Say what came of it, with reasons.

    Raises Trouble before the day is over where nothing was answered, unless the ruling is that the report
    does not wait; and for whoever it was sent to.
    """
    with act("ruled_on_extract", by=by, on=extract, needs=Can.WRITE_REPORT, why=outcome) as doing:
        _refuse_withdrawn(extract)
        if is_for(extract, by):
            raise Trouble("It was sent to you.", do="Somebody else rules on your answer.")
        Extract.objects.select_for_update().get(pk=extract.pk)
        if extract.ruling is not None:
            raise Trouble("There is a ruling already.", do="Take it back first.")
        waits = extract.answer is None and today <= extract.due_on
        if waits and outcome != Outcome.NOT_AWAITED:
            raise Trouble(
                "There is no answer yet, and the day for it is not over.",
                do="Wait for it; or rule that the report does not wait, and say why.",
            )
        ruling = ExtractRuling.objects.create(
            extract=extract,
            outcome=Outcome(outcome),
            reasons=reasons.strip(),
            ruled_at=timezone.now(),
            ruled_by=by.username,
        )
        doing.made(ruling)
    return ruling


def take_back_ruling_on_extract(*, by: Person, ruling: ExtractRuling) -> ExtractRuling:
    """Undo a ruling: the reply is open again, and the release waits for it. The ruling stays readable."""
    with act("took_back_ruling_on_extract", by=by, on=ruling, needs=Can.WRITE_REPORT):
        ruling.withdrawn_at, ruling.withdrawn_by = timezone.now(), by.username
        ruling.save(update_fields=["withdrawn_at", "withdrawn_by"])
    return ruling


def withdraw_extract(*, by: Person, extract: Extract, why: str) -> Extract:
    """It was sent by mistake: whoever it was sent to can no longer read it here. It stays in the list."""
    with act("withdrew_extract", by=by, on=extract, needs=Can.WRITE_REPORT, why=why):
        _refuse_withdrawn(extract)
        extract.withdrawn_at, extract.withdrawn_by, extract.withdrawn_why = timezone.now(), by.username, why
        extract.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_why"])
    return extract


def _refuse_withdrawn(extract: Extract) -> None:
    if extract.withdrawn_at is not None:
        raise Trouble("This extract was withdrawn.", do="Send another one.")
