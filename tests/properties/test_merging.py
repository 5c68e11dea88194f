"""Laws of merging: each entry once, whatever the order given; the same files, again, change nothing."""

from __future__ import annotations

import hashlib
import json
import random
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from candour.domain.agencies import fold_name
from candour.domain.chronology.corrections import Compared, compare
from candour.domain.chronology.corrections import Row as OneRow
from candour.domain.chronology.entry import Entry
from candour.domain.chronology.integrate import entry_id, integrate
from candour.domain.chronology.returned import Returned, interpret
from candour.domain.moments import read
from candour.domain.returns.tables import Place, ReturnFile, Row, Table
from tests.strategies import EVENTS, SPELLINGS, cell_words

HEADINGS = ("Date", "Event", "Who was told", "Child seen")
TOLD = ("Invented School; invented  POLICE", "a neighbour", "", "Invented Health")
AGENCIES = ("Invented Health", "Invented Police", "Invented School")


@st.composite
def returns(draw: st.DrawFn) -> list[Returned]:
    """Up to four returns of three agencies; equal rows within and between them are likely."""
    rows = st.tuples(*map(st.sampled_from, (SPELLINGS, EVENTS, TOLD, ("Yes", ""))))
    made = []
    for number in range(draw(st.integers(1, 4))):
        body = draw(st.lists(rows.filter(any), min_size=1, max_size=6))
        title = (f"Agency: {draw(st.sampled_from(AGENCIES))}",)
        made.append(
            _returned(f"{number}.csv", [title, HEADINGS, *body, ("1/5/1999", "Told of a fall", "", "")])
        )
    return made


def _returned(name: str, lines: list[tuple[str, ...]]) -> Returned:
    rows = tuple(Row(number, tuple(line)) for number, line in enumerate(lines, start=1))
    sha = hashlib.sha256(json.dumps(lines).encode()).hexdigest()
    return interpret(ReturnFile(name, "csv", sha, len(lines), (Table("", rows),)))


@given(returns())
def test_every_placed_row_is_in_the_chronology_once_under_an_id_of_its_own(made: list[Returned]) -> None:
    merged = integrate(made)
    entries = merged.chronology.entries

    assert Counter(one.place for one in entries) == Counter(
        one.place for each in made for one in each.entries()
    )
    assert len({one.id for one in entries}) == len(entries)


@given(returns(), st.randoms(use_true_random=False))
def test_a_merge_ignores_the_order_of_the_returns(made: list[Returned], drawn: random.Random) -> None:
    shuffled = drawn.sample(made, len(made))

    assert integrate(shuffled) == integrate(made)


@given(returns())
def test_merging_again_changes_nothing(made: list[Returned]) -> None:
    assert integrate(integrate(made).returns) == integrate(made)


@given(returns(), st.randoms(use_true_random=False))
def test_the_names_of_the_files_change_no_id_and_no_order(made: list[Returned], drawn: random.Random) -> None:
    names = drawn.sample([f"renamed-{n}.csv" for n in range(len(made))], len(made))
    renamed = [
        _returned(name, [row.cells for row in one.file.tables[0].rows])
        for name, one in zip(names, made, strict=True)
    ]

    ids = [(one.id, one.when.edtf) for one in integrate(renamed).chronology.entries]

    assert ids == [(one.id, one.when.edtf) for one in integrate(made).chronology.entries]


@given(
    st.text(max_size=12),
    st.dictionaries(cell_words() | st.text(max_size=4), st.text(st.characters(), max_size=12), max_size=5),
    st.integers(0, 12),
)
def test_an_id_is_made_of_the_json_of_agency_and_cells(
    agency: str, cells: dict[str, str], count: int
) -> None:
    draft = Entry("", agency, Place("a.csv", "", 2), read("1/5/1999"), "Visit", cells=cells)
    said = json.dumps([fold_name(agency), sorted(cells.items())], ensure_ascii=False)
    content = said.encode("utf-8", "surrogatepass") + str(count).encode()

    assert entry_id(draft, count) == "e" + hashlib.sha256(content).hexdigest()[:16]


def rows_of(one: Returned) -> list[OneRow]:
    days = ((entry, entry.when.earliest and entry.when.earliest.date()) for entry in one.entries())
    return [
        OneRow(entry.place.part, entry.place.row, entry.agency, entry.cells, day, entry.sequence, entry.event)
        for entry, day in days
    ]


@given(returns())
def test_the_same_file_sent_again_changes_nothing(made: list[Returned]) -> None:
    for one in made:
        again = _returned(one.file.file, [row.cells for row in one.file.tables[0].rows])
        same = tuple((row, row) for row in range(len(rows_of(one))))

        assert compare(rows_of(one), rows_of(again)) == Compared(same, (), (), ())


@given(returns(), st.randoms(use_true_random=False))
def test_the_same_rows_sent_in_another_order_are_all_the_same_rows(
    made: list[Returned], drawn: random.Random
) -> None:
    for one in made:
        rows = rows_of(one)
        compared = compare(rows, drawn.sample(rows, len(rows)))

        assert (compared.changed, compared.new, compared.gone) == ((), (), ())
        assert len(compared.same) == len(rows)
