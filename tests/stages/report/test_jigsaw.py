"""What joins up in the open report: found, let stay for a reason, signed for; and asked again by a change."""

from __future__ import annotations

from datetime import date

import pytest

from candour.domain.trouble import Trouble
from candour.stages.report.actions import add_paragraph, draft_report
from candour.stages.report.actions.jigsaw import let_join_stay, list_public_fact, sign_jigsaw
from candour.stages.report.deciding.joining_up import jigsaw_signed, joins_now
from tests.cast import Cast
from tests.stages.report.test_cast_pages import as_, shown
from tests.stages.report.written import plant, write_report

JIGSAW = "/reviews/2014-003/report/jigsaw/"
TODAY = date(2014, 9, 1)


@pytest.fixture(autouse=True)
def own_shelf(settings, tmp_path):
    settings.PAPERS = tmp_path / "papers"


def test_nobody_signs_while_a_join_waits(cast: Cast) -> None:
    report = write_report(cast)
    plant(cast, report, "She was one of seven children.")
    (join,) = joins_now(report)
    page = shown(cast.lead, JIGSAW)
    assert "one of seven children" in page
    assert "large family" in page
    assert "I have looked at what joins up" not in page
    with pytest.raises(Trouble, match="waits for a decision"):
        sign_jigsaw(by=cast.lead, report=report, signed_on=TODAY)

    assert "one of seven children" in shown(cast.lead, f"{JIGSAW}stays/?join={join.key}")
    as_(cast.lead).post(f"{JIGSAW}stays/?join={join.key}", {"why": "The court said it in public."})
    assert "The court said it in public." in shown(cast.lead, JIGSAW)
    as_(cast.lead).post(f"{JIGSAW}sign/")
    assert jigsaw_signed(draft_report(by=cast.lead, report=report))


def test_a_later_change_asks_for_the_signature_again(cast: Cast) -> None:
    report = write_report(cast)
    sign_jigsaw(by=cast.lead, report=report, signed_on=TODAY)
    first = draft_report(by=cast.lead, report=report)
    assert jigsaw_signed(first)

    add_paragraph(by=cast.lead, part=report.parts.get(number=2), text="Nobody rang.")
    assert not jigsaw_signed(draft_report(by=cast.lead, report=report))
    assert "It has changed" in shown(cast.lead, JIGSAW)
    assert jigsaw_signed(first)


def test_what_becomes_public_later_takes_the_signature_s_force(cast: Cast) -> None:
    report = write_report(cast)
    plant(cast, report, "The police came to the flat in the night and found nobody there.")
    sign_jigsaw(by=cast.lead, report=report, signed_on=TODAY)
    draft = draft_report(by=cast.lead, report=report)
    assert jigsaw_signed(draft)

    fact = {
        "happened_on": "12 February 2014",
        "what": "A headline",
        "where": "The Larkfield Gazette, invented",
    }
    words = "Police came to the flat in the night and found nobody, said a neighbour."
    as_(cast.lead).post(f"{JIGSAW}public/add/", {**fact, "words": words})
    assert not jigsaw_signed(draft)
    for join in joins_now(report):
        let_join_stay(by=cast.lead, report=report, key=join.key, why="It names nobody.")
    assert not jigsaw_signed(draft), "whoever signed had not seen it"
    sign_jigsaw(by=cast.lead, report=report, signed_on=TODAY)
    assert jigsaw_signed(draft)


def test_what_joins_up_is_for_those_who_see_the_source(cast: Cast) -> None:
    write_report(cast)
    list_public_fact(
        by=cast.lead, review=cast.review, happened_on=TODAY, what="An inquest", where="A court list"
    )
    assert "An inquest" in shown(cast.checker, JIGSAW)
    assert as_(cast.team).get(JIGSAW).status_code == 403
    assert as_(cast.checker).post(f"{JIGSAW}sign/").status_code == 403
