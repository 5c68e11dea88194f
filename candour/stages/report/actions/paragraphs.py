"""Paragraphs are added, changed, closed with a reason and a gist, opened, withdrawn; no wording vanishes."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Max
from django.utils import timezone

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Person
from candour.stages.chronology.models import Entry
from candour.stages.report.editing.told import as_told
from candour.stages.report.models import Audience, Paragraph, Part, Wording
from candour.stages.report.one_source import check_references


def add_paragraph(
    *,
    by: Person,
    part: Part,
    text: str,
    audience: str = Audience.OPEN,
    reason: str = "",
    gist: str = "",
    rests_on: Iterable[Entry] = (),
    rests_on_words: Iterable[str] = (),
    finding_number: int | None = None,
) -> Paragraph:
    """Add a paragraph at the end of a part.

    Raises Trouble for a reference that leads nowhere, and for a closed one without reason or gist.
    """
    with act("added_paragraph", by=by, on=part, needs=Can.WRITE_REPORT) as doing:
        Part.objects.select_for_update().get(pk=part.pk)
        paragraph = Paragraph(
            part=part,
            position=_last_position(part) + 1,
            text=text.strip(),
            audience=audience,
            reason=reason.strip(),
            gist=gist.strip(),
            rests_on_words=list(rests_on_words),
            finding_number=finding_number,
        )
        _save(paragraph, by, rests_on)
        doing.made(paragraph)
    return paragraph


def add_paragraphs(*, by: Person, part: Part, texts: Iterable[str]) -> list[Paragraph]:
    """Add several at the end of a part, all open, as from a pasted text: all of them, or none."""
    with act("added_paragraphs", by=by, on=part, needs=Can.WRITE_REPORT) as doing:
        Part.objects.select_for_update().get(pk=part.pk)
        last, added = _last_position(part), []
        for position, text in enumerate((one.strip() for one in texts if one.strip()), last + 1):
            added.append(Paragraph(part=part, position=position, text=text))
            _save(added[-1], by, None)
        if not added:
            raise Trouble("There are no words to add.", do="Paste them first.")
        doing.why = f"{len(added)} of them"
    return added


def change_paragraph(
    *,
    by: Person,
    paragraph: Paragraph,
    version: int,
    text: str,
    finding_number: int | None,
    gist: str | None = None,
    rests_on: Iterable[Entry] | None = None,
    rests_on_words: Iterable[str] | None = None,
) -> Paragraph:
    """Change the words; of the last three, what is not given stays. Raises Changed as `act`."""
    with act("changed_paragraph", by=by, on=paragraph, needs=Can.WRITE_REPORT, version=version):
        _refuse_withdrawn(paragraph)
        paragraph.text, paragraph.finding_number = text.strip(), finding_number
        paragraph.gist = paragraph.gist if gist is None else gist.strip()
        if rests_on_words is not None:
            paragraph.rests_on_words = list(rests_on_words)
        _save(paragraph, by, rests_on)
    return paragraph


def close_paragraph(*, by: Person, paragraph: Paragraph, version: int, reason: str, gist: str) -> Paragraph:
    """Keep it from the public, who read the gist in its place. Raises Trouble without reason or gist."""
    with act("closed_paragraph", by=by, on=paragraph, needs=Can.WRITE_REPORT, version=version, why=reason):
        _refuse_withdrawn(paragraph)
        paragraph.audience, paragraph.reason, paragraph.gist = Audience.CLOSED, reason.strip(), gist.strip()
        _save(paragraph, by, None)
    return paragraph


def open_paragraph(*, by: Person, paragraph: Paragraph, version: int) -> Paragraph:
    """Let everybody read it. Its reason and gist stay among the earlier wordings."""
    with act("opened_paragraph", by=by, on=paragraph, needs=Can.WRITE_REPORT, version=version):
        _refuse_withdrawn(paragraph)
        paragraph.audience, paragraph.reason, paragraph.gist = Audience.OPEN, "", ""
        _save(paragraph, by, None)
    return paragraph


def withdraw_paragraph(*, by: Person, paragraph: Paragraph, version: int, why: str) -> Paragraph:
    """Take it out of the report; it stays readable here. The numbers of those after it go down by one."""
    with act("withdrew_paragraph", by=by, on=paragraph, needs=Can.WRITE_REPORT, version=version, why=why):
        _refuse_withdrawn(paragraph)
        paragraph.withdrawn_at, paragraph.withdrawn_by = timezone.now(), by.username
        paragraph.withdrawn_why = why
        paragraph.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_why"])
    return paragraph


def put_back_paragraph(*, by: Person, paragraph: Paragraph) -> Paragraph:
    """Undo a withdrawal: the paragraph stands again where it stood."""
    with act("put_back_paragraph", by=by, on=paragraph, needs=Can.WRITE_REPORT):
        paragraph.withdrawn_at, paragraph.withdrawn_by, paragraph.withdrawn_why = None, "", ""
        paragraph.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_why"])
    return paragraph


def put_back_wording(*, by: Person, wording: Wording, version: int) -> Paragraph:
    """Undo a change: an earlier wording stands again, its audience, reason, gist and editions with it."""
    paragraph = wording.paragraph
    with act("put_back_wording", by=by, on=paragraph, needs=Can.WRITE_REPORT, version=version):
        _refuse_withdrawn(paragraph)
        paragraph.text, paragraph.audience = wording.text, wording.audience
        paragraph.reason, paragraph.gist = wording.reason, wording.gist
        paragraph.is_in_whole, paragraph.editions = wording.is_in_whole, wording.editions
        paragraph.told_as = wording.told_as
        _save(paragraph, by, None)
    return paragraph


def _save_wording(paragraph: Paragraph, by: Person) -> None:
    """Save the row, and beside it who wrote these words."""
    paragraph.save()
    Wording.objects.create(
        paragraph=paragraph,
        text=paragraph.text,
        audience=paragraph.audience,
        reason=paragraph.reason,
        gist=paragraph.gist,
        is_in_whole=paragraph.is_in_whole,
        editions=paragraph.editions,
        told_as=paragraph.told_as,
        written_at=timezone.now(),
        written_by=by.username,
    )


def _save(paragraph: Paragraph, by: Person, rests_on: Iterable[Entry] | None) -> None:
    review = paragraph.part.report.review
    as_told(paragraph)
    told_as = ((words, f"the words for the {edition}") for edition, words in paragraph.told_as.items())
    for text, where in ((paragraph.text, "the paragraph"), (paragraph.gist, "the gist"), *told_as):
        if text:
            check_references(text, review, where)
    _save_wording(paragraph, by)
    if rests_on is not None:
        paragraph.rests_on.set(rests_on)


def _last_position(part: Part) -> int:
    return part.paragraphs.aggregate(last=Max("position"))["last"] or 0


def _refuse_withdrawn(paragraph: Paragraph) -> None:
    if paragraph.withdrawn_at is not None:
        raise Trouble("This paragraph was withdrawn.", do="Put it back first.")
