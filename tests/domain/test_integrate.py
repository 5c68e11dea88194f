"""Many returns become one chronology: order, ids, proposed links and events, conflicts."""

from __future__ import annotations

import hashlib

from candour.domain.chronology.conflicts import ConflictKind
from candour.domain.chronology.integrate import integrate
from candour.domain.chronology.links import propose_links
from candour.domain.chronology.returned import Returned, interpret
from candour.domain.returns.tables import ReturnFile, Row, Table

HEADINGS = ("Date", "Time", "Event", "Action", "Told", "Status", "No", "People")


def a_return(file: str, *rows: tuple, headings: tuple = HEADINGS) -> Returned:
    numbered = (headings, *rows)
    table = Table("", tuple(Row(n, cells) for n, cells in enumerate(numbered, start=1)))
    return interpret(
        ReturnFile(file, "csv", hashlib.sha256(repr(numbered).encode()).hexdigest(), 1, (table,))
    )


BRENT = a_return(
    "Brent Police.csv",
    ("15/7/1999", "", "Police protection withdrawn after opinion of scabies", "", "Ealing Housing", "told"),
    ("14/7/1999", "14:30", "Referral from the hospital, protection taken", "", "Ealing Housing", "told"),
)
EALING = a_return(
    "Ealing Housing.csv",
    ("14 July 1999", "", "Hospital refers; police asked for protection", "", "Brent Police", "told"),
    ("July 1999", "", "Rent arrears letter sent", "", "", ""),
)


def test_entries_stand_in_order_of_time_the_narrower_first():
    entries = integrate([BRENT, EALING]).chronology.entries

    assert [entry.when.edtf for entry in entries] == [
        *("1999-07", "1999-07-14", "1999-07-14T14:30:00", "1999-07-15"),
    ]


def test_what_ended_before_a_day_stands_where_it_ended():
    entries = integrate(
        [
            a_return(
                "A.csv",
                ("before 2 May 1999", "", "Moved"),
                ("30/4/1999", "", "Seen"),
                ("3/5/1999", "", "Left"),
            )
        ]
    ).chronology.entries

    assert [entry.event for entry in entries] == ["Seen", "Moved", "Left"]


def test_an_agency_keeps_its_own_order_within_a_day():
    rows = [("1/5/1999", "", f"Event {n}", "", "", "", n) for n in ("10", "9", "2")]
    entries = integrate([a_return("A.csv", *rows)]).chronology.entries

    assert [entry.event for entry in entries] == ["Event 2", "Event 9", "Event 10"]


def test_the_order_of_the_returns_makes_no_difference():
    there, back = integrate([BRENT, EALING]), integrate([EALING, BRENT])

    assert there.chronology.as_json() == back.chronology.as_json()
    assert there.links == back.links


def test_an_id_does_not_depend_on_the_name_of_the_file():
    rows = (("1/5/1999", "", "Visit"), ("1/5/1999", "", "Visit"), ("2/5/1999", "", "Call"))
    said = ("Agency",)
    with_agency = [(*row, *("",) * 5, "Brent Police") for row in rows]
    one = integrate([a_return("first.csv", *with_agency, headings=HEADINGS + said)])
    other = integrate([a_return("later.csv", *with_agency, headings=HEADINGS + said)])

    assert [e.id for e in one.chronology.entries] == [e.id for e in other.chronology.entries]


def test_equal_rows_are_two_entries_with_two_ids():
    entries = integrate(
        [a_return("A.csv", ("1/5/1999", "", "Visit"), ("1/5/1999", "", "Visit"))]
    ).chronology.entries

    assert len({entry.id for entry in entries}) == 2


def test_told_names_are_matched_when_every_return_is_there_and_listed_when_none_matches():
    rows = (("1/5/1999", "", "Visit", "", "BRENT POLICE; the ward", "told"),)
    merged = integrate([BRENT, a_return("Ealing Housing.csv", *rows)])
    told = next(entry for entry in merged.chronology.entries if entry.event == "Visit").told

    assert [(one.name, one.agency) for one in told] == [("BRENT POLICE", "Brent Police"), ("the ward", None)]
    assert merged.unmatched_names == ("the ward",)


def test_accounts_of_one_event_are_proposed_as_linked_with_the_reason():
    merged = integrate([BRENT, EALING])
    events = {entry.id: entry.event for entry in merged.chronology.entries}
    best = merged.links[0]

    assert {events[best.a], events[best.b]} == {
        *("Referral from the hospital, protection taken", "Hospital refers; police asked for protection"),
    }
    assert best.why.startswith("same day; ")
    assert "each name the other as told" in best.why


def test_a_proposed_event_holds_one_entry_an_agency_and_changes_neither_account():
    chronology = integrate([BRENT, EALING]).chronology

    assert [event.state for event in chronology.events] == ["proposed"]
    for event in chronology.events:
        agencies = [entry.agency for entry in chronology.entries if entry.id in event.entries]
        assert sorted(agencies) == sorted(set(agencies))


def test_entries_of_one_agency_and_entries_far_apart_are_never_linked():
    rows = [
        ("1/5/1999", "", "Home visit by health visitor"),
        ("1/5/1999", "", "Home visit by health visitor"),
    ]
    far = [("9/5/1999", "", "Home visit by health visitor")]

    assert integrate([a_return("A.csv", *rows), a_return("B.csv", *far)]).links == ()


def test_a_vague_date_weakens_a_link():
    exact = [
        a_return("A.csv", ("14/7/1999", "", "Strategy meeting held")),
        a_return("B.csv", ("14/7/1999", "", "Strategy meeting held")),
    ]
    vague = [exact[0], a_return("B.csv", ("July 1999", "", "Strategy meeting held"))]
    scores = [
        propose_links(integrate(returns).chronology.entries, at_least=0)[0].score
        for returns in (exact, vague)
    ]

    assert scores[0] > 1.5 * scores[1]


def test_links_below_the_mark_are_not_proposed():
    assert integrate([BRENT, EALING], links_at=1.0).links == ()


def kinds(*returns: Returned) -> list[tuple[str, str, str]]:
    return [(str(one.kind), one.says_a, one.says_b) for one in integrate(returns).conflicts]


def test_linked_accounts_with_different_days_are_a_question():
    a = a_return("A.csv", ("4/8/1999", "", "Carer interviewed at the office", "", "B", "told"))
    b = a_return("B.csv", ("5/8/1999", "", "Carer interviewed at office", "", "A", "told"))

    assert kinds(a, b) == [("date", "4/8/1999", "5/8/1999")]


def test_linked_accounts_with_different_clocks_are_a_question():
    a = a_return("A.csv", ("4/8/1999", "09:00", "Carer interviewed at the office", "", "B", "told"))
    b = a_return("B.csv", ("4/8/1999", "10:15", "Carer interviewed at office", "", "A", "told"))

    assert [kind for kind, *_ in kinds(a, b)] == ["time"]


def test_accounts_that_name_different_people_are_a_question():
    a = a_return("A.csv", ("4/8/1999", "", "Carer interviewed at the office", "", "B", "told", "", "Anna"))
    b = a_return("B.csv", ("4/8/1999", "", "Carer interviewed at office", "", "A", "told", "", "Victoria C"))

    assert kinds(a, b) == [("person", "Anna", "Victoria C")]


def test_told_here_and_not_told_there_is_a_question():
    a = a_return("A.csv", ("4/8/1999", "", "Carer interviewed at the office", "", "B", "told"))
    b = a_return("B.csv", ("4/8/1999", "", "Carer interviewed at the office", "", "A", "not told"))

    assert kinds(a, b) == [("told", "B told", "A not told")]


def test_a_telling_the_return_calls_disputed_is_a_question_of_one_row():
    only = integrate([a_return("A.csv", ("4/8/1999", "", "Faxed", "", "B", "disputed"))]).conflicts[0]

    assert only.kind is ConflictKind.TOLD
    assert only.a is only.b


def test_rows_numbered_against_their_dates_are_a_question():
    rows = [("2/5/1999", "", "First", "", "", "", "1"), ("1/5/1999", "", "Second", "", "", "", "2")]

    assert kinds(a_return("A.csv", *rows)) == [("order", "no. 1, 2/5/1999", "no. 2, 1/5/1999")]
