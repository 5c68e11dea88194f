"""Links proposed and possible duplicates: lists of questions, each answered on one page, with an undo."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from candour.kernel.audit.models import Line
from candour.stages.chronology.actions.apart import tell_apart
from candour.stages.chronology.actions.events import confirm_event
from candour.stages.chronology.models import Account, Entry, Event, NotOneEvent
from candour.stages.chronology.reads import chronology_of
from tests.stages.chronology.accounts import both, entry_of, many
from tests.stages.chronology.sent import send

pytestmark = pytest.mark.django_db

TWICE = b"""Date,Officer,What happened,Informed
4 March 2014,PC 1,Neighbour rings of a child crying at night at the flat,
4 March 2014,PC 2,Neighbour rings of a child crying at night at the flat,
9 June 2014,PC 3,Quarry path searched,
"""


def listed(cast: Any, name: str = "links") -> str:
    return reverse(f"chronology:{name}", args=[cast.review.in_address])


def question(first: Entry, second: Entry) -> str:
    return reverse("chronology:link-question", args=[first.review.in_address, first.key, second.key])


@pytest.fixture
def pair(cast: Any) -> tuple[Entry, Entry]:
    both(cast)
    return entry_of("Strategy discussion held"), entry_of("Strategy discussion by")


def test_the_list_shows_both_accounts_as_written_and_why(cast: Any, client: Any, pair: Any) -> None:
    client.force_login(cast.team)

    page = client.get(listed(cast)).content.decode()

    assert "0 of 1 link looked at." in page
    assert "Strategy discussion held by telephone" in page
    assert "Strategy discussion by telephone" in page
    assert "“4 March 2014”" in page
    assert "1 day apart" in page
    assert any(address in page for address in (question(*pair), question(*reversed(pair))))
    assert Line.objects.filter(did="opened_links", who="team").exists()


def test_a_filter_leaves_out_what_does_not_fit_and_says_so(cast: Any, client: Any, pair: Any) -> None:
    client.force_login(cast.lead)
    for query, there in {
        "?agency=Fenshire+Police": True,
        "?said=confirmed": False,
        "?page=x&likeness=?": True,
    }.items():
        page = client.get(listed(cast) + query).content.decode()
        assert ("Strategy discussion held" in page) is there, query
        assert ("None of these." in page) is not there, query


def test_who_may_look_and_who_may_answer(cast: Any, client: Any, pair: Any) -> None:
    looks = {"lead": 200, "chair": 200, "author": 403, "practitioner": 403, "outsider": 404}
    answers = looks | {"chair": 403}
    for name, status in looks.items():
        client.force_login(getattr(cast, name))
        assert client.get(listed(cast)).status_code == status, name
        assert client.get(listed(cast, "duplicates")).status_code == status, name
    for name, status in answers.items():
        client.force_login(getattr(cast, name))
        assert client.get(question(*pair)).status_code == status, name
    client.force_login(cast.chair)
    assert question(*pair) not in client.get(listed(cast)).content.decode()


def test_yes_confirms_them_and_the_line_takes_it_back(cast: Any, client: Any, pair: Any) -> None:
    client.force_login(cast.lead)

    sent = client.post(question(*pair), {"answer": "yes", "why": ""})

    assert sent["Location"] == listed(cast)
    assert len(chronology_of(cast.review).events) == 1
    page = client.get(listed(cast)).content.decode()
    assert "1 of 1 link looked at." in page
    assert "Confirmed as one event:" in page
    undo = reverse("chronology:undo-event", args=[cast.review.in_address, Event.objects.get().pk])
    assert undo in page
    assert client.post(undo)["Location"] in {question(*pair), question(*reversed(pair))}
    assert chronology_of(cast.review).events == ()
    assert "0 of 1 link looked at." in client.get(listed(cast)).content.decode()
    assert list(
        Line.objects.filter(did__in=["confirmed_event", "withdrew_event"]).values_list("who", flat=True)
    ) == [
        "lead",
        "lead",
    ]


def test_a_no_wants_a_reason_and_keeps_what_was_chosen(cast: Any, client: Any, pair: Any) -> None:
    client.force_login(cast.lead)

    page = client.post(question(*pair), {"answer": "no", "why": " "}).content.decode()
    assert "Say why they are not one event." in page
    assert 'value="no" checked' in page
    assert NotOneEvent.objects.count() == 0
    assert "Choose yes, no, or not sure yet." in client.post(question(*pair), {"why": "x"}).content.decode()

    assert client.post(question(*pair), {"answer": "no", "why": "Two talks."}).status_code == 302
    said = NotOneEvent.objects.get()
    assert Line.objects.get(did="told_apart").why == "Two talks."
    page = client.get(listed(cast) + "?said=parted").content.decode()
    assert "Not one event" in page
    undo = reverse("chronology:undo-telling-apart", args=[cast.review.in_address, said.pk])
    assert undo in page
    client.post(undo)
    assert "0 of 1 link looked at." in client.get(listed(cast)).content.decode()


def test_not_sure_yet_settles_nothing_and_says_who_looked(cast: Any, client: Any, pair: Any) -> None:
    client.force_login(cast.lead)

    assert client.post(question(*pair), {"answer": "not_sure", "why": "Ask the nurse."}).status_code == 302

    page = client.get(listed(cast)).content.decode()
    assert "0 of 1 link looked at." in page
    assert "Strategy discussion held" in page
    assert "Lead was not sure on" in page
    assert "Ask the nurse." in page
    assert Line.objects.get(did="left_link_open").who == "lead"


def test_the_line_beside_not_sure_yet_takes_back_no_earlier_answer(cast: Any, client: Any, pair: Any) -> None:
    send(cast, TWICE, name="twice.csv")
    told_apart = [entry_of("Neighbour rings"), entry_of("Quarry path")]
    tell_apart(by=cast.lead, review=cast.review, first=told_apart[0], second=told_apart[1], why="Other days.")
    client.force_login(cast.lead)

    client.post(question(*pair), {"answer": "not_sure"})

    page = client.get(listed(cast)).content.decode()
    assert "Not sure yet: " in page
    assert "Not one event: " not in page
    assert "undo" not in page.casefold().partition("not sure yet")[0].rpartition("<main")[2]


def test_what_cannot_be_said_is_explained_beside_the_answer(cast: Any, client: Any, pair: Any) -> None:
    others = entry_of("Orchard"), entry_of("Quarry")
    for entries in (pair, others):
        confirm_event(by=cast.lead, review=cast.review, entries=entries)
    client.force_login(cast.lead)

    page = client.post(question(pair[0], others[0]), {"answer": "yes", "why": "I think so."}).content.decode()

    assert "belong to 2 events already" in page
    assert 'value="I think so."' in page
    assert Account.objects.filter(parted_at=None).count() == 4


def test_entries_of_another_review_or_one_alone_have_no_question(cast: Any, client: Any, pair: Any) -> None:
    client.force_login(cast.lead)
    assert client.get(question(pair[0], pair[0])).status_code == 404
    Entry.objects.filter(pk=pair[1].pk).update(review=cast.other_review)
    assert client.get(question(*pair)).status_code == 404
    assert client.post(question(*pair), {"answer": "yes"}).status_code == 404


def test_rows_of_one_agency_are_asked_about_and_stay_two_rows(cast: Any, client: Any) -> None:
    send(cast, TWICE)
    first, second = (one for one in Entry.objects.all() if "crying" in one.told.event)
    client.force_login(cast.lead)
    page = client.get(listed(cast, "duplicates")).content.decode()
    assert "0 of 1 possible duplicate looked at." in page
    assert "None of these." not in page

    assert client.post(question(first, second), {"answer": "yes"})["Location"] == listed(cast, "duplicates")

    assert len(chronology_of(cast.review).entries) == 3
    table = client.get(reverse("chronology:chronology", args=[cast.review.in_address])).content.decode()
    assert "2 rows tell of one event" in table


def test_before_any_return_the_lists_say_what_will_be_there(cast: Any, client: Any) -> None:
    client.force_login(cast.lead)
    assert "No links are proposed." in client.get(listed(cast)).content.decode()
    assert "No two rows of one agency" in client.get(listed(cast, "duplicates")).content.decode()


def test_as_many_questions_for_ten_entries_as_for_three_hundred(cast: Any, client: Any) -> None:
    client.force_login(cast.lead)
    counts = []
    for rows in (10, 300):
        many(cast, rows)
        client.get(listed(cast))
        with CaptureQueriesContext(connection) as asked:
            assert client.get(listed(cast)).status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1]
