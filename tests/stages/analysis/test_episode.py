"""An episode is seen from the tunnel first: later knowledge is not in the page until its fence opens."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from candour.domain.trouble import Trouble
from candour.kernel.audit.models import Line
from candour.stages.analysis.actions import (
    add_factor,
    appraise,
    open_fence,
    take_back_episode,
    write_why_then,
)
from candour.stages.analysis.models import Episode
from candour.stages.analysis.tunnel import Tunnel
from candour.stages.chronology.actions.events import confirm_event
from tests.stages.analysis.worked import FENCED_WORDS, episode, returns

pytestmark = pytest.mark.django_db


def address(one: Episode, name: str = "analysis:episode") -> str:
    return reverse(name, args=[one.review.in_address, one.number])


def test_no_fenced_word_is_in_the_bytes_of_the_page(cast: Any, client: Any) -> None:
    returns(cast)
    one = episode(cast)
    client.force_login(cast.lead)

    shown = client.get(address(one)).content

    assert b"Summary of the family sent" in shown
    assert b"Visit plan set" in shown
    assert [word for word in FENCED_WORDS if word.encode() in shown] == []
    assert b"2 entries of Fenshire Police" in shown


def test_an_account_of_a_known_event_stood_elsewhere_all_the_same(cast: Any) -> None:
    placed = returns(cast)
    quarrel, visit = (next(e for e in placed if words in e.body["event"]) for words in ("Quarrel", "First"))
    one = episode(cast)
    confirm_event(by=cast.lead, review=cast.review, entries=[quarrel, visit])
    tunnel = Tunnel(one)

    (held,) = [row for row in tunnel.elsewhere if row.told.id == quarrel.key]
    assert "No return shows the words of Fenshire Police reaching" in held.why
    assert quarrel.key not in {row.told.id for row in tunnel.later}


def test_writing_part_2_opens_the_fence(cast: Any, client: Any) -> None:
    returns(cast)
    one = episode(cast)
    client.force_login(cast.lead)

    client.post(address(one), {"why_then": "A warm home and a sleeping child.", "version": 1})

    shown = client.get(address(one)).content.decode()
    assert [word for word in FENCED_WORDS if word not in shown] == []
    assert "Since part 2 was written" in shown
    assert Line.objects.filter(did="wrote_why_then", who="lead").exists()


def test_opening_the_fence_first_takes_a_reason_that_is_shown_ever_after(cast: Any, client: Any) -> None:
    returns(cast)
    one = episode(cast)
    client.force_login(cast.lead)
    page = address(one, "analysis:open-fence")

    assert "“Why can it not wait for part 2?” has no answer yet." in client.post(page, {}).content.decode()
    client.post(page, {"why": "The case group meets tomorrow."})
    one.refresh_from_db()
    write_why_then(by=cast.lead, episode=one, words="Words.")

    assert "The case group meets tomorrow." in client.get(address(one)).content.decode()
    assert Line.objects.get(did="opened_fence").why == "The case group meets tomorrow."
    with pytest.raises(Trouble, match="open already"):
        open_fence(by=cast.lead, episode=one, why="Again.")


def test_nothing_is_appraised_before_the_reasons(cast: Any, client: Any) -> None:
    one = episode(cast)
    with pytest.raises(Trouble, match="still fenced"):
        appraise(by=cast.lead, episode=one, good="They rang.", less_safe="")
    client.force_login(cast.lead)
    assert client.get(address(one, "analysis:appraise")).status_code == 302


def test_words_that_look_back_are_marked_and_saved_all_the_same(cast: Any, client: Any) -> None:
    one = episode(cast)
    client.force_login(cast.lead)
    words = {"why_then": "They should have asked. <b>", "version": 1}

    checked = client.post(address(one), {**words, "do": "check"}).content.decode()
    assert '<mark class="undecided">should have</mark> asked. &lt;b&gt;' in checked
    assert "A better question" in checked
    one.refresh_from_db()
    assert not one.is_open

    assert client.post(address(one), words).status_code == 302
    one.refresh_from_db()
    assert one.why_then == words["why_then"]


def test_who_saves_second_sees_both_and_loses_nothing(cast: Any, client: Any) -> None:
    one = episode(cast)
    write_why_then(by=cast.team, episode=one, words="Words of the other.", version=1)
    client.force_login(cast.lead)

    shown = client.post(address(one), {"why_then": "My own words.", "version": 1}).content.decode()

    assert "Words of the other." in shown
    assert "My own words." in shown


def test_an_episode_is_marked_on_the_chronology(cast: Any, client: Any) -> None:
    entries = returns(cast)
    client.force_login(cast.lead)
    page = reverse("analysis:mark-episode", args=[cast.review.in_address])
    words = {
        "title": "The visit plan",
        "starts_on": "3 Feb 2014",
        "ends_on": "11 Feb 2014",
        "agency": cast.social_care.pk,
        "seen_on": "12 February 2014",
        "entries": [entries[0].key],
    }

    listed = client.post(page, {**words, "do": "show"}).content.decode()
    assert "Visit plan set" in listed
    assert "Landlord" not in listed
    wrong = client.post(page, words).content.decode()
    assert "This day lies outside the episode." in wrong
    assert "The visit plan" in wrong

    client.post(page, {**words, "seen_on": "11 February 2014"})
    made = Episode.objects.get()
    assert [one.key for one in made.entries.all()] == [entries[0].key]
    assert Line.objects.filter(did="marked_episode").exists()
    named = client.get(page, {"entries": entries[0].key}).content.decode()
    assert "3 February 2014" in named


def test_marking_is_undone_until_something_rests_on_it(cast: Any, client: Any) -> None:
    first, second = episode(cast), episode(cast)
    add_factor(by=cast.lead, review=cast.review, group="role", words="One worker", episodes=[second])
    client.force_login(cast.lead)

    client.post(address(first, "analysis:take-back-episode"))

    first.refresh_from_db()
    assert not first.stands
    with pytest.raises(Trouble, match="One worker"):
        take_back_episode(by=cast.lead, episode=second)


def test_strangers_find_nothing_and_colleagues_without_the_power_are_refused(cast: Any, client: Any) -> None:
    one = episode(cast)
    for person, status in (
        (cast.team, 200),
        (cast.chair, 200),
        (cast.checker, 403),
        (cast.practitioner, 403),
        (cast.outsider, 404),
    ):
        client.force_login(person)
        assert client.get(address(one)).status_code == status, person
    client.force_login(cast.chair)
    assert client.get(address(one, "analysis:open-fence")).status_code == 403
    with pytest.raises(PermissionDenied):
        write_why_then(by=cast.chair, episode=one, words="Words.")
