"""A board's log: columns found or pointed at, dates never guessed, words that are not known asked."""

from __future__ import annotations

from datetime import date

import pytest

from candour.domain.logs import Known, LogField, SaidOfLog, find_log_heading, log_words, read_log
from candour.domain.logs.words import Meaning, Means, read_log_words
from candour.domain.moments import Fate
from candour.domain.returns.tables import ReturnFile, Row, Table
from candour.domain.rules import Answer
from candour.domain.trouble import Trouble, Troubles

TODAY = date(2014, 12, 4)
HEADINGS = ("Ref", "Child", "Date of incident", "Date of referral", "Outcome", "Date of decision")
ONE_LAW = [("a.law", "A law")]


def log_of(*rows, headings=HEADINGS):
    cells = [headings, *rows]
    table = Table("Log", tuple(Row(n, tuple(one)) for n, one in enumerate(cells, start=1)))
    return ReturnFile("log.xlsx", "xlsx", "0" * 64, 1, (table,))


def read(*rows, laws=ONE_LAW, **rest):
    return read_log(log_of(*rows), words=log_words(), laws=lambda _: laws, today=TODAY, **rest).rows


def only(row, **rest):
    (one,) = read(row, **rest)
    return one


def test_the_headings_are_found_under_titles_and_above_notes():
    rows = (("Northmoor: log of cases",) * 6, HEADINGS, ("1", "AB", "", "3 May 2012", "SCR", "1 June 2012"))
    table = Table("Log", tuple(Row(n, one) for n, one in enumerate(rows, start=1)))
    heading = find_log_heading(table, log_words())
    assert heading is not None
    assert (heading.row, heading.columns[LogField.NOTIFIED_ON]) == (2, 3)


def test_a_sheet_that_is_no_log_is_said_to_be_none():
    with pytest.raises(Trouble, match="does not read like a log") as told:
        read_log(log_of(headings=("Post", "Room")), words=log_words(), laws=lambda _: [], today=TODAY)
    assert "Point at the row" in told.value.do


def test_a_person_says_what_a_column_is_and_which_is_left_out():
    said = SaidOfLog(columns={LogField.OUTCOME: "Bespoke"}, left_out=frozenset({"Outcome"}))
    file = log_of(
        ("1", "3 May 2012", "SCR", "nothing"), headings=("Ref", "Date of referral", "Bespoke", "Outcome")
    )
    heading = find_log_heading(file.tables[0], log_words(), SaidOfLog.from_json(said.as_json()))
    assert heading is not None
    assert heading.columns[LogField.OUTCOME] == 2


@pytest.mark.parametrize(
    ("words", "means"),
    [
        ("SCR", Means.REVIEW),
        ("Serious Case Review", Means.REVIEW),
        ("No SCR", Means.NO_REVIEW),
        ("Rapid review only", Means.NO_REVIEW),
        ("IMR only", Means.OTHER_REVIEW),
        ("L.L.R", None),
        ("LLR", Means.OTHER_REVIEW),
        ("SCR (not met)", None),
        ("pending", Means.UNDECIDED),
        ("SCR?", None),
    ],
)
def test_an_outcome_is_known_by_its_word_or_asked(words, means):
    one = only(("1", "AB", "", "3 May 2012", words, "1 June 2012"))
    if means is None:
        assert (one.fate, one.code) == (Fate.HELD, "unknown_outcome")
        assert one.question.written == words
    elif means is Means.UNDECIDED:
        assert one.fate is Fate.PLACED
        assert one.case.earlier is None
    else:
        assert one.case.earlier.meaning.means is means
        assert one.case.earlier.words == words


def test_the_order_of_day_and_month_is_asked_once_a_row_has_the_month_first():
    month_first = ("1", "AB", "", "05/04/2012", "SCR", "06/13/2012")
    day_first = ("2", "CD", "", "25/04/2012", "SCR", "07/06/2012")
    asked = ("3", "EF", "", "05/04/2012", "SCR", "07/06/2012")
    assert only(asked).fate is Fate.PLACED
    assert only(asked).day_first == ("05/04/2012", "07/06/2012")
    first, second, third = read(month_first, day_first, asked)
    assert first.case.earlier.decided_on == date(2012, 6, 13)
    assert first.case.notified_on == date(2012, 4, 5)  # another date of its column has the day first
    assert (second.fate, third.fate, second.question.ask) == (Fate.HELD, Fate.HELD, "decided_on")
    assert second.question.readings == ("2012-06-07", "2012-07-06")
    answers = {third.question.key: "2012-07-06"}
    assert read(month_first, day_first, asked, answers=answers)[2].case.earlier.decided_on == date(2012, 7, 6)


def test_a_month_first_in_one_column_puts_every_other_column_in_doubt():
    first, second = read(
        ("1", "AB", "", "3 May 2012", "SCR", "06/13/2012"), ("2", "CD", "", "05/04/2012", "", "")
    )
    assert (first.fate, second.fate, second.question.ask) == (Fate.PLACED, Fate.HELD, "notified_on")


def test_a_day_still_to_come_is_not_offered_as_the_answer():
    assert only(("1", "AB", "", "3 May 2015", "", "")).question.readings == ()


def test_a_second_table_below_the_first_is_read_under_its_own_headings():
    second = ("Date of decision", "Outcome", "Ref", "Child", "Date of referral", "")
    rows = read(
        ("1", "AB", "", "3 May 2012", "SCR", "1 June 2012"),
        second,
        ("9 June 2012", "No SCR", "2", "CD", "4 May 2012", ""),
    )
    assert [(one.fate, one.case.reference, one.case.notified_on.day) for one in rows] == [
        (Fate.PLACED, "1", 3),
        (Fate.PLACED, "2", 4),
    ]


def test_two_tables_side_by_side_are_not_read_as_one():
    headings = ("Ref", "Date of referral", "Outcome", "Ref", "Date of referral", "Outcome")
    file = log_of(("1", "3 May 2012", "", "2", "4 May 2012", ""), headings=headings)
    (one,) = read_log(file, words=log_words(), laws=lambda _: ONE_LAW, today=TODAY).rows
    assert (one.fate, one.code) == (Fate.HELD, "two_cases")


def test_cells_that_disagree_about_the_harm_leave_it_unknown():
    file = log_of(("1", "3 May 2012", "Death", "No"), headings=("Ref", "Date of referral", "Type", "Died"))
    (one,) = read_log(file, words=log_words(), laws=lambda _: ONE_LAW, today=TODAY).rows
    assert (one.case.died, one.case.harm) == (Answer.UNKNOWN, "Death; died: No")


def test_a_heading_with_another_name_makes_no_case_twice():
    row = ("1", "AB", "", "3 May 2012", "SCR", "1 June 2012")
    before = only(row)
    known = {before.fingerprint: Known("an older log, row 2", before.cells)}
    for changed, code in ((row, ""), ((*row[:4], "No SCR", row[5]), "changed")):
        file = log_of(changed, headings=("Reference", *HEADINGS[1:]))
        (one,) = read_log(file, words=log_words(), laws=lambda _: ONE_LAW, today=TODAY, known=known).rows
        assert (bool(one.taken_in), one.code) == (not code, code)


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (("1", "AB", "", "", "SCR", "1 June 2012"), "no_date"),
        (("1", "AB", "", "May 2012", "SCR", "1 June 2012"), "not_one_day"),
        (("1", "AB", "", "c. 3 May 2012", "SCR", "1 June 2012"), "not_one_day"),
        (("1", "AB", "", "31/02/2012", "SCR", "1 June 2012"), "impossible_date"),
        (("1", "AB", "", "3 May 2015", "SCR", "1 June 2015"), "after"),
        (("1", "AB", "9 May 2012", "3 May 2012", "SCR", "1 June 2012"), "after"),
        (("1", "AB", "", "3 May 2012", "SCR", "1 May 2012"), "before"),
        (("1", "AB", "", "3 May 2012", "SCR", ""), "no_date"),
        (("1", "AB", "", "3 May 2012", "", "1 June 2012"), "no_outcome"),
    ],
)
def test_a_row_that_leaves_a_doubt_is_held_with_its_reason(row, code):
    one = only(row)
    assert (one.fate, one.code) == (Fate.HELD, code)
    assert one.reason.endswith(".")
    assert one.question is not None


def test_an_outcome_told_in_sentences_is_asked_of_its_row_alone():
    told = "The panel could not agree and the chair asked each agency to look again. " * 3
    one = only(("1", "AB", "", "3 May 2012", told, "1 June 2012"))
    assert one.question.about == f"row:{one.fingerprint}"
    assert (
        only(
            ("1", "AB", "", "3 May 2012", told, "1 June 2012"), answers={one.question.key: "no_review"}
        ).case.earlier.words
        == told.strip()
    )


@pytest.mark.parametrize(("laws", "code"), [([], "no_law"), ([("a", "A"), ("b", "B")], "several_laws")])
def test_the_law_is_asked_where_there_is_not_just_one(laws, code):
    row = ("1", "AB", "", "3 May 2012", "SCR", "1 June 2012")
    one = only(row, laws=laws)
    assert one.code == code
    answer = "b" if laws else "no_law"
    assert only(row, laws=laws, answers={one.question.key: answer}).case.law == answer.removeprefix("no_law")
    wrong = {one.question.key: "no_law" if laws else "b"}
    assert only(row, laws=laws, answers=wrong).fate is Fate.HELD


def test_the_same_row_twice_is_refused_and_the_same_reference_is_asked():
    row = ("1", "AB", "", "3 May 2012", "SCR", "1 June 2012")
    fates = read(row, row, (*row[:4], "No SCR", "1 June 2012"))
    assert [one.code for one in fates] == ["", "twice", "same_reference"]
    assert fates[1].reason.endswith("log.xlsx, Log, row 2.")
    kept = {fates[2].question.key: "own_case"}
    assert [one.fate for one in read(row, (*row[:4], "No SCR", "1 June 2012"), answers=kept)] == [
        Fate.PLACED
    ] * 2


def test_a_row_that_came_in_before_stays_whatever_is_answered_since():
    held = ("1", "AB", "", "May 2012", "SCR", "1 June 2012")
    before = only(held)
    after = only(held, known={before.fingerprint: Known("an older log, row 9", before.cells)})
    assert (after.fate, after.taken_in) == (Fate.PLACED, "an older log, row 9")


def test_what_kind_of_harm_is_read_in_words_and_no_more_than_they_say():
    headings = (*HEADINGS, "Type", "Abuse or neglect")
    row = ("1", "AB", "", "3 May 2012", "", "", "Death - neglect", "Mother says so")
    file = log_of(row, headings=headings)
    (one,) = read_log(file, words=log_words(), laws=lambda _: ONE_LAW, today=TODAY).rows
    assert (one.case.died, one.case.seriously_harmed) == (Answer.YES, Answer.UNKNOWN)
    assert one.case.abuse_or_neglect is Answer.YES
    assert one.case.harm == "Death - neglect; abuse or neglect: Mother says so"


def test_a_word_cannot_mean_two_things_in_the_pack():
    pack = """
    [headings]
    [answers]
    yes = ["y"]
    no = ["n"]
    unknown = ["?"]
    [[outcomes]]
    means = "review"
    words = ["SCR"]
    [[outcomes]]
    means = "no_review"
    words = ["scr"]
    """
    with pytest.raises(Troubles, match="another meaning above"):
        read_log_words(pack, "board_logs.toml")


def test_an_answer_is_an_outcome_of_the_field_or_none():
    assert str(Meaning.read("other_review:local_learning")) == "other_review:local_learning"
    for wrong in ("other_review", "review:single_agency", "perhaps"):
        with pytest.raises(ValueError, match=r"is no outcome|is not a valid"):
            Meaning.read(wrong)
