"""The timeline as SVG: light enough for a page, strict enough for its policy, readable without colour."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from lxml import etree

from candour.domain.chronology.entry import Chronology, Entry, Status
from candour.domain.moments import Doubt, read
from candour.domain.moments.context import ALONE
from candour.domain.timeline import Kind, Zoom, by_month, lanes_named, lanes_of, lay_out, window_at
from candour.files.pictures.marks import LOOKS, mark_svg
from candour.files.pictures.svg import Svg
from candour.files.pictures.timeline import strip_svg, timeline_svg
from candour.files.pictures.timeline_legend import legend_svg
from tests.invented import AGENCIES, HEALTH, POLICE, entry, moment, month, told

SHAPES = {"path", "rect", "line", "circle", "polygon", "polyline", "text", "use", "ellipse"}
WINDOW = (date(1999, 4, 1), date(2000, 2, 29))


def href(entry_id: str) -> str:
    return f"#row-{entry_id}"


def days_href(first: date, last: date) -> str:
    return f"/reviews/2026/014/chronology/?from={first}&to={last}&zoom=weeks"


def svg_of(*entries: Entry, **more: object) -> str:
    lanes = lanes_of(Chronology(AGENCIES, entries), {})
    wanted = {"start": WINDOW[0], "end": WINDOW[1]} | more
    return timeline_svg(lay_out(entries, lanes, **wanted), href=href, window_href=days_href)


def parsed(svg: str) -> list[etree._Element]:
    return list(etree.fromstring(svg.encode()).iter())


def tags(svg: str) -> list[str]:
    return [etree.QName(one).localname for one in parsed(svg)]


@pytest.fixture(scope="module")
def ten_thousand() -> tuple[list[Entry], tuple]:
    """Thirteen agencies over ten years, every third row dated only to its month; all invented."""
    names = [f"Invented agency {n}" for n in range(13)]
    entries = []
    for n in range(10_000):
        day = date.fromordinal(date(1995, 1, 1).toordinal() + n * 37 % 3650)
        when = month(day.year, day.month) if n % 3 == 0 else moment(day.isoformat())
        entries.append(entry(names[n % 13], when, told(names[(n + 1) % 13])))
    return entries, lanes_of(Chronology(tuple(names), tuple(entries)), {})


@pytest.mark.parametrize("zoom", Zoom)
def test_ten_thousand_entries_are_light_enough_for_a_page(zoom: Zoom, ten_thousand: tuple) -> None:
    entries, lanes = ten_thousand
    start, end = window_at(zoom, date(1995, 1, 1), date(2004, 12, 31))
    picture = lay_out(entries, lanes, start=start, end=end, zoom=zoom)
    svg = timeline_svg(picture, href=href, window_href=days_href)

    assert picture.zoom is zoom
    assert picture.counts.shown > 0
    assert sum(tag in SHAPES for tag in tags(svg)) <= 2_500
    assert len(svg.encode()) <= 400_000


@pytest.mark.parametrize("zoom", [Zoom.MONTHS, Zoom.WEEKS, Zoom.DAYS])
def test_the_heaviest_marks_there_are_stay_light_enough_for_a_page(zoom: Zoom) -> None:
    """As many marks as a drawing may have, all vague and doubted, in lanes of two people each."""
    names = [f"Invented agency {n}" for n in range(13)]
    start, end = window_at(zoom, date(1999, 1, 1), date(2000, 12, 31))
    entries = []
    for n in range(600):
        day = date.fromordinal(start.toordinal() + n * 7 % (end - start).days)
        written = read(
            f"about {day.day}/{day.month}/{day.year} or {day.day + 1}/{day.month}/{day.year}?", ALONE
        )
        when = written if written.placed else replace(moment(day.isoformat()), doubt=Doubt.BOTH)
        one = entry(names[n % 13], when, told(names[(n + 1) % 13]))
        entries.append(replace(one, event="Long words of an agency " * 9, people=(f"P{n % 20}",)))
    chronology = Chronology(tuple(names), tuple(entries))
    lanes, lanes_in = lanes_named(chronology, lambda one: one.people, most=24, others="-", none="none")
    regrouped = {"lanes_in": lanes_in, "agencies": lanes_of(chronology, {})}
    for wanted, more in ((lanes, regrouped), (lanes_of(chronology, {}), {})):
        picture = lay_out(entries, wanted, start=start, end=end, zoom=zoom, **more)
        svg = timeline_svg(picture, href=lambda one: f"?{'filters=' * 25}#{one}", window_href=days_href)

        assert picture.counts.shown == len(entries)
        assert sum(tag in SHAPES for tag in tags(svg)) <= 2_500
        assert len(svg.encode()) <= 400_000


def test_picture_says_its_sentence_and_is_one_stop_for_the_keyboard() -> None:
    root, *inside = parsed(svg_of(entry(HEALTH, moment("1999-07-14"))))
    links = [one for one in inside if etree.QName(one).localname == "a"]

    assert root.get("aria-label", "").startswith("1 entry of 1 agency from 1 April 1999")
    assert (root.get("role"), root.get("tabindex")) == ("group", "0")
    assert [link.get("tabindex") for link in links] == ["-1"]


def test_picture_without_links_is_an_image() -> None:
    lanes = lanes_of(Chronology(AGENCIES, ()), {})
    root, *_ = parsed(timeline_svg(lay_out([], lanes, start=WINDOW[0], end=WINDOW[1]), href=None))

    assert (root.get("role"), root.get("tabindex")) == ("img", None)


def test_each_entry_links_to_its_row() -> None:
    one, other = entry(HEALTH, moment("1999-07-14")), entry(POLICE, month(1999, 8))
    svg = svg_of(one, other)

    assert re.findall(r'href="(#row-[^"]+)"', svg) == [href(one.id), href(other.id)]


def test_words_of_a_return_cannot_leave_their_place() -> None:
    nasty = '<script>alert(\'x\')</script> " onload="x" & ]]> \x00\x0b'
    svg = svg_of(entry(HEALTH, moment("1999-07-14"), event=nasty), zoom=Zoom.WEEKS)

    assert "<script" not in svg
    assert not any(
        name.lower().startswith("on") or name == "style" for one in parsed(svg) for name in one.attrib
    )


@pytest.mark.parametrize("attribute", ["style", "onclick", "onload"])
def test_writer_refuses_what_a_strict_page_forbids(attribute: str) -> None:
    with pytest.raises(ValueError, match="may not stand in a drawing"):
        Svg().element("rect", **{attribute: "x"})


@pytest.mark.parametrize("link", ["javascript:alert(1)", " JAVASCRIPT:x", "data:text/html,x"])
def test_writer_refuses_links_that_run(link: str) -> None:
    with pytest.raises(ValueError, match="may not link"):
        Svg().element("a", href=link)


def test_no_words_are_smaller_than_fourteen_pixels() -> None:
    one = entry(HEALTH, moment("1999-07-14"), told(POLICE, status=Status.DISPUTED))
    other = entry(HEALTH, moment("1999-11-14"))
    strip = strip_svg(by_month([one, other], start=WINDOW[0], end=WINDOW[1]), href=days_href)
    whole = svg_of(one, other, fence=date(1999, 12, 1)) + strip + legend_svg()
    sizes = [float(size) for size in re.findall(r'font-size="([^"]+)"', whole)]

    assert len(sizes) > 10
    assert min(sizes) >= 14


def test_states_differ_by_shape_and_not_by_colour_alone() -> None:
    one = entry(HEALTH, moment("1999-07-14"))
    drawings = [
        svg_of(one, known={one.id: word}) for word in ("sure", "possible", "disputed", "cannot_say", "")
    ]
    without_colour = [
        re.sub(r"#[0-9a-f]{6}", "", re.sub(r'aria-label="[^"]*"|class="[^"]*"', "", svg)) for svg in drawings
    ]

    assert len(set(without_colour[:4])) == 4


def test_each_kind_of_agency_has_its_own_shape_and_hue() -> None:
    assert set(LOOKS) == set(Kind)
    assert len({look.hue for look in LOOKS.values()}) == len(Kind)
    assert len({look.outline for look in LOOKS.values()}) == len(Kind)


def test_first_four_of_a_kind_are_told_apart_by_what_is_inside() -> None:
    marks = [mark_svg(Kind.POLICE, nth) for nth in (1, 2, 3, 4, 5)]

    assert len(set(marks[:4])) == 4
    assert marks[4] == marks[0], "past four the name alone tells"
    assert all('aria-hidden="true"' in mark for mark in marks)


def test_mark_of_an_unknown_kind_is_drawn_as_any_other_agency() -> None:
    assert mark_svg("retired_word") == mark_svg(Kind.OTHER)


def test_pictures_on_one_page_can_have_names_of_their_own() -> None:
    picture = lay_out([], lanes_of(Chronology(AGENCIES, ()), {}), start=WINDOW[0], end=WINDOW[1])
    two = [
        set(re.findall(r'id="([^"]+)"', timeline_svg(picture, href=href, id_prefix=p))) for p in ("a-", "b-")
    ]

    assert two[0]
    assert all(not one & other for one, other in pairwise(two))


def test_later_knowledge_is_not_in_the_source_of_a_fenced_picture() -> None:
    later = entry(HEALTH, moment("1999-09-01"), told(POLICE), event="Invented later finding")
    svg = svg_of(entry(HEALTH, moment("1999-07-14")), later, fence=date(1999, 8, 5))

    assert "later finding" not in svg
    assert later.id not in svg
    assert "Later knowledge is fenced" in svg
