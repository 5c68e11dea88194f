"""Pictures of what was known and of what a finding rests on: nothing later is in them, nothing is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from candour.domain.timeline.agency_kinds import Kind
from candour.files.pictures.knew import knew_svg, tunnel_svg
from candour.files.pictures.knowledge_rows import HeldElsewhere, Known, Standing
from candour.files.pictures.thread import thread_svg
from candour.files.pictures.thread_parts import Column, Link, Node, Support, grouped, own_paths, weakest
from tests.files.seen import Seen, place

ON = date(1999, 8, 5)
HOSTILE = """<script>alert("1")</script>'&"""
KNOWN = [
    Known("Case opened", Kind.CHILDRENS_SOCIAL_CARE, date(1999, 7, 1), date(1999, 7, 31), how="sure, own"),
    Known("Visit planned", Kind.POLICE, ON, nth=2, href="#row-2"),
    Known("Case allocated", Kind.HOUSING, date(1999, 8, 1), date(1999, 8, 31), Standing.POSSIBLE),
    Known("Note of a call", Kind.VOLUNTARY, date(1999, 7, 12), standing=Standing.DISPUTED),
    Known("Marks noted: told?", Kind.HOSPITAL, date(1999, 7, 24), standing=Standing.CANNOT_SAY),
]
ELSEWHERE = [
    HeldElsewhere("School writes", Kind.SCHOOL, date(1999, 2, 28)),
    HeldElsewhere("Attendances", Kind.FAITH, date(1999, 4, 26), date(1999, 7, 7), lasted=True),
    HeldElsewhere("Anonymous call", Kind.OTHER, date(1999, 6, 18)),
    HeldElsewhere("Call on the day itself", Kind.POLICE, ON),
]


def knew(first: date | None = date(1999, 4, 1)) -> Seen:
    return Seen(knew_svg("The council", KNOWN, ELSEWHERE, ON, first=first, says="Five, and four."))


def tunnel(fenced: int = 6, last: date = date(1999, 8, 28)) -> Seen:
    return Seen(tunnel_svg(KNOWN, ON, first=date(1999, 7, 1), last=last, fenced=fenced, says="Five."))


def thread(entries: int) -> tuple[list[Column], list[Link]]:
    nodes = tuple(Node(f"e{n}", f"Entry {n}", "3 Feb 2014", kind=Kind.POLICE) for n in range(entries))
    columns = [
        Column("Finding", (Node("f", "A record travels only if someone asks for it"),)),
        Column("Factors", (Node("a", "Moves on request", href="#a"), Node("b", "Counts as done"))),
        Column("Episodes", (Node("k1", "Episode 1", href="#k1"), Node("k2", "Episode 2"))),
        Column("Entries", nodes),
        Column("Rows", tuple(Node(f"r{n}", f"return.xlsx, row {n}") for n in range(entries)), "rows"),
    ]
    links = [Link("f", "a"), Link("f", "b"), Link("a", "k1"), Link("b", "k1"), Link("b", "k2")]
    links += [Link("k1" if n < entries // 2 else "k2", f"e{n}") for n in range(entries)]
    links += [Link(f"e{n}", f"r{n}") for n in range(entries)]
    return columns, links


@pytest.mark.parametrize("first", [None, date(1999, 4, 1), date(1999, 8, 4), date(1950, 1, 1)])
def test_what_was_known_stands_once_each_in_order_whatever_the_window(first: date | None) -> None:
    seen = knew(first)

    assert seen.titles() == [row.words for row in [*KNOWN, *ELSEWHERE]]
    assert seen.outside() == []
    assert min(seen.sizes()) >= 14


def test_nothing_later_than_the_day_may_enter_the_picture() -> None:
    later = replace(KNOWN[0], since=date(1999, 8, 6), surely=None)

    with pytest.raises(ValueError, match="behind the fence"):
        knew_svg("The council", [later], [], ON, says="One.")
    with pytest.raises(ValueError, match="behind the fence"):
        tunnel_svg([later], ON, first=date(1999, 7, 1), last=ON, fenced=0, says="One.")


def test_no_line_of_knowledge_passes_the_fence() -> None:
    seen = knew()
    fence = place(seen.all("line", "fence")[0], "x1")[0]

    assert max(place(line, "x2")[0] for line in seen.all("line", "known")) <= fence
    assert all(place(stop, "x1")[0] < fence for stop in seen.all("line", "stop"))


def test_days_held_are_counted_from_the_day_surely_held() -> None:
    assert [row.days_by(ON) for row in ELSEWHERE] == [158, 29, 48, 0]
    assert [words for words in knew().words() if words.isdecimal()] == ["158", "29", "48", "0"]


def test_lines_of_knowledge_are_to_scale() -> None:
    lines = [place(line, "x1", "x2") for line in knew().all("line", "known")]
    school, attended, after, call = lines[2:6]

    assert school[0] < attended[0] < attended[1] == after[0]
    whole = school[1] + 6 - school[0]  # from 1 April, the edge, to the fence: 126 days
    assert (call[0] - school[0]) / whole == pytest.approx(78 / 126, abs=0.002)


def test_what_is_not_sure_is_dashed_and_hollow() -> None:
    seen = knew()

    assert len(seen.all("rect", "unsure")) == 3
    assert len(seen.all("path", "mark-hollow")) == 1
    assert len(seen.all("path", "mark-half")) >= 1
    assert seen.words().count("?") == 1


def test_an_entry_from_before_the_window_has_an_arrowhead_and_no_mark_there() -> None:
    assert len(knew().all("path", "earlier")) == 1
    assert knew(date(1999, 1, 1)).all("path", "earlier") == []


def test_an_agency_that_knew_nothing_is_told_so() -> None:
    seen = Seen(knew_svg("The council", [], [], ON, says="None."))

    assert "Nothing, by the returns" in seen.words()
    assert seen.outside() == []


@pytest.mark.parametrize(
    ("fenced", "said"), [(0, "no entries"), (1, "1 entry"), (6, "6 entries"), (1200, "1,200 entries")]
)
def test_the_tunnel_says_how_many_are_fenced_and_nothing_of_them(fenced: int, said: str) -> None:
    seen = tunnel(fenced)

    assert f"Later and elsewhere: {said} fenced" in " ".join(seen.words())
    assert seen.titles() == [row.words for row in KNOWN]


@pytest.mark.parametrize("last", [date(1999, 7, 2), ON, date(1999, 8, 28), date(2004, 8, 28)])
def test_the_tunnel_keeps_room_for_its_fence(last: date) -> None:
    assert tunnel(last=last).outside() == []


def test_hostile_words_stay_words_in_pictures_of_knowledge() -> None:
    rows = [replace(KNOWN[0], words=HOSTILE, how=HOSTILE)]
    node = Node(HOSTILE, HOSTILE, HOSTILE)
    pictures = [
        knew_svg(HOSTILE, rows, [replace(ELSEWHERE[0], words=HOSTILE)], ON, says=HOSTILE),
        tunnel_svg(rows, ON, first=ON, last=ON, fenced=1, says=HOSTILE),
        thread_svg([Column(HOSTILE, (node,))], [], says=HOSTILE),
    ]

    for picture in pictures:
        assert "<script" not in picture
        assert Seen(picture).root.get("aria-label") == HOSTILE


@pytest.mark.parametrize("entries", [0, 1, 12, 13, 400])
def test_a_thread_of_any_length_stays_in_its_picture(entries: int) -> None:
    seen = Seen(thread_svg(*thread(entries), says="A thread."))

    assert seen.outside() == []
    assert min(seen.sizes()) >= 14
    assert len(seen.all("g", "node")) == 5 + (2 * entries if entries <= 12 else 4)


def test_a_thread_of_twelve_shows_every_node_and_link_once() -> None:
    columns, links = thread(12)
    seen = Seen(thread_svg(columns, links, says="A thread."))

    assert sorted(str(one.get("data-key")) for one in seen.all("g", "node")) == sorted(
        node.key for column in columns for node in column.nodes
    )
    drawn = [(one.get("data-from"), one.get("data-to")) for one in seen.all("path", "link")]
    assert sorted(drawn) == sorted((link.source, link.target) for link in links)


def test_over_twelve_entries_are_counted_by_episode_and_none_is_lost() -> None:
    columns, links = grouped(*thread(13))

    assert [node.title for node in columns[3].nodes] == ["6 entries of Episode 1", "7 entries of Episode 2"]
    assert [node.title for node in columns[4].nodes] == ["6 rows", "7 rows"]
    assert columns[3].nodes[0].href == "#k1"
    assert len(links) == 5 + 2 + 2


def test_an_entry_of_two_episodes_is_counted_once_in_a_group_of_both() -> None:
    columns, links = thread(14)
    shared = [Link("k2", "e0"), Link("k2", "e1")]

    titles = [node.title for node in grouped(columns, [*links, *shared])[0][3].nodes]

    assert titles == [
        "2 entries of Episode 1 and Episode 2",
        "5 entries of Episode 1",
        "7 entries of Episode 2",
    ]


def test_a_group_says_what_in_it_was_changed_or_withdrawn() -> None:
    columns, links = thread(14)
    entries = columns[3].nodes
    first = replace(entries[0], support=Support.WITHDRAWN)
    columns[3] = replace(columns[3], nodes=(first, *entries[1:]))

    group = grouped(columns, links)[0][3].nodes[0]

    assert (group.sub, group.support) == ("1 withdrawn", Support.CHANGED)


def test_withdrawn_is_the_line_only_of_what_is_wholly_withdrawn() -> None:
    assert weakest([Support.WITHDRAWN, Support.WITHDRAWN]) is Support.WITHDRAWN
    assert weakest([Support.WITHDRAWN, Support.AS_IT_WAS]) is Support.CHANGED
    assert weakest([Support.AS_IT_WAS]) is Support.AS_IT_WAS


def test_each_state_of_support_has_its_own_line_and_its_words_in_the_key() -> None:
    nodes = tuple(Node(f"e{nth}", f"Entry {nth}", support=one) for nth, one in enumerate(Support))
    seen = Seen(thread_svg([Column("Entries", nodes)], [], says="A thread."))
    dashes = [box.get("stroke-dasharray") for box in seen.all("rect", "target")]

    assert len(set(dashes)) == len(Support)
    assert len([one for key in seen.all("g", "key") for one in key.iter("{*}text")]) == len(Support)


def test_withdrawn_words_are_struck_through_and_still_there() -> None:
    node = Node("e", "Call logged", "withdrawn 2 Nov 2014", support=Support.WITHDRAWN)
    seen = Seen(thread_svg([Column("Entries", (node,))], [], says="A thread."))

    (struck,) = [one for one in seen.all("text") if one.get("text-decoration") == "line-through"]
    assert struck.text == "Call logged"


def test_choosing_a_node_keeps_its_own_paths_dark() -> None:
    columns, links = thread(4)

    own = own_paths(links, "k2")
    seen = Seen(thread_svg(columns, links, chosen="k2", says="A thread."))

    assert {(link.source, link.target) for link in own} == {
        *(("f", "b"), ("b", "k2")),
        *(("k2", "e2"), ("k2", "e3"), ("e2", "r2"), ("e3", "r3")),
    }
    assert len(seen.all("path", "other")) == len(links) - len(own)
