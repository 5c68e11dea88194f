"""The small pictures: whole XML, every item once, nothing outside, nothing that runs, fit for grey."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from candour.domain.rules.answer import Answer
from candour.domain.rules.tree import Kind, Tree
from candour.files.pictures.clock_bar import clock_bar_svg
from candour.files.pictures.counts import YearCounts, counts_svg
from candour.files.pictures.ledger_bar import LEAST, ledger_bar_svg, widths_to_scale
from candour.files.pictures.rule_parts import Conclusion, Joint, Leaf, parts_of
from candour.files.pictures.rule_tree import rule_tree_svg
from candour.files.pictures.series import Count, Event, Series, Total, series_svg
from tests.files.seen import Seen, place

HOSTILE = """<script>alert("1")</script>'&"""
LONG = "A name of a step, a test or an agency that goes on for longer than any box here is wide"
TREE = Joint(
    "both",
    Answer.UNKNOWN,
    (
        Leaf("Abuse or neglect", Answer.YES, "/first"),
        Joint("either", Answer.UNKNOWN, (Leaf("The child died", Answer.NO), Leaf("Concern", Answer.UNKNOWN))),
    ),
)
OPEN = Conclusion("Not yet known", "It turns on one answer", known=False)
OFSTED = Series(
    "First definition", "as told", (Count(2007, 137), Count(2008, 131), Count(2010, 71), Count(2011, 0))
)
RESEARCH = Series("Second definition", "", (Count(2007, 115),), (Total(2008, 2010, 300),))
EVENT = Event(date(2009, 6, 10), "10 June 2009: something changed")
KINDS = ("Notifications", "Decisions", "Reviews")
YEARS = [YearCounts("2011/12", (5, 3, 1)), YearCounts("2012/13", (10, 0, None), too_few=True)]


def drawn() -> dict[str, str]:
    return {
        "ledger": ledger_bar_svg(9000, 1, 1, says="9,002 rows in."),
        "ledger with few placed": ledger_bar_svg(1, 1, 9000, says="9,002 rows in."),
        "rule": rule_tree_svg(TREE, OPEN, says="Three of four are answered."),
        "series": series_svg([OFSTED, RESEARCH], [EVENT], says="Both fell."),
        "counts": counts_svg(KINDS, YEARS, says="Two years."),
    }


@pytest.mark.parametrize("name", drawn())
def test_every_picture_says_its_sentence_and_keeps_within_its_box(name: str) -> None:
    seen = Seen(drawn()[name])

    assert seen.root.get("role") in ("img", "group")
    assert seen.root.get("aria-label", "").endswith(".")
    assert seen.outside() == []
    assert min(seen.sizes()) >= 14


@pytest.mark.parametrize("name", drawn())
def test_no_picture_brings_a_style_a_script_or_a_name_that_may_clash(name: str) -> None:
    seen = Seen(drawn()[name])

    for one in seen.root.iter():
        assert not {key for key in one.attrib if key in ("style", "id") or str(key).startswith("on")}


def test_a_picture_with_links_is_a_group_for_an_image_hides_them() -> None:
    linked, plain = (
        Seen(rule_tree_svg(Leaf("Died", Answer.NO, href), OPEN, says="One.")) for href in ("/died", None)
    )

    assert (linked.root.get("role"), len(linked.all("a"))) == ("group", 1)
    assert (plain.root.get("role"), len(plain.all("a"))) == ("img", 0)


def test_hostile_words_stay_words_in_every_picture() -> None:
    years = [replace(YEARS[0], name=HOSTILE)]
    pictures = [
        rule_tree_svg(
            Leaf(HOSTILE, Answer.NO, "/a?b=1&c=2"), Conclusion(HOSTILE, HOSTILE, known=True), says=HOSTILE
        ),
        series_svg([replace(OFSTED, name=HOSTILE, note=HOSTILE)], [Event(EVENT.on, HOSTILE)], says=HOSTILE),
        counts_svg((HOSTILE, HOSTILE, HOSTILE), years, says=HOSTILE),
    ]

    for picture in pictures:
        assert "<script" not in picture
        assert Seen(picture).root.get("aria-label") == HOSTILE


def test_a_link_that_would_run_is_refused() -> None:
    with pytest.raises(ValueError, match="may not link"):
        rule_tree_svg(Leaf("Died", Answer.NO, "javascript:alert(1)"), OPEN, says="One.")


def test_days_of_a_clock_run_to_scale() -> None:
    def run(today: date) -> float:
        seen = Seen(clock_bar_svg(date(2014, 5, 1), today, date(2014, 5, 31)))
        return place(seen.all("rect", "run")[0], "width")[0]

    assert run(date(2014, 5, 16)) == pytest.approx(run(date(2014, 5, 31)) / 2, abs=0.1)
    assert run(date(2014, 4, 1)) == 0


@pytest.mark.parametrize("today", [date(2014, 6, 1), date(2014, 6, 4), date(2024, 6, 1)])
def test_late_days_are_hatched_and_stay_in_the_picture(today: date) -> None:
    seen = Seen(clock_bar_svg(date(2014, 5, 1), today, date(2014, 5, 31)))

    assert place(seen.all("rect", "late")[0], "width")[0] >= 4
    assert seen.outside() == []


def test_a_paused_clock_breaks_off_and_shows_no_due_day() -> None:
    seen = Seen(clock_bar_svg(date(2014, 5, 1), date(2014, 7, 1), None, paused_since=date(2014, 5, 21)))

    assert len(seen.all("rect", "pause")) == 2
    assert seen.all("rect", "due") == []
    assert seen.outside() == []


def test_a_clock_bar_is_decoration() -> None:
    assert Seen(clock_bar_svg(date(2014, 5, 1), date(2014, 5, 1), None)).root.get("aria-hidden") == "true"


@pytest.mark.parametrize("counts", [[51, 11], [9000, 1, 1], [1, 1, 1], [1], [3, 9000, 2]])
def test_fates_are_to_scale_and_one_row_is_still_seen(counts: list[int]) -> None:
    widths = widths_to_scale(counts, 1000)
    to_scale = [wide / count for wide, count in zip(widths, counts, strict=True) if wide > LEAST]

    assert sum(widths) == pytest.approx(1000)
    assert min(widths) >= LEAST
    assert max(to_scale) == pytest.approx(min(to_scale))


def test_a_fate_that_no_row_has_is_not_drawn() -> None:
    seen = Seen(ledger_bar_svg(51, 11, 0, says="62 rows in."))

    assert seen.words() == ["51 placed", "11 held for a person"]
    assert [len(seen.all("rect", fate)) for fate in ("placed", "held", "refused")] == [1, 1, 0]


def test_every_test_and_joint_of_a_rule_stands_once() -> None:
    seen = Seen(rule_tree_svg(TREE, OPEN, says="A rule."))

    assert sorted(seen.titles()) == [
        "Abuse or neglect: yes",
        "Concern: unknown",
        "Not yet known. It turns on one answer",
        "The child died: no",
        "both: unknown",
        "either: unknown",
    ]
    assert len(seen.all("path", "way")) == 5  # each part but the outcome leads on once


def test_answers_differ_by_sign_and_line_not_by_hue() -> None:
    seen = Seen(rule_tree_svg(TREE, OPEN, says="A rule."))
    looks = {
        one.get("class", "").split()[1]: (box.get("stroke-width"), box.get("stroke-dasharray"))
        for one in seen.all("g", "leaf")
        for box in one.iter("{*}rect")
    }

    assert len(set(looks.values())) == 3
    assert (len(seen.all("path", "tick")), len(seen.all("path", "cross"))) == (1, 1)


@pytest.mark.parametrize("depth", [0, 1, 7])
def test_a_rule_of_any_depth_fits_its_picture(depth: int) -> None:
    tree: Leaf | Joint = Leaf(LONG, Answer.YES)
    for _ in range(depth):
        tree = Joint("either", Answer.YES, (tree, Leaf(LONG, Answer.NO), Leaf("Short", Answer.UNKNOWN)))
    conclusion = Conclusion(LONG, LONG, known=True)

    assert Seen(rule_tree_svg(tree, conclusion, says="A rule.")).outside() == []


def test_a_rule_of_a_pack_is_drawn_with_what_its_parts_answer() -> None:
    facts = tuple(Tree(Kind.FACT, name) for name in ("died", "harmed", "abuse"))
    rule = Tree(Kind.BOTH, of=(Tree(Kind.EITHER, of=facts[:2]), facts[2]))

    assert parts_of(rule, {"died": Answer.YES}, {"died": "The child died"}) == Joint(
        "both",
        Answer.UNKNOWN,
        (
            Joint("either", Answer.YES, (Leaf("The child died", Answer.YES), Leaf("harmed", Answer.UNKNOWN))),
            Leaf("abuse", Answer.UNKNOWN),
        ),
    )


def test_a_line_of_counts_is_never_drawn_over_a_missing_year() -> None:
    seen = Seen(series_svg([OFSTED], says="A series."))

    lines = [str(line.get("points")).split() for line in seen.all("polyline")]
    assert [len(line) for line in lines] == [2, 2]
    assert seen.words().count("not found") == 1


def test_a_total_of_years_is_one_bar_and_no_point() -> None:
    seen = Seen(series_svg([OFSTED, RESEARCH], says="Two series."))

    assert len(seen.all("path", "total")) == 1
    assert seen.words().count("300 in 3 years") == 1
    samples = 2
    assert len([one for one in seen.root.iter() if one.get("class") == "point"]) == 5 + samples


def test_counts_stand_as_high_as_they_are_above_nought() -> None:
    seen = Seen(series_svg([OFSTED], says="A series."))
    first, _, half, nought = seen.all("circle", "point")[:4]
    foot = max(place(line, "y1")[0] for line in seen.all("line"))
    heights = [foot - place(one, "cy")[0] for one in (first, half, nought)]

    assert heights[2] == pytest.approx(0, abs=0.1)
    assert heights[0] / heights[1] == pytest.approx(137 / 71, rel=0.01)


def test_definitions_differ_by_shape_and_dashes() -> None:
    seen = Seen(series_svg([OFSTED, replace(OFSTED, name="Other")], says="Two series."))

    assert len(seen.all("g", "disc")) == len(seen.all("g", "square")) == 1
    assert {line.get("stroke-dasharray") for line in seen.all("polyline")} == {None, "7 4"}


def test_an_event_stands_between_the_years_it_lies_between() -> None:
    seen = Seen(series_svg([OFSTED], [EVENT], says="A series."))
    ((line,),) = [list(one.iter("{*}line")) for one in seen.all("g", "event")]
    years = {"".join(one.itertext()): place(one, "x")[0] for one in seen.all("text")}

    assert years["2008/09"] < place(line, "x1")[0] < years["2009/10"]  # June: before the middle of the year
    assert seen.words().count(EVENT.words) == 1


def test_bars_are_to_scale_and_every_count_is_written_once() -> None:
    seen = Seen(counts_svg(KINDS, YEARS, says="Two years."))
    tall = [place(one, "height")[0] for one in seen.all("rect", "bar")]

    assert tall == pytest.approx([tall[-1] * count / 10 for count in (5, 3, 1, 10)], abs=0.15)
    assert seen.titles() == [
        "2011/12: Notifications 5, Decisions 3, Reviews 1",
        "2012/13: Notifications 10, Decisions 0, Reviews not found (too few to say)",
    ]


def test_only_years_of_too_few_stand_on_stripes() -> None:
    assert len(Seen(counts_svg(KINDS, YEARS, says="Two.")).all("rect", "too-few")) == 1
    assert Seen(counts_svg(KINDS, YEARS[:1], says="One.")).all("rect", "too-few") == []
