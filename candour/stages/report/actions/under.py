"""Quotations, figures and notes stand under a paragraph: added, changed, withdrawn, put back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields, replace
from itertools import chain

from django.db.models import Max
from django.utils import timezone

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Person
from candour.stages.report.editing.linking import with_reference
from candour.stages.report.editing.told import under_told
from candour.stages.report.models import Audience, Paragraph, Report, Under, with_hand
from candour.stages.report.one_source import check_references


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What is typed of one: `columns`, `rows` and `alt` only of a figure, `said_by` only of a quotation."""

    text: str
    said_by: str = ""
    columns: Sequence[str] = ()
    rows: Sequence[Sequence[str]] = ()
    alt: str = ""
    audience: str = Audience.OPEN
    reason: str = ""
    gist: str = ""


def add_under(*, by: Person, paragraph: Paragraph, kind: str, written: Written) -> Under:
    """Add it after what stands there. Raises Trouble for what is not whole, or a reference to nobody."""
    with act("added_under_paragraph", by=by, on=paragraph, needs=Can.WRITE_REPORT, why=kind) as doing:
        Paragraph.objects.select_for_update().get(pk=paragraph.pk)
        last = paragraph.under.aggregate(last=Max("position"))["last"] or 0
        under = Under(paragraph=paragraph, kind=kind, position=last + 1)
        _save(under, written, by)
        doing.made(under)
    return under


def change_under(*, by: Person, under: Under, version: int, written: Written) -> Under:
    """Write it anew; what it said before is kept. Raises Changed as `act`."""
    with act("changed_under_paragraph", by=by, on=under, needs=Can.WRITE_REPORT, version=version):
        _refuse_withdrawn(under)
        _keep_earlier(under)
        _save(under, written, by)
    return under


def withdraw_under(*, by: Person, under: Under, version: int, why: str) -> Under:
    """Take it out of the report; it stays readable here."""
    with act("withdrew_under_paragraph", by=by, on=under, needs=Can.WRITE_REPORT, version=version, why=why):
        _refuse_withdrawn(under)
        under.withdrawn_at, under.withdrawn_by, under.withdrawn_why = timezone.now(), by.username, why
        under.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_why"])
    return under


def put_back_under(*, by: Person, under: Under) -> Under:
    """Undo a withdrawal."""
    with act("put_back_under_paragraph", by=by, on=under, needs=Can.WRITE_REPORT):
        under.withdrawn_at, under.withdrawn_by, under.withdrawn_why = None, "", ""
        under.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_why"])
    return under


def _link_under(report: Report, words: str, key: str, by: Person) -> None:
    """Part of `link_word`: a reference in place of these words in what the public reads under paragraphs."""
    standing = Under.objects.select_for_update().filter(paragraph__part__report=report, withdrawn_at=None)
    for under in standing:
        before = _written(under)
        open_ones = ("gist",) if under.is_closed or under.paragraph.is_closed else ("text", "said_by", "alt")
        after = {name: with_reference(getattr(before, name), words, key) for name in open_ones}
        if "text" in after:
            after["columns"] = [with_reference(cell, words, key) for cell in before.columns]
            after["rows"] = [[with_reference(cell, words, key) for cell in row] for row in before.rows]
        if (linked := replace(before, **after)) != before:
            under.version += 1
            _keep_earlier(under)
            _save(under, linked, by)


def _written(under: Under) -> Written:
    return Written(**{one.name: getattr(under, one.name) for one in fields(Written)})


def _keep_earlier(under: Under) -> None:
    at = {"at": under.saved_at.isoformat(), "by": under.saved_by}
    under.earlier = [*under.earlier, {**asdict(_written(under)), **at}]


def _save(under: Under, written: Written, by: Person) -> None:
    for name, value in asdict(written).items():
        setattr(under, name, value.strip() if isinstance(value, str) else _cells(value))
    under_told(under)
    cells = chain(under.columns, *under.rows)
    for text in (under.text, under.said_by, under.alt, under.gist, under.reason, *cells):
        check_references(text, under.room, f"the {under.get_kind_display().lower()}")
    under.saved_at, under.saved_by = timezone.now(), by.username
    under.hands = with_hand(under.hands, by.username)
    under.save()


def _cells(several: Sequence[object]) -> list[object]:
    """Rows of cells, or one row."""
    return [one.strip() if isinstance(one, str) else _cells(one) for one in several]  # type: ignore[arg-type]  # a row


def _refuse_withdrawn(under: Under) -> None:
    if under.withdrawn_at is not None:
        raise Trouble("This was withdrawn.", do="Put it back first.")
