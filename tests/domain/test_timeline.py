"""The rules of the timeline, on small invented chronologies worked by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from candour.domain.chronology.entry import Chronology, Entry, Event, Kind, Status
from candour.domain.chronology.gaps import GapKind
from candour.domain.moments import Doubt, read
from candour.domain.moments.context import ALONE
from candour.domain.timeline import (
    Bracket,
    Lane,
    LaneRow,
    Mark,
    Picture,
    Shape,
    Standing,
    Step,
    Zoom,
    finest_zoom,
    guess_kind,
    lanes_of,
    lay_out,
    window_at,
)
from candour.domain.timeline import Kind as AgencyKind
from tests.invented import AGENCIES, HEALTH, POLICE, SCHOOL, entry, moment, month, told

SPRING = {"start": date(1999, 4, 1), "end": date(2000, 2, 29)}


def drawn(*entries: Entry, **more: object) -> Picture:
    lanes = lanes_of(Chronology(AGENCIES, entries), {})
    return lay_out(entries, lanes, **(SPRING | more))


def lane_of(picture: Picture, agency: str) -> LaneRow:
    return next(row for row in picture.lanes if row.lane and row.lane.agency == agency)


def mark_of(picture: Picture, one: Entry) -> Mark:
    return next(mark for row in picture.lanes for mark in row.marks if mark.entry == one.id)


def written(words: str, agency: str = HEALTH) -> Entry:
    return entry(agency, read(words, ALONE))


def x_of(picture: Picture, day: str) -> float:
    probe = entry(HEALTH, moment(day))
    return mark_of(drawn(probe, start=picture.start, end=picture.end), probe).x


def test_lanes_stand_in_order_of_first_entry() -> None:
    late, early = entry(HEALTH, moment("1999-09-01")), entry(POLICE, moment(None, "1999-05-01"))
    lanes = lanes_of(Chronology(AGENCIES, (late, early)), {SCHOOL: AgencyKind.HOUSING})

    assert [lane.agency for lane in lanes] == [POLICE, HEALTH, SCHOOL]
    assert lanes[2].kind is AgencyKind.HOUSING, "what a person says is not guessed again"


def test_agencies_of_one_kind_are_counted_in_the_order_of_their_lanes() -> None:
    names = ("A Police", "B Police", "A Hospital", "C Police")
    lanes = lanes_of(Chronology(names, ()), {})

    assert [(lane.agency, lane.nth) for lane in lanes if lane.kind is AgencyKind.POLICE] == [
        ("A Police", 1),
        ("B Police", 2),
        ("C Police", 3),
    ]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Invented Police Child Protection Team", AgencyKind.POLICE),
        ("Anytown Social Services (hospital social work)", AgencyKind.CHILDRENS_SOCIAL_CARE),
        ("Anytown Children’s Services", AgencyKind.CHILDRENS_SOCIAL_CARE),
        ("Anytown General Hospital", AgencyKind.HOSPITAL),
        ("Anytown School Nursing", AgencyKind.GP_AND_COMMUNITY_HEALTH),
        ("GP surgery", AgencyKind.GP_AND_COMMUNITY_HEALTH),
        ("St Anyone’s Primary School", AgencyKind.SCHOOL),
        ("Homeless Persons’ Unit", AgencyKind.HOUSING),
        ("NSPCC Child and Family Centre", AgencyKind.VOLUNTARY),
        ("Churches (community)", AgencyKind.FAITH),
        ("Family and community accounts", AgencyKind.FAMILY_AND_COMMUNITY),
        ("County Court", AgencyKind.OTHER),
        ("Zzz", AgencyKind.OTHER),
    ],
)
def test_kind_of_agency_is_guessed_from_plain_words(name: str, kind: AgencyKind) -> None:
    assert guess_kind(name) is kind


@pytest.mark.parametrize(
    ("words", "shape"),
    [
        ("14 July 1999", Shape.DAY),
        ("14 July 1999 at 14:30", Shape.DAY),
        ("July 1999", Shape.WITHIN),
        ("summer 1999", Shape.WITHIN),
        ("between 3 May 1999 and 9 May 1999", Shape.WITHIN),
        ("26 April 1999 to 7 July 1999", Shape.LASTED),
        ("c. 14 July 1999", Shape.ABOUT),
        ("after 14 July 1999", Shape.OPEN),
    ],
)
def test_date_is_drawn_in_the_shape_of_what_is_known(words: str, shape: Shape) -> None:
    one = written(words)

    assert mark_of(drawn(one), one).shape is shape


def test_mark_stands_at_the_earliest_end_and_never_in_the_middle() -> None:
    first, whole = entry(HEALTH, moment("1999-07-01")), entry(HEALTH, month(1999, 7))
    picture = drawn(first, whole)

    assert mark_of(picture, whole).handle == mark_of(picture, first).handle
    assert mark_of(picture, whole).width > 70


def test_stretch_between_months_is_solid_only_where_it_surely_lasted() -> None:
    one = written("April 1999 to July 1999")
    picture = drawn(one)
    mark = mark_of(picture, one)

    assert mark.core is not None
    assert mark.core[0] == pytest.approx(x_of(picture, "1999-05-01"), abs=0.1)
    assert mark.core[1] == pytest.approx(x_of(picture, "1999-07-01"), abs=0.1)


def test_uncertain_date_carries_a_question_before_its_mark() -> None:
    one = entry(HEALTH, replace(moment("1999-07-14"), doubt=Doubt.UNCERTAIN))
    mark = mark_of(drawn(one), one)

    assert mark.question is not None
    assert mark.handle is not None
    assert mark.left <= mark.question < mark.handle


def test_entry_that_begins_before_the_window_has_a_chevron_and_no_mark() -> None:
    one = entry(HEALTH, moment("1999-03-01", "1999-05-01"))
    mark = mark_of(drawn(one), one)

    assert mark.handle is None
    assert mark.goes_on_left
    assert not mark.goes_on_right


def test_same_day_entries_stack_in_the_agencys_own_order() -> None:
    day = moment("1999-07-14")
    second, first = entry(HEALTH, day, sequence=2.0), entry(HEALTH, day, sequence=1.0)
    picture = drawn(second, first)

    assert mark_of(picture, first).x == mark_of(picture, second).x
    assert mark_of(picture, second).y - mark_of(picture, first).y == 13


def test_finest_level_at_which_the_days_fit_is_chosen() -> None:
    assert [finest_zoom(days, 1120) for days in (10, 100, 700, 4000)] == [
        Zoom.DAYS,
        Zoom.WEEKS,
        Zoom.MONTHS,
        Zoom.YEARS,
    ]


@pytest.mark.parametrize("zoom", Zoom)
def test_window_of_a_zoom_can_be_drawn_at_that_zoom(zoom: Zoom) -> None:
    start, end = window_at(zoom, date(1990, 1, 1), date(2005, 12, 31))
    picture = drawn(start=start, end=end, zoom=zoom)

    assert picture.zoom is zoom


def test_zoom_too_fine_for_the_window_is_made_coarser() -> None:
    assert drawn(zoom=Zoom.DAYS).zoom is Zoom.MONTHS


def test_by_days_a_known_day_is_a_bar_and_a_known_time_a_mark() -> None:
    day, minute = entry(HEALTH, moment("1999-07-14")), entry(POLICE, moment("1999-07-14T12:00"))
    picture = drawn(day, minute, start=date(1999, 7, 12), end=date(1999, 7, 18))
    bar, mark = mark_of(picture, day), mark_of(picture, minute)

    assert (bar.shape, mark.shape) == (Shape.WHOLE_DAY, Shape.DAY)
    assert mark.x == pytest.approx(bar.x + bar.width / 2)


def test_label_stands_only_where_there_is_room_to_the_right() -> None:
    days = [entry(HEALTH, moment(f"1999-07-{day:02}"), event="Invented visit to the home") for day in (5, 6)]
    dates = [
        mark
        for row in drawn(*days, start=date(1999, 7, 1), end=date(1999, 8, 30)).lanes
        for mark in row.marks
    ]

    assert [bool(mark.label) for mark in dates] == [False, True]


def test_lane_of_more_than_twelve_sub_rows_becomes_a_strip() -> None:
    twelve = [entry(HEALTH, moment("1999-07-14")) for _ in range(12)]
    other = entry(POLICE, moment("1999-07-14"))

    assert lane_of(drawn(*twelve, other), HEALTH).strip is None
    dense = drawn(*twelve, entry(HEALTH, moment("1999-07-14")), other)
    strip = lane_of(dense, HEALTH).strip
    assert strip is not None
    assert [column.count for column in strip.columns] == [13]
    assert (dense.most, dense.step) == (13, Step.WEEK)
    assert lane_of(dense, POLICE).marks, "other lanes keep their marks"


def test_over_six_hundred_entries_every_lane_becomes_a_strip() -> None:
    many = [entry(HEALTH, moment(f"1999-{4 + n % 8:02}-{1 + n % 28:02}")) for n in range(600)]
    few = entry(POLICE, moment("1999-07-14"))

    assert lane_of(drawn(*many[:599], few), POLICE).marks
    assert lane_of(drawn(*many, few), POLICE).strip is not None


def test_entry_wider_than_its_column_is_only_said_to_be_possible_there() -> None:
    strip = lane_of(drawn(entry(HEALTH, month(1999, 7)), zoom=Zoom.YEARS), HEALTH).strip
    wide = lane_of(drawn(entry(HEALTH, moment("1999-07-20", "1999-08-02")), zoom=Zoom.YEARS), HEALTH).strip

    assert strip is not None
    assert ([column.count for column in strip.columns], strip.wide_count) == ([1], 0)
    assert wide is not None
    assert (wide.columns, wide.wide_count, len(wide.wide)) == ((), 1, 1)


def test_searched_for_entries_keep_a_cap_in_a_strip() -> None:
    days = [entry(HEALTH, moment("1999-07-14")) for _ in range(13)]
    strip = lane_of(drawn(*days, matches={one.id for one in days}, zoom=Zoom.YEARS), HEALTH).strip

    assert strip is not None
    assert strip.columns[0].capped == 13


def test_arrow_runs_from_the_entry_to_the_receivers_entry_of_that_day() -> None:
    sent = entry(HEALTH, moment("1999-07-14"), told(POLICE, moment("1999-07-14")))
    heard = entry(POLICE, moment("1999-07-14"))
    picture = drawn(sent, heard)
    (arrow,) = picture.arrows
    (x, y), (to_x, to_y) = arrow.points

    assert (x, to_x) == (mark_of(picture, sent).handle, mark_of(picture, heard).handle)
    assert (y, to_y) == (mark_of(picture, sent).y + 6, mark_of(picture, heard).y - 6)
    assert not arrow.dashed


def test_late_telling_leaves_along_the_lane_and_turns_on_its_day() -> None:
    sent = entry(HEALTH, moment("1999-07-14"), told(POLICE, moment("1999-09-01")))
    picture = drawn(sent)
    (arrow,) = picture.arrows
    _, turn, head = arrow.points

    assert turn[1] == mark_of(picture, sent).y
    assert turn[0] == head[0] == pytest.approx(x_of(picture, "1999-09-01") + 5.5)
    assert head[1] == lane_of(picture, POLICE).y


@pytest.mark.parametrize("status", [Status.IMPLIED, Status.UNCLEAR, Status.DISPUTED])
def test_what_is_not_plainly_told_is_dashed(status: Status) -> None:
    (arrow,) = drawn(entry(HEALTH, moment("1999-07-14"), told(POLICE, status=status))).arrows

    assert arrow.dashed


def test_not_told_is_a_stub_towards_the_lane() -> None:
    (arrow,) = drawn(entry(HEALTH, moment("1999-07-14"), told(POLICE, status=Status.NOT_TOLD))).arrows

    assert arrow.stub
    assert arrow.points[1][1] - arrow.points[0][1] == 15


def test_arrows_of_one_pair_that_nearly_coincide_are_one_by_months_only() -> None:
    entries = [entry(HEALTH, moment(f"1999-07-{day}"), told(POLICE)) for day in (14, 15, 16)]

    assert [arrow.count for arrow in drawn(*entries).arrows] == [3]
    weeks = drawn(*entries, start=date(1999, 7, 1), end=date(1999, 8, 30))
    assert [arrow.count for arrow in weeks.arrows] == [1, 1, 1]


def test_over_sixty_arrows_only_the_chosen_are_drawn_and_the_sentence_says_so() -> None:
    days = [date(1999, 4, 1 + n % 28).replace(month=4 + n // 28) for n in range(0, 196, 3)]
    status = [Status.TOLD, Status.IMPLIED, Status.UNCLEAR, Status.DISPUTED]
    entries = [
        entry((HEALTH, SCHOOL)[n % 2], moment(day.isoformat()), told(POLICE, status=status[n % 4]))
        for n, day in enumerate(days)
    ]
    picture = drawn(*entries, chosen_entry=entries[7].id)

    assert [arrow.entry for arrow in picture.arrows] == [entries[7].id]
    assert picture.arrows_left_out == len(entries) - 1
    assert "not drawn: choose an entry" in picture.sentence


def test_silence_lies_only_between_two_entries_and_says_its_days() -> None:
    entries = [entry(HEALTH, moment("1999-08-06")), entry(HEALTH, moment("1999-11-01"))]
    (silence,) = lane_of(drawn(*entries), HEALTH).silences

    assert (silence.kind, silence.words) == (GapKind.NO_ENTRY, "87 days, no entry")
    assert lane_of(drawn(*entries, gap_days=90), HEALTH).silences == ()


def test_no_contact_that_the_agency_states_is_never_a_silence_of_ours() -> None:
    said = entry(HEALTH, moment("1999-06-01", "1999-09-30"), kind=Kind.GAP_STATEMENT)
    (silence,) = lane_of(drawn(said), HEALTH).silences

    assert (silence.kind, silence.entry) == (GapKind.NO_CONTACT, said.id)
    assert silence.full_words == "122 days, no contact"


def test_only_the_chosen_episode_runs_down_through_the_lanes() -> None:
    first = Bracket(1, "Invented", date(1999, 5, 1), date(1999, 7, 1))
    second = Bracket(2, "Invented too", date(1999, 6, 1), date(1999, 8, 1))
    picture = drawn(entry(HEALTH, moment("1999-07-14")), episodes=[second, first], chosen_episode=2)

    assert picture.band is not None
    assert picture.band.number == 2
    assert [(one.number, one.y) for one in picture.brackets] == [(1, 0.0), (2, 22.0)]


def test_as_known_to_an_agency_what_is_not_known_is_dimmed_and_tells_nobody() -> None:
    sure, possible, other = (entry(HEALTH, moment(f"1999-07-{day}"), told(SCHOOL)) for day in (11, 15, 20))
    picture = drawn(sure, possible, other, known={sure.id: "sure", possible.id: "possible"})

    assert [mark_of(picture, one).standing for one in (sure, possible, other)] == [
        Standing.FULL,
        Standing.HOLLOW,
        Standing.DIM,
    ]
    assert other.id not in {arrow.entry for arrow in picture.arrows}
    assert "1 entry is dimmed" in picture.sentence


def test_bar_stops_at_the_fence_without_saying_that_it_goes_on() -> None:
    one = entry(HEALTH, moment("1999-07-01", "2000-03-31"))
    picture = drawn(one, fence=date(1999, 8, 5))
    mark = mark_of(picture, one)

    assert picture.fence is not None
    assert mark.x + mark.width == pytest.approx(picture.fence[0])
    assert not mark.goes_on_right


def test_lane_emptied_by_a_filter_stays_and_says_so() -> None:
    one, other = entry(HEALTH, moment("1999-07-14")), entry(POLICE, moment("1999-07-14"))
    picture = drawn(one, other, matches={one.id})

    assert lane_of(picture, POLICE).nothing_matches
    assert not lane_of(picture, HEALTH).nothing_matches
    assert picture.counts.not_matching == 1


def test_accounts_of_the_chosen_event_are_bracketed_and_never_one_mark() -> None:
    one, other = entry(HEALTH, moment("1999-07-14")), entry(POLICE, moment("1999-07-15"))
    event = Event("v1", (one.id, other.id))
    picture = drawn(one, other, events=[event], chosen_entry=one.id, differing={"v1"})

    assert picture.accounts is not None
    assert (picture.accounts.proposed, picture.accounts.differ) == (True, True)
    assert picture.accounts.ys == (mark_of(picture, one).y, mark_of(picture, other).y)


def test_first_tick_and_each_january_carry_the_year() -> None:
    words = [tick.words for tick in drawn().ticks if tick.words]

    assert (words[0], "Jan 2000" in words, "May" in words) == ("Apr 1999", True, True)


def test_time_in_which_no_row_says_that_the_child_was_seen_has_its_own_lane() -> None:
    seen = [entry(HEALTH, moment(day), flags=("child_seen",)) for day in ("1999-05-01", "1999-09-01")]
    top = drawn(*seen, child_seen=True).lanes[0]

    assert (top.lane, top.names) == (None, ("Child seen",))
    assert [silence.words for silence in top.silences] == ["123 days, child not seen"]


def test_window_without_days_is_refused() -> None:
    lane = Lane(HEALTH, AgencyKind.OTHER, 1)

    with pytest.raises(ValueError, match="no picture"):
        lay_out([], [lane], start=date(1999, 4, 2), end=date(1999, 4, 1))
