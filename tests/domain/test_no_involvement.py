"""An agency's word that it had nothing to do with a family is a statement; silence without it is an error."""

from __future__ import annotations

import pytest

from candour.domain.chronology.entry import Kind
from candour.domain.chronology.ledger import ledger_as_json
from candour.domain.chronology.returned import entries_answered, interpret
from candour.domain.moments import read
from candour.domain.returns.mapping import NOTHING_SAID
from candour.domain.returns.no_involvement import says_no_involvement, time_without
from candour.domain.returns.tables import ReturnFile, Row, Table
from candour.domain.trouble import Trouble

HEADINGS = ("Date", "Event", "Action")
A_TIME = "between 1 January 2015 and 31 December 2016"


def sent(*rows, said=()):
    table = Table("Sheet", tuple(Row(n, cells) for n, cells in enumerate(rows, start=1)))
    return ReturnFile("vale.xlsx", "xlsx", "0" * 64, 1, (table,) if rows else (), tuple(said))


@pytest.mark.parametrize(
    "file",
    [
        sent((f"Vale Probation had no involvement with this family {A_TIME}.",), HEADINGS),
        sent(("Agency: Vale Probation",), HEADINGS, (f"The service had no involvement {A_TIME}",)),
        sent(HEADINGS, said=["Agency: Vale Probation", f"We hold no records of contact {A_TIME}."]),
        sent(said=[f"Dear colleague, we can confirm that we had no involvement {A_TIME}."]),
    ],
)
def test_a_return_whose_only_words_are_that_there_was_nothing_is_one_statement(file):
    returned = interpret(file)
    [entry] = returned.entries()

    assert entry.kind is Kind.GAP_STATEMENT
    assert entry.when.edtf == "2015-01-01/2016-12-31"
    ledger = ledger_as_json([returned], [entry], [])["files"][0]
    assert (ledger["rows_in"], ledger["placed"], ledger["held"]) == (1, 1, 0)


@pytest.mark.parametrize(
    "file", [sent(("The trust was not involved.",), HEADINGS), sent(said=["We had no involvement."])]
)
def test_where_the_time_is_not_said_a_person_says_it(file):
    returned = interpret(file)
    [held] = [one for one in returned.fates if getattr(one, "code", "") == "no_period"]
    answers = {(held.part, held.row): read(A_TIME)}

    assert [entry.when.edtf for entry in interpret(file, answers=answers).entries()] == [
        "2015-01-01/2016-12-31"
    ]
    assert [one.cells for one in entries_answered(returned, NOTHING_SAID, answers)] == [
        one.cells for one in interpret(file, answers=answers).entries()
    ]


@pytest.mark.parametrize("file", [sent(HEADINGS), sent(("No records may be copied",), HEADINGS)])
def test_headings_without_rows_and_without_a_word_stop_the_merge(file):
    with pytest.raises(Trouble, match="has headings but no rows under them"):
        interpret(file)


@pytest.mark.parametrize(
    "words",
    [
        f"Mother had no contact with father {A_TIME}",
        f"The school nurse had no contact with mother {A_TIME}",
        f"It was noted that there was no contact {A_TIME}",
    ],
)
def test_what_is_said_of_other_people_is_no_statement_of_the_agency(words):
    assert not says_no_involvement(words, "Vale School")
    assert time_without(words, "Vale School") is None


def test_a_statement_of_one_day_covers_no_time():
    assert says_no_involvement("No contact on 3 May 2016")
    assert time_without("No contact on 3 May 2016") is None
