"""The report of an invented review: its cast, its one source, and the way to release."""

from __future__ import annotations

from datetime import date, timedelta

from candour.cli.demonstration.material import Material
from candour.domain.disclosure import read_source
from candour.domain.identity import read_cast
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.stages.learn.actions import publish_report, record_notice
from candour.stages.learn.answers import beside
from candour.stages.learn.before import notice_of
from candour.stages.report.actions.cast import keep_cast_member
from candour.stages.report.actions.checkers import check_release
from candour.stages.report.actions.drafts import check_draft, draft_report
from candour.stages.report.actions.jigsaw import let_join_stay, sign_jigsaw
from candour.stages.report.actions.paragraphs import add_paragraph
from candour.stages.report.actions.release import release_report
from candour.stages.report.actions.structure import add_part, begin_report
from candour.stages.report.actions.words import allow_word
from candour.stages.report.joining_up import joins_now
from candour.stages.report.models import Draft, Report

NOTICE = timedelta(days=14)


def write_report(material: Material, review: Review, *, by: Person) -> Report:
    for person in read_cast(material.read("cast")).people:
        keep_cast_member(
            by=by,
            review=review,
            key=person.key,
            kind=str(person.kind),
            name=person.name,
            aliases=person.aliases,
            pseudonym=person.pseudonym,
            born=person.born,
            note=person.note,
        )
    source = read_source(material.read("report"))
    report = begin_report(by=by, review=review, title=source.title)
    for told in source.parts:
        part = add_part(by=by, report=report, title=told.title)
        for paragraph in told.paragraphs:
            add_paragraph(
                by=by,
                part=part,
                text=paragraph.text,
                audience=str(paragraph.audience),
                reason=paragraph.reason,
                gist=paragraph.gist,
                rests_on_words=paragraph.rests_on,
                finding_number=_finding_told(paragraph.rests_on),
            )
    for kept in material.read("decided")["keep"]:
        allow_word(by=by, report=report, words=kept["words"], reason=kept["why"])
    return report


def _finding_told(rests_on: tuple[str, ...]) -> int | None:
    """The finding that a paragraph tells, where it rests on one alone: it stands under it in public."""
    told = [words for words in rests_on if words.startswith("finding ")]
    return int(told[0].removeprefix("finding ")) if len(told) == 1 else None


def release(
    report: Report, *, by: Person, checkers: tuple[Person, Person], ordered_by: Person, on: date
) -> Draft:
    """Signed for what joins up, draft, check by the gate, by two people who are two people, and the order."""
    _sign_for_joins(report, by=by, on=on)
    draft = draft_report(by=by, report=report)
    check_draft(by=by, draft=draft)
    for checker in checkers:
        check_release(by=checker, draft=draft, verdict="yes", words="Read whole, as a stranger would.")
    release_report(by=ordered_by, draft=draft, released_on=on)
    return draft


def _sign_for_joins(report: Report, *, by: Person, on: date) -> None:
    for join in joins_now(report):
        why = "Read beside what is public: nobody learns by it who did not know before."
        let_join_stay(by=by, report=report, key=join.key, why=why)
    sign_jigsaw(by=by, report=report, signed_on=on)


def publish(report: Report, *, by: Person, on: date) -> None:
    """The law's notice was sent in time, to whom the law names; then the report goes out."""
    if (notice := notice_of(report.review)) is not None:
        record_notice(
            by=by,
            review=report.review,
            to=notice.rule.to,
            sent_on=on - NOTICE,
            how="By a secure message.",
        )
    given = report.releases.latest("pk")
    publish_report(by=by, release=given, published_on=on, read=beside(given).mark)
