"""Notes of conversations are for those who review alone; what was written once stays beside a correction."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from candour.domain.trouble import Trouble
from candour.kernel.access import may
from candour.kernel.audit.models import Line
from candour.stages.analysis.actions import (
    correct_conversation,
    note_conversation,
    put_conversation_back,
    withdraw_conversation,
)
from candour.stages.analysis.models import Conversation

pytestmark = pytest.mark.django_db
DAY = date(2014, 7, 8)
REVIEWING = {"lead", "judge", "team"}


def noted(cast: Any, **other: Any) -> Conversation:
    said = {"with_whom": "Social Worker 3", "held_on": DAY, "held_by_whom": "Two of the team"}
    return note_conversation(by=cast.lead, review=cast.review, **{**said, "notes": "I felt uneasy.", **other})


def page(name: str, one: Any, *more: Any) -> str:
    return reverse(f"analysis:{name}", args=[one.in_address, *more])


def test_only_those_who_review_are_shown_a_conversation(cast: Any, client: Any) -> None:
    one = noted(cast)
    for name, person in cast.people.items():
        client.force_login(person)
        shown = client.get(page("conversation", cast.review, one.number))

        stranger = name in {"member", "national", "administrator", "outsider", "conflicted"}
        expected = 200 if name in REVIEWING else 404 if stranger else 403
        assert shown.status_code == expected, name
        assert (b"uneasy" in shown.content) == (name in REVIEWING), name
        listed = Conversation.objects.visible_to(person).exists()
        assert listed == bool(may(person, Conversation.SEEN_WITH, one)) == (name in REVIEWING), name
    assert set(Line.objects.filter(did="opened_conversation").values_list("who", flat=True)) == REVIEWING


def test_a_conversation_is_noted_on_the_page(cast: Any, client: Any) -> None:
    client.force_login(cast.team)
    typed = {"with_whom": "Nurse 2", "held_on": "8 July 2014", "held_by_whom": "The team", "notes": "Busy."}
    early = client.post(
        page("note-conversation", cast.review), {**typed, "checked_back_on": "1 July 2014"}
    ).content.decode()
    assert "before the conversation" in early
    assert "Busy." in early

    client.post(page("note-conversation", cast.review), typed)

    one = Conversation.objects.get()
    assert (one.number, one.with_whom, one.held_on, one.noted_by) == (1, "Nurse 2", DAY, "team")
    assert "Nurse 2" in client.get(page("conversations", cast.review)).content.decode()


def test_words_before_a_correction_stay(cast: Any, client: Any) -> None:
    one = noted(cast)
    client.force_login(cast.lead)
    said = {"notes": "I was uneasy all week.", "checked_back_on": "15 July 2014", "version": 1}
    said["why"] = "So it was said."
    client.post(page("correct-conversation", cast.review, 1), said)
    late = client.post(page("correct-conversation", cast.review, 1), {**said, "notes": "Something else."})

    assert "Somebody else saved this" in late.content.decode()
    shown = client.get(page("conversation", cast.review, 1)).content.decode()
    for words in ("I was uneasy all week.", "I felt uneasy.", "So it was said.", "15 July 2014"):
        assert words in shown
    one.refresh_from_db()
    assert [was["notes"] for was in one.earlier] == ["I felt uneasy."]
    assert Line.objects.filter(did="corrected_conversation", why="So it was said.").count() == 1


def test_a_withdrawn_conversation_stays_and_is_put_back(cast: Any, client: Any) -> None:
    one = noted(cast)
    client.force_login(cast.lead)
    client.post(page("withdraw-conversation", cast.review, 1), {"why": "It belongs to another review."})
    shown = client.get(page("conversation", cast.review, 1)).content.decode()
    assert "It belongs to another review." in shown
    assert "I felt uneasy." in shown
    with pytest.raises(Trouble, match="withdrawn"):
        correct_conversation(by=cast.lead, conversation=one, notes="Other.", checked_back_on=None, why="So.")

    client.post(page("put-conversation-back", cast.review, 1))
    one.refresh_from_db()
    assert one.stands
    with pytest.raises(Trouble, match="not withdrawn"):
        put_conversation_back(by=cast.lead, conversation=one)


def test_what_is_not_a_conversation_is_refused(cast: Any) -> None:
    with pytest.raises(Trouble, match="with somebody"):
        noted(cast, with_whom=" ")
    with pytest.raises(Trouble, match="before the conversation"):
        noted(cast, checked_back_on=date(2014, 7, 1))
    one = noted(cast)
    with pytest.raises(Trouble, match="reason"):
        withdraw_conversation(by=cast.lead, conversation=one, why=" ")
    with pytest.raises(Trouble, match="reason"):
        correct_conversation(by=cast.lead, conversation=one, notes="So.", checked_back_on=None, why="")
    with pytest.raises(PermissionDenied):
        withdraw_conversation(by=cast.manager, conversation=one, why="I would like to.")
    assert noted(cast).number == 2
