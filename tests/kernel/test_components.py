"""Tags, tables and dates look the same on every page, and say in words what they show in colour."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.template import Context, Template
from lxml import html

from candour.domain.moments import read
from candour.domain.timeline.agency_kinds import Kind
from candour.kernel.web.looks.icons import icon
from candour.kernel.web.looks.states import STATES, Look


def drawn(source: str, **context: Any) -> str:
    return Template("{% load candour_web %}" + source).render(Context(context))


def words(markup: str) -> str:
    return " ".join(html.fragment_fromstring(markup, create_parent=True).text_content().split())


@pytest.mark.parametrize("state", STATES)
def test_every_state_is_an_icon_and_a_word(state: str) -> None:
    markup = drawn("{% tag state %}", state=state)

    assert icon(STATES[state].icon) in markup
    assert words(markup) == STATES[state].words


def test_every_look_of_a_tag_is_in_the_style_sheet(style: str) -> None:
    assert [look for look in Look if look is not Look.PLAIN and f".state.is-{look} " not in style] == []


def test_yes_and_no_are_both_in_ink() -> None:
    assert {STATES[answer].look for answer in ("yes", "no", "unknown")} <= {
        Look.THICK,
        Look.THIN,
        Look.DASHED,
    }


def test_words_of_a_tag_are_text_and_never_markup() -> None:
    assert "<b>" not in drawn("{% tag 'held' words %}", words="<b>11</b> held")


def test_an_agency_is_a_mark_and_its_name() -> None:
    markup = drawn("{% agency 'Fenshire Police' kind 2 %}", kind=Kind.POLICE)

    assert words(markup) == "Fenshire Police"
    assert 'aria-hidden="true"' in markup


LEDGER = """{% table "Returns" shown=1 of=3 %}
<thead><tr><th>Agency</th><th class="number">In</th><th colspan="2">Placed &amp; held</th></tr></thead>
<tbody><tr><th>Police</th><td class="number">62</td><td>51</td><td>11</td></tr>
<tr><td colspan="4">not yet received</td></tr></tbody>{% endtable %}"""


def test_every_cell_carries_its_heading_for_a_phone() -> None:
    table = html.fragment_fromstring(drawn(LEDGER))

    labels = [cell.get("data-label") for cell in table.xpath("//tbody/tr[1]/*")]
    assert labels == ["Agency", "In", "Placed & held", "Placed & held"]
    assert table.xpath("//tbody/tr[2]/td/@data-label") == []


def test_headings_and_rows_are_told_to_screen_readers() -> None:
    table = html.fragment_fromstring(drawn(LEDGER))

    assert set(table.xpath("//thead//th/@scope")) == {"col"}
    assert set(table.xpath("//tbody//th/@scope")) == {"row"}
    assert set(table.xpath("//td/@role")) == {"cell"}
    assert words(html.tostring(table.find("caption")).decode()) == "Returns first 1 of 3"


@pytest.mark.parametrize(("columns", "turns"), [(3, False), (4, True)])
def test_only_wide_tables_turn_into_lists_on_a_phone(columns: int, turns: bool) -> None:
    heads = "".join(f"<th>Part {n}</th>" for n in "abcd"[:columns])

    markup = drawn("{% table %}<thead><tr>" + heads + "</tr></thead><tbody></tbody>{% endtable %}")

    assert ("turns-into-lists" in markup) is turns


def test_cells_keep_what_was_escaped() -> None:
    markup = drawn("{% table %}<tbody><tr><td>{{ said }}</td></tr></tbody>{% endtable %}", said="<td>x")

    assert "&lt;td&gt;x" in markup


def test_days_and_moments_are_said_in_words() -> None:
    day, moment = date(2014, 6, 19), read("c. 21 June 1999")

    assert drawn("{{ day|spoken }}", day=day) == "19 June 2014"
    assert drawn("{{ day|spoken_weekday }}", day=day) == "Thursday 19 June 2014"
    assert drawn("{{ moment|when }}", moment=moment) == "about 21 June 1999"
    assert drawn("{{ none|spoken }}{{ none|when }}", none=None) == ""


def test_times_are_said_in_uk_civil_time() -> None:
    assert drawn("{{ at|spoken_at }}", at=datetime(2014, 6, 3, 9, 12, tzinfo=UTC)) == "3 June 2014, 10:12"


def test_a_demonstration_says_no_day_after_the_one_it_stands_on(settings: Any) -> None:
    settings.TODAY, at = date(2014, 12, 4), datetime(2026, 1, 2, 9, 12, tzinfo=UTC)
    assert drawn("{{ at|spoken_at }}, {{ at|spoken }}", at=at) == "4 December 2014, 4 December 2014"


@pytest.mark.parametrize(
    ("count", "noun", "said"),
    [(1, "row", "1 row"), (1204, "row", "1,204 rows"), (0, "entry,entries", "0 entries")],
)
def test_counts_are_said_with_their_noun(count: int, noun: str, said: str) -> None:
    assert drawn("{{ count|counted:noun }}", count=count, noun=noun) == said


def test_the_fates_of_a_file_are_said_as_a_sum() -> None:
    assert "62 rows in = 51 placed + 11 held + 0 refused" in words(drawn("{% fates 51 11 0 %}"))


def test_undo_is_a_form_until_something_rests_on_the_thing() -> None:
    open_still = drawn("{% undo '/undo/' 'Row 6 placed.' %}", csrf_token="token")
    rests = drawn("{% undo '' 'Episode 4 marked.' 'Finding 2 rests on it.' %}")

    assert 'method="post" action="/undo/"' in open_still
    assert 'value="token"' in open_still
    assert "<button" not in rests
    assert words(rests) == "Episode 4 marked. Finding 2 rests on it."


def test_steps_say_their_state_to_those_who_do_not_see_it() -> None:
    steps = [{"title": "Notify", "state": "done"}, {"title": "Decide", "state": "now", "href": "/d/"}]

    assert words(drawn("{% progress steps %}", steps=steps)) == "Notify, done Decide, the present step"
