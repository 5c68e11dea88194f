"""The board answers finding by finding; done is not the same as changed; dissent stands word for word."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from candour.domain.trouble import Trouble
from candour.files.bundles import AnswerState
from candour.kernel.audit import acting
from candour.kernel.audit.models import Line
from candour.stages.analysis.models import Finding
from candour.stages.respond.actions import (
    add_action,
    answer_finding,
    record_done,
    record_effect,
    take_back_done,
)
from candour.stages.respond.models import Action, Response
from candour.stages.respond.reads import answers_of, missing, standing, tasks_for
from tests.stages.analysis.worked import at, finding, returns

pytestmark = pytest.mark.django_db
ANSWERED, DUE, LATER = date(2014, 11, 12), date(2015, 1, 31), date(2015, 7, 31)
ANSWER = {"state": "partly", "reason": "We accept that it seldom travels.", "answered_on": "12 November 2014"}


def address(one: Finding, name: str = "respond:response") -> str:
    return reverse(name, args=[one.review.in_address, one.number])


def answered(cast: Any, one: Finding, **other: Any) -> Response:
    given: dict[str, Any] = {"state": "accepted", "reason": "We read the numbers.", "answered_on": ANSWERED}
    return answer_finding(by=cast.chair, finding=one, **{**given, **other})


def action(cast: Any, one: Finding, **other: Any) -> Action:
    given: dict[str, Any] = {
        "words": "Send the full record by default",
        "owner": cast.social_care,
        "owner_role": "Head of service",
        "due_on": DUE,
        "strength": "stronger",
    }
    return add_action(by=cast.chair, finding=one, **{**given, **other})


def test_a_finding_is_answered_with_its_questions_beside_the_form(cast: Any, client: Any) -> None:
    one = finding(cast, [])
    client.force_login(cast.chair)
    page = address(one, "respond:answer-finding")
    assert "Does the board know?" in client.get(page).content.decode()

    kept = client.post(
        page, {**ANSWER, "dissent": "It may bury what matters.", "version": 1}
    ).content.decode()
    assert "The dissent is not signed." in kept
    assert "It may bury what matters." in kept

    signed = {"dissent": "It may bury what matters.", "dissent_by": "One member", "version": 1}
    client.post(page, {**ANSWER, **signed})
    shown = client.get(address(one)).content.decode()
    assert "Accepted in part" in shown
    assert "“It may bury what matters.”" in shown
    assert Line.objects.filter(did="answered_finding", who="chair").exists()


def test_an_answer_given_again_keeps_the_earlier_one(cast: Any, client: Any) -> None:
    one = finding(cast, [])
    answered(cast, one)
    answered(cast, one, state="rejected", reason="Another figure came.", version=1)

    client.force_login(cast.lead)
    shown = client.get(address(one)).content.decode()

    assert "Not accepted" in shown
    assert "We read the numbers." in shown


def test_who_answers_second_sees_both(cast: Any, client: Any) -> None:
    one = finding(cast, [])
    answered(cast, one)
    answered(cast, one, reason="Words of the manager.", version=1)
    client.force_login(cast.chair)

    shown = client.post(address(one, "respond:answer-finding"), {**ANSWER, "version": 1}).content.decode()

    assert "Words of the manager." in shown
    assert "We accept that it seldom travels." in shown


def test_of_two_who_answer_first_the_second_sees_both(cast: Any, client: Any) -> None:
    one = finding(cast, [])
    client.force_login(cast.chair)
    page = address(one, "respond:answer-finding")
    assert 'name="version" value="0"' in client.get(page).content.decode()
    answered(cast, one, reason="Words of the manager.", version=0)

    shown = client.post(page, {**ANSWER, "version": 0}).content.decode()

    assert "Words of the manager." in shown
    assert "We accept that it seldom travels." in shown


def test_an_answer_saved_while_another_begins_is_no_error(cast: Any, monkeypatch: Any) -> None:
    one = finding(cast, [])
    real = acting.may

    def somebody_else_saves(*asked: Any) -> Any:
        said = {"state": "accepted", "reason": "Theirs.", "answered_by": "manager"}
        Response.objects.create(finding=one, answered_on=ANSWERED, answered_at=timezone.now(), **said)
        return real(*asked)

    monkeypatch.setattr(acting, "may", somebody_else_saves)
    with pytest.raises(acting.Changed) as clash:
        answered(cast, one, reason="Mine.", version=0)
    assert clash.value.now.reason == "Theirs."


def test_done_is_not_the_same_as_changed(cast: Any, client: Any) -> None:
    one = finding(cast, [])
    answered(cast, one)
    todo = action(cast, one)
    client.force_login(cast.manager)

    client.post(
        reverse("respond:record-done", args=[cast.review.in_address, todo.pk]),
        {"done_on": "22/9/14", "version": 1},
    )
    shown = client.get(address(one)).content.decode()
    assert "Done 22 September 2014" in shown
    assert "Not yet looked for" in shown
    assert standing(cast.review, cast.chair, DUE).state == "present"

    effect = {"effect": "Nothing that we could see", "looked_on": "31 July 2015", "version": 2}
    client.post(reverse("respond:record-effect", args=[cast.review.in_address, todo.pk]), effect)
    assert "Nothing that we could see" in client.get(address(one)).content.decode()
    assert standing(cast.review, cast.chair, LATER).state == "done"
    todo.refresh_from_db()
    with pytest.raises(Trouble, match="looked for its effect"):
        take_back_done(by=cast.chair, action=todo)


def test_what_changed_is_never_overwritten_unseen(cast: Any, client: Any) -> None:
    one = finding(cast, [])
    answered(cast, one)
    todo = action(cast, one, look_again_on=LATER)
    client.force_login(cast.manager)
    page = reverse("respond:record-effect", args=[cast.review.in_address, todo.pk])
    mine = {"effect": "Fewer records lost", "looked_on": "31 July 2015"}
    client.post(page, {**mine, "version": 1})

    clash = client.post(page, {**mine, "effect": "Nothing", "version": 1}).content.decode()
    assert "Somebody else saved this" in clash
    assert "Fewer records lost" in clash

    client.post(page, {**mine, "effect": "Nothing", "version": 2})
    shown = client.get(address(one)).content.decode()
    assert "Recorded before: Looked for 31 July 2015: Fewer records lost" in shown


def test_a_recorded_effect_is_taken_back_to_what_stood_before(cast: Any, client: Any) -> None:
    one = finding(cast, [])
    answered(cast, one)
    todo = action(cast, one, look_again_on=LATER)
    for effect in ("Fewer records lost", "Nothing"):
        record_effect(by=cast.chair, action=todo, effect=effect, looked_on=LATER)
    client.force_login(cast.chair)
    back = reverse("respond:take-back-effect", args=[cast.review.in_address, todo.pk])

    assert back in client.get(address(one)).content.decode()
    client.post(back)
    todo.refresh_from_db()
    assert (todo.effect, todo.looked_on) == ("Fewer records lost", LATER)
    client.post(back)
    todo.refresh_from_db()

    assert (todo.effect, todo.looked_at, todo.look_again_on) == ("", None, LATER)
    assert [stood["words"] for stood in todo.earlier if stood.get("taken_back")] == [
        "Nothing",
        "Fewer records lost",
    ]


def test_done_recorded_anew_keeps_what_was_said_before(cast: Any, client: Any) -> None:
    one = finding(cast, [])
    answered(cast, one)
    todo = action(cast, one)
    client.force_login(cast.manager)
    page = reverse("respond:record-done", args=[cast.review.in_address, todo.pk])
    client.post(page, {"done_on": "22/9/14", "note": "Only in the north", "version": 1})

    clash = client.post(page, {"done_on": "23/9/14", "note": "All of it", "version": 1}).content.decode()
    assert "Only in the north" in clash
    client.post(page, {"done_on": "23/9/14", "note": "All of it", "version": 2})

    assert "Done 22 September 2014: Only in the north" in client.get(address(one)).content.decode()


def test_actions_stand_by_the_day_they_are_due_and_late_ones_say_so(cast: Any, client: Any) -> None:
    one = finding(cast, [])
    with pytest.raises(Trouble, match="no answer yet"):
        action(cast, one)
    answered(cast, one)
    action(cast, one, words="Ask twenty workers", due_on=LATER, strength="intermediate")
    action(cast, one)
    client.force_login(cast.chair)

    shown = client.get(reverse("respond:responses", args=[cast.review.in_address])).content.decode()

    assert shown.index("Send the full record") < shown.index("Ask twenty workers")
    assert [lack.title for lack in missing(cast.review, cast.chair, LATER)] == [
        "Send the full record by default"
    ]


def test_the_reading_room_gets_the_answers_as_they_stand(cast: Any) -> None:
    returns(cast)
    one = finding(cast, [at(cast, "police.csv", 3)])
    assert [task.title for task in tasks_for(cast.chair, DUE)] == ["Answer finding 1"]
    answered(cast, one, state="partly", dissent="Ask first.", dissent_by="One member")
    record_done(by=cast.chair, action=action(cast, one, look_again_on=LATER), done_on=ANSWERED)

    (answer,) = answers_of(cast.review)

    assert (answer.finding, answer.state, answer.dissent) == (1, AnswerState.PARTLY, "Ask first.")
    (public,) = answer.actions
    assert (public.owner, public.effect) == ("Head of service, Northmoor children's services", "")
    assert (public.done_on, public.look_on) == (ANSWERED, LATER)


def test_strangers_find_nothing_and_colleagues_without_the_power_are_refused(cast: Any, client: Any) -> None:
    one = finding(cast, [])
    for person, status in ((cast.lead, 200), (cast.checker, 403), (cast.family, 403), (cast.outsider, 404)):
        client.force_login(person)
        assert client.get(address(one)).status_code == status, person
    client.force_login(cast.lead)
    assert client.get(address(one, "respond:answer-finding")).status_code == 403
