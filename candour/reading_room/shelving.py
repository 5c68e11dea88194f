"""Put a checked bundle on the shelves: a new edition in place of the last, or a withdrawal's line."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime

from django.db import transaction

from candour.domain.trouble import Trouble
from candour.files.bundles import Answer, Bundle, Paragraph, Withdrawal, seal_of
from candour.reading_room import models


@transaction.atomic
def shelve(contents: Bundle | Withdrawal, *, kept_as: str, at: datetime) -> None:
    """All of it or nothing; a second time changes nothing.

    An older edition that comes late gets its line and no more. Raises Trouble where another bundle
    has already been received under the same edition.
    """
    seal = seal_of(contents)
    earlier = models.Edition.objects.filter(address=contents.address)
    if earlier.filter(seal=seal).exists():
        return
    if earlier.filter(edition=contents.edition).exists():
        raise Trouble(
            f"Edition {contents.edition} of {contents.review} is already here and says something else.",
            do="Send it again as the next edition.",
        )
    newest = not earlier.filter(edition__gt=contents.edition).exists()
    _note_edition(contents, seal, kept_as, at)
    if newest:
        models.Report.objects.filter(address=contents.address).delete()
        if isinstance(contents, Withdrawal):
            _withdraw(contents)
        else:
            _show(contents)


def _note_edition(contents: Bundle | Withdrawal, seal: str, kept_as: str, at: datetime) -> None:
    models.Edition.objects.create(
        address=contents.address,
        edition=contents.edition,
        seal=seal,
        kept_as=kept_as,
        said_on=contents.withdrawn_on if isinstance(contents, Withdrawal) else contents.released_on,
        changed=contents.reason if isinstance(contents, Withdrawal) else contents.changed,
        withdrawal=isinstance(contents, Withdrawal),
        received_at=at,
    )


def _withdraw(contents: Withdrawal) -> None:
    models.Report.objects.create(
        address=contents.address,
        review=contents.review,
        title=contents.title,
        board=contents.board,
        invented=contents.invented,
        edition=contents.edition,
        withdrawn_on=contents.withdrawn_on,
        withdrawn_why=contents.reason,
    )


def _show(contents: Bundle) -> None:
    report = models.Report.objects.create(
        address=contents.address,
        review=contents.review,
        title=contents.title,
        board=contents.board,
        method=contents.method,
        regime=contents.regime,
        about=contents.about,
        released_on=contents.released_on,
        invented=contents.invented,
        edition=contents.edition,
        corrected=contents.corrected,
        replaces=contents.replaces,
    )
    findings = _show_findings(report, contents)
    models.Paragraph.objects.bulk_create(
        _paragraph(report, one, findings.get(one.finding)) for one in contents.paragraphs
    )
    models.File.objects.bulk_create(
        models.File(
            report=report,
            path=one.path,
            kind=one.kind,
            sha256=one.sha256,
            size=len(one.content),
            content=one.content,
        )
        for one in contents.files
    )


def _show_findings(report: models.Report, contents: Bundle) -> dict[int | None, models.Finding]:
    answers = {one.finding: one for one in contents.answers}
    shown: dict[int | None, models.Finding] = {}
    for one in contents.findings:
        finding = models.Finding(
            report=report,
            number=one.number,
            headline=one.headline,
            category=one.category,
            questions=list(one.questions),
        )
        if answer := answers.get(one.number):
            _set_answer(finding, answer)
        finding.save()
        shown[one.number] = finding
        models.Action.objects.bulk_create(
            models.Action(
                finding=finding,
                text=action.text,
                owner=action.owner,
                due=action.due,
                strength=action.strength,
                done_on=action.done_on,
                effect=action.effect,
                look_on=action.look_on,
            )
            for action in (answer.actions if answer else ())
        )
    return shown


def _set_answer(finding: models.Finding, answer: Answer) -> None:
    finding.answer = answer.state
    finding.answer_reason = answer.reason
    finding.answered_on = answer.answered_on
    finding.dissent = answer.dissent
    finding.dissent_by = answer.dissent_by


def _paragraph(
    report: models.Report, paragraph: Paragraph, finding: models.Finding | None
) -> models.Paragraph:
    return models.Paragraph(
        report=report,
        finding=finding,
        number=paragraph.number,
        part=paragraph.part,
        kind=paragraph.kind,
        text=paragraph.text,
        under=[asdict(one) for one in paragraph.under],
    )
