"""A method is changed during a review: nothing is lost, every page still opens, the reason is kept."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client

from candour.domain.methods import load_method, method_names
from candour.domain.trouble import Trouble
from candour.kernel.reviews.models import Review
from candour.stages.analysis.actions import add_factor, withdraw_factor
from candour.stages.commission.actions import change_method, take_back_change_of_method
from candour.stages.commission.models import MethodChange, Readiness
from candour.stages.report.actions import add_paragraph, add_part
from tests.cast import Cast
from tests.stages.analysis.worked import finding, returns
from tests.stages.report.written import released, write_report

pytestmark = pytest.mark.django_db

DAY = date(2014, 6, 2)
HOME = "/reviews/2014-003/"
FIRST = "learning-together"
OTHERS = sorted(set(method_names()) - {FIRST})
OPENED = [pytest.param(name, marks=[] if name == "judge-led" else pytest.mark.slow) for name in OTHERS]
"""One for `make test-fast`, all for the whole run."""
PAGES = (
    *("", "progress/", "setting-up/", "seats/", "method/", "taking-part/", "clocks/"),
    *("episodes/", "episodes/1/", "findings/", "findings/1/", "findings/1/change/", "findings/write/"),
    *("report/", "report/parts/1/", "report/parts/3/"),
)


def worked_out(cast: Cast) -> Any:
    entries = returns(cast)
    made = finding(cast, entries[:1], answers={"widespread": {"words": "Half of the audited cases."}})
    report = write_report(cast)
    part = add_part(
        by=cast.lead, report=report, title=load_method(FIRST).report_outline[1].title
    )  # "Summary appraisal": not in every method
    add_paragraph(by=cast.lead, part=part, text="[[mother]] was heard.")
    return made


def changed(cast: Cast, method: str, reason: str = "The board wants it in public.") -> MethodChange:
    review = Review.objects.get(pk=cast.review.pk)
    return change_method(by=cast.manager, review=review, method=method, reason=reason, changed_on=DAY)


@pytest.mark.parametrize("method", OPENED)
def test_every_page_opens_after_a_change_of_method(client: Client, cast: Cast, method: str) -> None:
    worked_out(cast)
    client.force_login(cast.manager)
    preview = client.get(f"{HOME}method/?to={method}").content.decode()
    assert "No longer fits" in preview
    assert "Communication and collaboration in multi-agency working in assessment" in preview

    said = {"reason": "The board wants it in public.", "changed_on": "2 June 2014"}
    answer = client.post(f"{HOME}method/?to={method}", said)
    assert answer.status_code == 302, answer.content.decode()

    opened = {}
    for viewer in (cast.manager, cast.lead):
        client.force_login(viewer)
        for page in PAGES:
            answer = client.get(HOME + page)
            assert answer.status_code in {200, 403}, page
            opened[viewer.username, page] = answer
    for page in PAGES:
        assert any(opened[name, page].status_code == 200 for name in ("manager", "lead")), page
    for page in ("findings/", "findings/1/", "findings/1/change/", "episodes/"):
        assert "not part of this method" in opened["lead", page].content.decode(), page
    assert "The method was changed on 2 June 2014" in opened["manager", ""].content.decode()
    assert "The board wants it in public." in opened["manager", "setting-up/"].content.decode()


def test_what_did_not_fit_is_kept_with_its_place(cast: Cast) -> None:
    worked_out(cast)
    change = changed(cast, "judge-led")

    told = {(one["kind"], one["code"]): one["where"] for one in change.did_not_fit}
    assert told["finding_category", "MA_LONGTERM"] == ["finding 1"]
    assert told["finding_question", "widespread"] == ["finding 1"]
    assert told["factor_group", "inter_agency"] == ["1 factor"]
    assert told["role", "review_team"] == ["Team"]
    assert (change.was, change.became) == (FIRST, "judge-led")


def test_a_finding_keeps_its_old_category_when_it_is_changed(client: Client, cast: Cast) -> None:
    made = worked_out(cast)
    changed(cast, "hybrid")
    client.force_login(cast.lead)
    page = client.get(f"{HOME}findings/1/change/")
    form = page.context["form"]
    said = {name: form[name].value() for name in form.fields if form[name].value()}
    answer = client.post(f"{HOME}findings/1/change/", {**said, "headline": "A record waits to be asked for."})
    assert answer.status_code == 302, answer.content.decode()
    made.refresh_from_db()

    assert made.category == "MA_LONGTERM"
    assert made.answer("widespread")["words"] == "Half of the audited cases."


def test_no_reason_no_change(client: Client, cast: Cast) -> None:
    client.force_login(cast.manager)
    answer = client.post(f"{HOME}method/?to=hybrid", {"reason": "", "changed_on": "2 June 2014"})
    assert answer.status_code == 200
    assert not MethodChange.objects.exists()
    with pytest.raises(Trouble, match="for a reason"):
        changed(cast, "hybrid", reason=" ")
    with pytest.raises(Trouble, match="method now"):
        changed(cast, FIRST)


def test_a_method_new_to_the_board_opens_its_questions_once(cast: Cast) -> None:
    change = changed(cast, "judge-led")
    assert [one.method for one in Readiness.objects.all()] == ["judge-led"]
    take_back_change_of_method(by=cast.manager, change=change)
    changed(cast, "judge-led", reason="After all.")
    assert Readiness.objects.count() == 1


def test_a_change_is_undone_until_something_rests_on_the_new_method(client: Client, cast: Cast) -> None:
    made = worked_out(cast)
    change = changed(cast, "hybrid")
    factor = add_factor(
        by=cast.lead,
        review=Review.objects.get(pk=cast.review.pk),
        group="law",
        words="Two duties pulled apart",
        episodes=list(made.episodes.all()),
    )
    client.force_login(cast.manager)
    answer = client.post(f"{HOME}method/{change.pk}/undo/")
    assert answer.status_code == 409
    assert "Something was made under the new method" in answer.content.decode()

    withdraw_factor(by=cast.lead, factor=factor, why="It is two factors.")
    assert client.post(f"{HOME}method/{change.pk}/undo/").status_code == 302
    assert Review.objects.get(pk=cast.review.pk).method == FIRST


def test_a_released_report_keeps_its_method(cast: Cast) -> None:
    released(cast)
    with pytest.raises(Trouble, match="was released on"):
        changed(cast, "hybrid")


def test_who_may_not_change_the_terms_changes_no_method(client: Client, cast: Cast) -> None:
    for viewer, status in ((cast.team, 403), (cast.outsider, 404)):
        client.force_login(viewer)
        assert client.get(f"{HOME}method/").status_code == status
