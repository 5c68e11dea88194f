"""A finding shows what it rests on, down to the rows, and what has moved beneath it since."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from candour.domain.thread import seal
from candour.domain.trouble import Trouble
from candour.kernel.audit.models import Line
from candour.stages.analysis.actions import rest_on_entry, take_back_evidence, take_back_finding
from candour.stages.analysis.models import Evidence, Finding
from candour.stages.analysis.threads import standing_of
from candour.stages.chronology.actions.events import confirm_event
from tests.stages.analysis.worked import at, finding, returns

pytestmark = pytest.mark.django_db


def address(one: Finding, name: str = "analysis:finding") -> str:
    return reverse(name, args=[one.review.in_address, one.number])


def test_every_path_leads_to_a_row_of_a_file(cast: Any, client: Any) -> None:
    returns(cast)
    one = finding(cast, [at(cast, "police.csv", 3), at(cast, "social.csv", 3)])
    client.force_login(cast.lead)

    shown = client.get(address(one)).content.decode()

    assert "It rests on 2 entries of 2 agencies." in shown
    assert "Nothing under it has moved." in shown
    assert "police.csv, row 3" in shown
    assert shown.count('class="node') == 7
    assert "Nothing outside the case is given" in shown


def test_an_entry_that_tells_of_a_confirmed_event_leads_to_it(cast: Any, client: Any) -> None:
    returns(cast)
    entries = [at(cast, "police.csv", 3), at(cast, "social.csv", 3)]
    one = finding(cast, entries[:1])
    client.force_login(cast.lead)
    assert "accounts of" not in client.get(address(one)).content.decode()

    event = confirm_event(by=cast.lead, review=cast.review, entries=entries, title="The move")

    shown = client.get(address(one)).content.decode()
    href = reverse("chronology:event", args=[cast.review.in_address, event.pk])
    assert f'One of two accounts of <a href="{href}">The move</a>' in shown


def test_rows_that_tell_of_one_event_meet_in_it_at_the_end_of_the_thread(cast: Any, client: Any) -> None:
    returns(cast)
    entries = [at(cast, "police.csv", 3), at(cast, "social.csv", 3)]
    one = finding(cast, entries)
    client.force_login(cast.lead)
    before = client.get(address(one)).content.decode()

    event = confirm_event(by=cast.lead, review=cast.review, entries=entries, title="The move")

    shown = client.get(address(one)).content.decode()
    assert ">Events</text>" not in before
    assert ">Events</text>" in shown
    assert shown.count(f'data-to="event:{event.pk}"') == 2
    assert shown.count('class="node') == before.count('class="node') + 1


def test_words_are_frozen_and_changes_beneath_are_shown(cast: Any, client: Any) -> None:
    returns(cast)
    sent, visited = at(cast, "police.csv", 3), at(cast, "social.csv", 3)
    one = finding(cast, [sent, visited])
    frozen = Evidence.objects.get(entry=sent)
    assert frozen.sha256 == seal("Summary of the family sent")

    sent.body = {**sent.body, "event": "Two-page summary sent"}
    sent.save()
    visited.withdrawn_at, visited.withdrawn_by = timezone.now(), "author"
    visited.save()

    standing = standing_of(one)
    assert (standing.count("changed"), standing.count("withdrawn")) == (1, 1)
    client.force_login(cast.lead)
    shown = client.get(address(one)).content.decode()
    assert "Look again." in shown
    assert "Summary of the family sent" in shown
    assert "Two-page summary sent" in shown
    assert "It rests on 1 entry of one agency." in shown


def test_a_finding_is_written_by_the_questions_of_the_method(cast: Any, client: Any) -> None:
    client.force_login(cast.lead)
    page = reverse("analysis:write-finding", args=[cast.review.in_address])
    words = {
        "version": 1,
        "answer_matters": "Doubt is lost at the boundary.",
        "questions": "Does it travel?\n\nWho asks?",
    }

    kept = client.post(page, words).content.decode()
    assert "“Headline” has no answer yet." in kept
    assert "Doubt is lost at the boundary." in kept

    client.post(page, {**words, "headline": "The record stays behind.", "not_known_prevalent": "on"})
    one = Finding.objects.get()
    assert one.questions == ["Does it travel?", "Who asks?"]
    assert one.why_it_matters == "Doubt is lost at the boundary."
    assert "Not known, stated" in client.get(address(one)).content.decode()
    assert Line.objects.filter(did="wrote_finding").exists()


def test_a_change_leaves_what_the_form_does_not_ask(cast: Any, client: Any) -> None:
    given = {"widespread": {"words": "31 of 40", "source": "Audit", "grade": "local audit", "count": 31}}
    one = finding(cast, [], answers=given)
    client.force_login(cast.lead)

    client.post(
        address(one, "analysis:change-finding"),
        {
            "headline": "Another claim.",
            "version": 1,
            "answer_widespread": "31 of 41",
            "source_widespread": "A",
        },
    )

    one.refresh_from_db()
    assert one.headline == "Another claim."
    assert one.answer("widespread") == {
        "words": "31 of 41",
        "source": "A",
        "grade": "local audit",
        "count": 31,
    }


def test_entries_are_chosen_and_taken_back_and_both_are_kept(cast: Any, client: Any) -> None:
    returns(cast)
    entry = at(cast, "police.csv", 3)
    one = finding(cast, [])
    client.force_login(cast.lead)
    page = address(one, "analysis:rest-on-entries")

    assert "No entry is ticked." in client.post(page, {}).content.decode()
    client.post(page, {"entries": [entry.key]})
    chosen = Evidence.objects.get()
    with pytest.raises(Trouble, match="already"):
        rest_on_entry(by=cast.lead, finding=one, entry=entry)
    with pytest.raises(Trouble, match="1 entry was chosen"):
        take_back_finding(by=cast.lead, finding=one)

    take_back_evidence(by=cast.lead, evidence=chosen)
    assert "It once rested on 1 entry more" in client.get(address(one)).content.decode()
    rest_on_entry(by=cast.lead, finding=one, entry=entry)
    assert Evidence.objects.count() == 2


def test_strangers_find_nothing_and_colleagues_without_the_power_are_refused(cast: Any, client: Any) -> None:
    one = finding(cast, [])
    for person, status in ((cast.manager, 200), (cast.family, 403), (cast.outsider, 404)):
        client.force_login(person)
        assert client.get(address(one)).status_code == status, person
    client.force_login(cast.manager)
    assert client.get(address(one, "analysis:change-finding")).status_code == 403
