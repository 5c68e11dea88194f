"""The integrated chronology: one picture, the same rows as a table, everything in the address."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from candour.domain.timeline import Bracket, Zoom
from candour.kernel.audit.models import Line
from candour.stages.chronology.accounts.linked import whole_of
from candour.stages.chronology.models import Entry
from candour.stages.chronology.seeing import bands
from candour.stages.chronology.seeing.drawing import draw_chronology
from candour.stages.chronology.seeing.windows import Window
from tests.pace import some_quick
from tests.stages.chronology.accounts import both, many
from tests.stages.chronology.sent import POLICE as WITH_HELD
from tests.stages.chronology.sent import send

pytestmark = pytest.mark.django_db


def address(cast: Any) -> str:
    return reverse("chronology:chronology", args=[cast.review.in_address])


def shown(client: Any, cast: Any, **asked: Any) -> str:
    client.force_login(cast.lead)
    response = client.get(address(cast), asked)
    assert response.status_code == 200
    return response.content.decode()


def key_of(words: str) -> str:
    return next(one.key for one in Entry.objects.all() if words in one.told.event)


def test_every_entry_is_a_row_and_a_mark_that_leads_to_it(cast: Any, client: Any) -> None:
    both(cast)

    page = shown(client, cast, **{"from": "January 2014", "to": "June 2014"})

    key = key_of("Orchard review")
    assert f'id="{key}"' in page
    assert f'href="#{key}"' in page
    assert "7 rows, 1 March 2013 to 20 June 2014." in page
    assert "6 rows of 7 fall here" in page
    assert "Noise complaint" not in page


def test_accounts_of_one_event_stand_together_as_a_proposal(cast: Any, client: Any) -> None:
    both(cast)

    page = shown(client, cast)

    assert "One event, two accounts" in page
    assert "Proposed link" in page
    assert "Accounts differ: date" in page
    together = page.index("One event, two accounts")
    assert (
        together
        < page.index("Strategy discussion held", together)
        < page.index("Strategy discussion by", together)
    )


def test_held_rows_are_counted_and_not_drawn(cast: Any, client: Any) -> None:
    send(cast, WITH_HELD)

    page = shown(client, cast)

    assert "4 held rows" in page
    assert "Second visit" not in page


def test_who_may_open_it_and_that_it_was_opened_is_recorded(cast: Any, client: Any) -> None:
    both(cast)
    for name, status in {
        "lead": 200,
        "manager": 200,
        "author": 403,
        "practitioner": 403,
        "outsider": 404,
    }.items():
        client.force_login(getattr(cast, name))
        assert client.get(address(cast)).status_code == status, name
        sheet = reverse("chronology:download-chronology", args=[cast.review.in_address, "csv"])
        assert client.get(sheet).status_code == status, name

    opened = Line.objects.filter(did="opened_chronology").values_list("who", flat=True)
    assert sorted(opened) == ["lead", "manager"]
    assert Line.objects.filter(did="downloaded_chronology").count() == 2


def test_words_of_a_return_never_become_markup(cast: Any, client: Any) -> None:
    both(cast)

    page = shown(client, cast, **{"from": "1 February 2014", "to": "30 April 2014"})

    assert "<script>alert" not in page
    assert page.count("&lt;script&gt;alert(1)&lt;/script&gt; &amp; Lantern") >= 2  # the picture and the table


def test_a_date_that_cannot_be_read_is_kept_and_asked_about(cast: Any, client: Any) -> None:
    both(cast)

    page = shown(client, cast, **{"from": "31 February 2014", "to": "5 May 2014"})

    assert "There is a problem" in page
    assert 'value="31 February 2014"' in page
    assert "It could be 28 February 2014 or 1 March 2014" in page


def test_a_window_that_ends_before_it_begins_is_refused_with_a_way_out(cast: Any, client: Any) -> None:
    both(cast)

    page = shown(client, cast, **{"from": "5 May 2014", "to": "4 May 2014"})

    assert "Give a day not before 5 May 2014" in page


@pytest.mark.parametrize("zoom", [*Zoom, "", "no such level"])
@pytest.mark.parametrize(
    "strange", some_quick([{}, {"page": "9999999999"}, {"entry": "'<b>", "episode": "x", "agency": "?"}], 0)
)
def test_any_address_shows_a_page(cast: Any, client: Any, zoom: str, strange: dict[str, str]) -> None:
    both(cast)

    assert "The rows:" in shown(client, cast, zoom=zoom, **strange)


def test_a_level_opens_wider_or_nearer_around_the_same_place(cast: Any) -> None:
    days = Window(cast.review, _day("2014-03-01"), _day("2014-03-10"), Zoom.DAYS)
    whole = _day("2010-01-01"), _day("2014-12-31")

    assert (days.at(Zoom.YEARS, whole).start, days.at(Zoom.YEARS, whole).end) == whole
    weeks = days.at(Zoom.WEEKS, whole)
    assert weeks.start < days.start
    assert weeks.end > days.end
    assert weeks.at(Zoom.DAYS, whole).days < weeks.days


def test_a_chosen_agency_leaves_the_other_lanes_in_their_place(cast: Any, client: Any) -> None:
    both(cast)

    page = shown(client, cast, agency="Fenshire Police", **{"from": "2014", "to": "2014"})

    assert "nothing matches" in page
    assert "Home visit and tea" not in page


def test_rows_go_by_hundreds_and_marks_lead_to_the_page_of_their_row(cast: Any, client: Any) -> None:
    many(cast, 130)

    first = shown(client, cast)
    second = shown(client, cast, page=2)

    assert "1 to 100 shown" in first
    assert "101 to 130 shown" in second
    assert first.count('<td data-label="It says"') == 100
    last = key_of("Patrol 129")
    assert f"page=2#{last}" in first
    assert f'href="#{last}"' in second
    assert f'id="{last}"' in shown(client, cast, entry=last)


def test_as_many_questions_for_ten_entries_as_for_four_hundred(cast: Any, client: Any) -> None:
    client.force_login(cast.lead)
    counts = []
    for rows in (10, 400):
        many(cast, rows)
        client.get(address(cast))
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address(cast)).status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_the_download_has_the_rows_of_the_window(cast: Any, client: Any) -> None:
    both(cast)
    client.force_login(cast.lead)
    sheet = reverse("chronology:download-chronology", args=[cast.review.in_address, "csv"])

    sent = client.get(sheet, {"from": "1 June 2014", "to": "30 June 2014"})

    rows = list(csv.DictReader(io.StringIO(sent.content.decode())))
    assert [one["event"] for one in rows] == ["Orchard review meeting", "Quarry path searched"]
    workbook = client.get(reverse("chronology:download-chronology", args=[cast.review.in_address, "xlsx"]))
    assert workbook.content.startswith(b"PK")


def test_before_any_return_the_page_says_what_to_do(cast: Any, client: Any) -> None:
    assert "No entries yet." in shown(client, cast)


def test_a_later_stage_may_lay_its_episodes_over_the_lanes(cast: Any) -> None:
    both(cast)
    window = Window(cast.review, _day("2014-01-01"), _day("2014-06-30"), Zoom.MONTHS, episode=1)
    episode = Bracket(1, "The strategy talk", _day("2014-03-01"), _day("2014-03-31"))

    drawing = draw_chronology(cast.review, cast.lead, window, [episode])

    assert "1. The strategy talk" in drawing.svg
    assert "episode-band" in drawing.svg
    assert [lane.agency for lane in whole_of(cast.review).lanes] == [
        "Fenshire Police",
        "Northmoor children's services",
    ]


def _day(words: str) -> date:
    return date.fromisoformat(words)


def test_no_episode_of_later_days_is_named_behind_the_fence(
    cast: Any, client: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    both(cast)
    spring = Bracket(1, "The strategy talk", _day("2014-03-01"), _day("2014-03-31"))
    later = Bracket(2, "The second referral", _day("2014-05-01"), _day("2014-05-31"))
    monkeypatch.setattr(bands, "_sources", [lambda review, viewer: [spring, later]])

    assert "The second referral" in shown(client, cast)

    known = shown(client, cast, known="Fenshire Police", on="2014-04-02")
    assert "The strategy talk" in known
    assert "The second referral" not in known
