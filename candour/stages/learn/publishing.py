"""A released report as the bundle that the reading room takes in, searched once more before it is signed."""

from __future__ import annotations

from datetime import date

from django.conf import settings

from candour.domain.disclosure import Audience
from candour.domain.methods import load_method
from candour.domain.rules import load_regime
from candour.domain.trouble import Trouble
from candour.files.bundles import (
    Bundle,
    OpenFile,
    Withdrawal,
    paragraphs_of,
    private_key_from,
    words_of,
    write_bundle,
)
from candour.files.open_text.checking import Verdict, worst
from candour.files.reports.gate import check_files
from candour.kernel.papers.shelf import read_bytes
from candour.stages.learn.answers import beside
from candour.stages.report.models import Release
from candour.stages.report.one_source import with_cast_of_today
from candour.stages.report.releasing.finished_files import FINDINGS
from candour.stages.report.releasing.frozen import Frozen, thawed

WORDS = "words.txt"


def bundle_of(release: Release, *, edition: int, changed: str) -> Bundle:
    """The released bytes as they lie on the shelf, findings as checkers read them, and today's answers."""
    review = release.report.review
    frozen = thawed(release.draft.frozen)
    shown = frozen.view(Audience.OPEN)
    known = {one.number for one in frozen.told}
    told = {paragraph: number for paragraph, number in frozen.findings if number in known}
    return Bundle(
        review=str(review.written_number),
        title=shown.title,
        board=review.board.name,
        method=load_method(review.method).title,
        regime=load_regime(review.regime).title,
        released_on=release.released_on,
        invented=review.invented,
        files=tuple(
            OpenFile(file, read_bytes(sha256)) for file, sha256 in release.files.items() if file != FINDINGS
        ),
        findings=frozen.told,
        paragraphs=paragraphs_of(shown, told),
        answers=beside(release).answers,
        edition=edition,
        changed=changed,
        corrected=release.corrected,
        replaces=release.corrects.released_on if release.corrects else None,
    )


def withdrawal_of(release: Release, *, edition: int, on: date, why: str) -> Withdrawal:
    """Its title is the review's own: that of the report may be what must go."""
    review = release.report.review
    return Withdrawal(
        review=str(review.written_number),
        title=review.title,
        board=review.board.name,
        withdrawn_on=on,
        reason=why,
        invented=review.invented,
        edition=edition,
    )


def refuse_leaks(contents: Bundle | Withdrawal, release: Release) -> None:
    """Raises Trouble unless every word that becomes public is clean, by the frozen cast and by today's.

    Answers and reasons are written after the release, often when more names are known.
    """
    frozen = thawed(release.draft.frozen)
    for one in (frozen, with_cast_of_today(frozen, release.report.review)):
        _refuse(contents, one)


def _refuse(contents: Bundle | Withdrawal, frozen: Frozen) -> None:
    checked = check_files({WORDS: words_of(contents).encode()}, frozen.register, strict=True)
    if worst(checked) is Verdict.CLEAN:
        return
    leaks = sum(len(one.leaks) for one in checked)
    raise Trouble(
        "A real name or a secret day stands in the findings or the answers. Nothing was sent."
        if leaks
        else "The words of the findings and answers could not be checked. Nothing was sent.",
        do="Read the headlines, questions, answers, actions and dissent, and take out what is secret.",
    )


def signed(contents: Bundle | Withdrawal) -> bytes:
    return write_bundle(contents, private_key_from(settings.HOME.key("bundle-private.pem").encode()))
