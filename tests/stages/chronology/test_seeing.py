"""The chronology filtered, regrouped, seen through one agency's eyes, marked, and kept as a view."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from candour.kernel.audit.models import Line
from candour.stages.chronology.actions.marks import mark_entry, put_mark_back, withdraw_mark
from candour.stages.chronology.models import Entry, Mark, SavedView
from candour.stages.commission.models import Commission
from tests.notified import to_be_reviewed
from tests.pace import some_quick
from tests.stages.chronology.accounts import both
from tests.stages.chronology.sent import send

pytestmark = pytest.mark.django_db
YEAR = {"from": "2014", "to": "2014"}
SOCIAL = "Northmoor children's services"


def at(name: str, cast: Any, *more: Any) -> str:
    return reverse(f"chronology:{name}", args=[cast.review.in_address, *more])


def shown(client: Any, cast: Any, **asked: Any) -> str:
    client.force_login(cast.lead)
    response = client.get(at("chronology", cast), asked)
    assert response.status_code == 200
    return response.content.decode()


def table_of(page: str) -> str:
    return page[page.index('id="rows"') :]


def entry_with(words: str) -> Entry:
    return next(one for one in Entry.objects.all() if words in one.told.event)


@pytest.mark.parametrize(
    ("asked", "stay", "go"),
    some_quick(
        [
            ({"words": "TEA kitchen"}, "Home visit", "Quarry"),
            ({"person": "PC 3"}, "Quarry", "Home visit"),
            ({"agency": "Fenshire Police", "words": "path"}, "Quarry", "Lantern"),
            ({"kind": "entry", "words": "orchard"}, "Orchard", "Quarry"),
        ],
        0,
    ),
)
def test_rows_that_do_not_match_leave_the_table_and_lanes_stay(
    cast: Any, client: Any, asked: dict[str, str], stay: str, go: str
) -> None:
    both(cast)

    page = shown(client, cast, **YEAR, **asked)

    assert stay in table_of(page)
    assert go not in table_of(page)
    assert "nothing matches" in page
    assert page.count('class="lane-name"') == 2 * 3, "the child's lane and two agencies, names twice"
    assert "Show all rows" in page


def test_a_filter_that_nothing_matches_says_so_and_how_to_go_on(cast: Any, client: Any) -> None:
    both(cast)

    page = shown(client, cast, **YEAR, words="zeppelin")

    assert "No row of these days matches." in page
    assert "Show all rows of these days" in page


def test_every_link_of_the_page_keeps_what_was_asked_for(cast: Any, client: Any) -> None:
    both(cast)

    page = shown(client, cast, **YEAR, words="visit tea", lanes="people", known="Fenshire Police")

    later = next(line for line in page.split("<a ") if ">Later<" in line)
    assert "words=visit+tea" in later
    assert "lanes=people" in later
    assert "known=Fenshire+Police" in later
    assert "on=2014-12-31" in later, "another window does not move the day of the knowledge"


def test_lanes_of_people_hold_every_row(cast: Any, client: Any) -> None:
    both(cast)

    page = shown(client, cast, **YEAR, lanes="people")

    assert "PC 3" in page
    assert "<title>SW 1</title>" in page
    assert "6 rows of 7 fall here" in page


def test_as_known_to_an_agency_dims_what_no_return_shows_reaching_it(cast: Any, client: Any) -> None:
    both(cast)

    page = shown(client, cast, **YEAR, known="Fenshire Police", on="31 May 2014")

    assert "As known to Fenshire Police on 31 May 2014: " in page
    assert "dimmed: no return shows them reaching it by then" in page
    assert "No return shows it reaching Fenshire Police by then" in table_of(page)
    assert "Later knowledge is fenced" in page
    assert "Quarry path searched" not in page, "later rows are not in the page at all"


@pytest.mark.parametrize("lanes", some_quick(["agency", "people", "theme"], 0))
def test_as_known_on_a_day_no_person_or_theme_of_later_rows_is_in_the_page(
    cast: Any, client: Any, lanes: str
) -> None:
    both(cast)
    for words, theme in {"Home visit": "Warmth at home", "Quarry": "Lost in the quarry"}.items():
        mark_entry(by=cast.lead, entry=entry_with(words), kind="theme", words=theme)
    asked = {**YEAR, "lanes": lanes, "known": SOCIAL}

    page = shown(client, cast, **asked, on="31 May 2014")

    assert "Warmth at home" in page
    assert "SW 1" in page
    for later in ("PC 3", "SW 2", "Lost in the quarry"):
        assert later not in page
    by_the_end = shown(client, cast, **asked, on="31 December 2014")
    assert all(one in by_the_end for one in ("PC 3", "SW 2", "Lost in the quarry"))


def test_what_cannot_be_read_beside_a_fence_opens_no_list(cast: Any, client: Any) -> None:
    both(cast)

    page = shown(client, cast, **YEAR, known=SOCIAL, on="31 May 2014", agency="No such agency")

    assert "SW 1" in page
    assert "PC 3" not in page


def test_an_entry_is_put_under_a_line_of_enquiry_and_found_by_it(cast: Any, client: Any) -> None:
    both(cast)
    _commissioned(cast, "What moves with a family?", "Who was heard?")
    entry = entry_with("Home visit")
    client.force_login(cast.lead)
    marks = at("marks", cast, entry.key)

    assert "What moves with a family?" in client.get(marks).content.decode()
    client.post(marks, {"under": "line_of_enquiry:What moves with a family?"})
    client.post(marks, {"under": "another", "theme": " Tea  and talk "})

    assert [one.words for one in entry.marks.all()] == ["What moves with a family?", "Tea and talk"]
    page = shown(client, cast, **YEAR, under="What moves with a family?")
    assert "Home visit" in table_of(page)
    assert "Quarry" not in table_of(page)
    by_theme = shown(client, cast, **YEAR, lanes="theme")
    assert "<title>Who was heard?</title>" in by_theme, "a line under which nothing stands has its lane"
    assert "<title>Tea and talk</title>" in by_theme
    assert "<title>Under no line or theme</title>" in by_theme
    assert Line.objects.filter(did="marked_entry").count() == 2


def test_a_theme_used_before_is_offered_for_other_entries(cast: Any, client: Any) -> None:
    both(cast)
    mark_entry(by=cast.team, entry=entry_with("Home visit"), kind="theme", words="Tea")
    client.force_login(cast.lead)

    assert "Theme: Tea" in client.get(at("marks", cast, entry_with("Quarry").key)).content.decode()


def test_another_theme_without_words_is_asked_for(cast: Any, client: Any) -> None:
    both(cast)
    client.force_login(cast.lead)

    page = client.post(at("marks", cast, entry_with("Quarry").key), {"under": "another", "theme": " "})

    assert "Say the theme in a few words." in page.content.decode()
    assert not Mark.objects.exists()


def test_a_mark_taken_off_can_be_put_back_once(cast: Any, client: Any) -> None:
    both(cast)
    entry = entry_with("Home visit")
    mark = mark_entry(by=cast.lead, entry=entry, kind="theme", words="Tea")
    client.force_login(cast.lead)

    client.post(at("withdraw-mark", cast, entry.key, mark.pk))
    page = client.get(at("marks", cast, entry.key)).content.decode()
    assert "Tea: taken off" in page
    client.post(at("put-mark-back", cast, entry.key, mark.pk))

    assert entry.marks.filter(withdrawn_at=None).count() == 1
    withdraw_mark(by=cast.lead, mark=mark)
    again = mark_entry(by=cast.lead, entry=entry, kind="theme", words="Tea")
    put_mark_back(by=cast.lead, mark=mark)
    assert list(entry.marks.filter(withdrawn_at=None)) == [again], "the same mark stands once"


def test_who_sees_but_does_not_settle_marks_nothing(cast: Any, client: Any) -> None:
    both(cast)
    entry = entry_with("Home visit")
    for name, status in {"chair": 200, "author": 403, "outsider": 404}.items():
        client.force_login(getattr(cast, name))
        assert client.get(at("marks", cast, entry.key)).status_code == status, name
    client.force_login(cast.chair)
    assert client.post(at("marks", cast, entry.key), {"under": "another", "theme": "Tea"}).status_code == 403
    assert not Mark.objects.exists()


def test_the_agencys_own_column_puts_a_row_under_a_line(cast: Any, client: Any) -> None:
    rows = b"Date,What happened,Line of enquiry\n3 May 2014,Weighed at the clinic,1\n4 May 2014,Tea,\n"
    send(cast, rows, "clinic.csv")
    _commissioned(cast, "Was the child weighed?")

    page = shown(client, cast, **YEAR, under="Was the child weighed?")

    assert "Weighed at the clinic" in table_of(page)
    assert "Tea</td>" not in table_of(page)


def test_a_view_is_kept_under_a_name_and_opens_just_so(cast: Any, client: Any) -> None:
    both(cast)
    client.force_login(cast.team)
    asked = "?from=1+March+2014&to=30+June+2014&words=path&lanes=people"

    sent = client.post(at("save-view", cast) + asked, {"name": "Paths"})

    assert sent.status_code == 302
    view = SavedView.objects.get()
    assert view.address == "from=2014-03-01&to=2014-06-30&zoom=weeks&words=path&lanes=people"
    page = client.get(at("views", cast)).content.decode()
    assert f"?{view.address.replace('&', '&amp;')}" in page
    assert "Quarry" in client.get(f"{at('chronology', cast)}?{view.address}").content.decode()
    again = client.post(at("save-view", cast) + asked, {"name": "Paths"}).content.decode()
    assert "There is a view called “Paths” already. Give this one another name." in again


def test_a_view_with_more_words_than_are_kept_is_refused_with_what_to_do(cast: Any, client: Any) -> None:
    """Each letter beyond the plain ones takes up to twelve in an address, and PostgreSQL counts them."""
    both(cast)
    client.force_login(cast.lead)

    snow, faces = "\N{SNOWMAN}" * 200, "\N{GRINNING FACE}" * 200
    said = client.post(f"{at('save-view', cast)}?words={snow}", {"name": "Snow"})
    refused = client.post(f"{at('save-view', cast)}?words={faces}", {"name": "Faces"})

    assert said.status_code == 302
    assert "The filters of this view are too long to be kept." in refused.content.decode()
    assert [one.name for one in SavedView.objects.all()] == ["Snow"]


def test_a_withdrawn_view_can_be_put_back(cast: Any, client: Any) -> None:
    both(cast)
    client.force_login(cast.team)
    client.post(f"{at('save-view', cast)}?words=path", {"name": "Paths"})
    view = SavedView.objects.get()

    client.post(at("withdraw-view", cast, view.pk))
    assert "Paths: withdrawn" in client.get(at("views", cast)).content.decode()
    assert "Paths" not in shown(client, cast)
    client.force_login(cast.team)
    client.post(at("put-view-back", cast, view.pk))
    assert "Saved views: " in shown(client, cast)


def test_a_view_is_withdrawn_by_whoever_kept_it_or_settles_the_chronology(cast: Any, client: Any) -> None:
    both(cast)
    client.force_login(cast.lead)
    client.post(f"{at('save-view', cast)}?words=path", {"name": "Paths"})
    view = SavedView.objects.get()
    button = at("withdraw-view", cast, view.pk)

    client.force_login(cast.chair)
    assert button not in client.get(at("views", cast)).content.decode()
    assert client.post(button).status_code == 403
    client.force_login(cast.team)
    assert button in client.get(at("views", cast)).content.decode()
    assert client.post(button).status_code == 302
    client.force_login(cast.chair)
    back = at("put-view-back", cast, view.pk)
    assert back not in client.get(at("views", cast)).content.decode()
    assert client.post(back).status_code == 403


def _commissioned(cast: Any, *lines: str) -> None:
    Commission.objects.create(
        review=cast.review,
        decision=to_be_reviewed(cast),
        period_from=date(2013, 1, 1),
        period_to=date(2014, 6, 30),
        lines_of_enquiry=list(lines),
        commissioned_at=timezone.now(),
        commissioned_by="chair",
    )
