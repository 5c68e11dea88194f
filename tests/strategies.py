"""The one home of hypothesis generators: small, named for what they give."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from hypothesis import assume
from hypothesis import strategies as st

from candour.domain.chronology.entry import Chronology, Entry, Kind, Status, Telling
from candour.domain.moments import Fate, Moment, Precision
from candour.domain.returns.tables import Place
from candour.domain.rules import Answer, Comparison, FactKind, Sign, Tree
from candour.domain.rules import Kind as NodeKind
from tests.writing_returns import MadeTable

TYPED = "abcxyz ABC 0123456789 .,:/?!&<>'\"()“”‘’–£éü"
"""Letters of made-up cells; each is in Windows-1252 too, and no two of them look like UTF-8 there."""

SPELLINGS = (
    "14 July 1999",
    "14/7/99",
    "c. 20 July 1999",
    "Aug 99",
    "week of 4/5/99",
    "see log",
    "31/02/1999",
    "",
)
EVENTS = ("Invented home visit", "Invented call, told of injuries", "No involvement in this period", "")


@st.composite
def placed_moments(draw: st.DrawFn) -> Moment:
    """A day, a time, a month, a span, or one with an open end, in two years, so that many meet."""
    first = draw(st.dates(date(1999, 1, 1), date(2000, 12, 31)))
    days = draw(st.sampled_from([0, 0, 0, 6, 30, 120]))
    earliest: datetime | None = datetime.combine(first, time(0, 0))
    latest: datetime | None = datetime.combine(first + timedelta(days=days), time(23, 59))
    if days == 0 and draw(st.booleans()):
        earliest = latest = datetime.combine(first, time(draw(st.integers(0, 23)), 30))
    open_at = draw(st.sampled_from(["neither", "neither", "neither", "start", "end"]))
    return Moment(
        text="invented",
        fate=Fate.PLACED,
        earliest=None if open_at == "start" else earliest,
        latest=None if open_at == "end" else latest,
        precision=draw(st.sampled_from([Precision.DAY, Precision.MONTH, Precision.INTERVAL])),
        rule="invented",
    )


def unplaced_moments() -> st.SearchStrategy[Moment]:
    return st.just(Moment(text="see log", fate=Fate.HELD, refused="It could not be read."))


def answers_to(names: Sequence[str]) -> st.SearchStrategy[dict[str, Answer]]:
    """Answers to some of the facts named: yes, no, or unknown said aloud."""
    return st.dictionaries(st.sampled_from(names), st.sampled_from(Answer))


def trees(names: Sequence[str]) -> st.SearchStrategy[Tree]:
    """Trees over the facts named, in which a fact may well stand in several places."""
    facts = st.builds(Tree, kind=st.just(NodeKind.FACT), fact=st.sampled_from(names))
    return st.recursive(facts, _joined_trees, max_leaves=8)


def typed_trees(kinds: Mapping[str, FactKind]) -> st.SearchStrategy[Tree]:
    """As `trees`, over facts of the kinds given: numbers and days are compared with a few near ones."""

    def leaf(name: str) -> st.SearchStrategy[Tree]:
        if kinds[name] is FactKind.YES_NO:
            return st.just(Tree(NodeKind.FACT, name))
        number = kinds[name] is FactKind.NUMBER
        to = st.integers(0, 5) if number else st.dates(date(2020, 1, 2), date(2020, 1, 5))
        sign = st.sampled_from([one for one in Sign if one.kind is kinds[name]])
        asks = st.builds(Comparison, sign, to)
        return st.builds(Tree, kind=st.just(NodeKind.FACT), fact=st.just(name), asks=asks)

    return st.recursive(st.sampled_from(sorted(kinds)).flatmap(leaf), _joined_trees, max_leaves=8)


def _joined_trees(inner: st.SearchStrategy[Tree]) -> st.SearchStrategy[Tree]:
    several = st.lists(inner, min_size=2, max_size=3).map(tuple)
    joint = st.sampled_from([NodeKind.BOTH, NodeKind.EITHER])
    opposite = st.builds(Tree, kind=st.just(NodeKind.NOT), of=st.tuples(inner))
    return st.builds(Tree, kind=joint, of=several) | opposite


def tellings(agencies: Sequence[str]) -> st.SearchStrategy[Telling]:
    """To one of the agencies, or to a name that matches none; of any status, dated or not."""
    return st.builds(
        Telling,
        name=st.sampled_from(["the duty team", "a nurse"]),
        agency=st.sampled_from([*agencies, None]),
        on=st.none() | placed_moments() | unplaced_moments(),
        status=st.sampled_from(Status),
    )


@st.composite
def chronologies(draw: st.DrawFn) -> Chronology:
    """Up to eight entries of three agencies, with up to three tellings each, each with an id of its own."""
    agencies = ("Health", "Police", "School")
    entries = st.builds(
        Entry,
        id=st.just(""),
        agency=st.sampled_from(agencies),
        place=st.just(Place("invented.csv", "", 2)),
        when=placed_moments(),
        event=st.sampled_from(["Invented visit", "Referred on"]),
        recorded=st.none() | placed_moments() | unplaced_moments(),
        kind=st.sampled_from([Kind.ENTRY, Kind.ENTRY, Kind.GAP_STATEMENT]),
        told=st.lists(tellings(agencies), max_size=3).map(tuple),
        flags=st.sampled_from([(), (), ("child_seen",), ("child_not_seen",)]),
    )
    drawn = draw(st.lists(entries, max_size=8))
    return Chronology(agencies, tuple(_in_row(one, n) for n, one in enumerate(drawn, start=2)))


def _in_row(entry: Entry, row: int) -> Entry:
    return replace(entry, id=f"e{row}", place=Place("invented.csv", "", row))


def cell_words(alphabet: str = TYPED) -> st.SearchStrategy[str]:
    """What may stand in a cell of text: a few words, two lines, nothing, or spaces that look like nothing."""
    said = st.text(st.sampled_from(alphabet), min_size=1, max_size=12).map(str.strip).filter(bool)
    two_lines = st.builds("{}\n{}".format, said, said)
    return st.one_of(said, said, two_lines, st.sampled_from(["", "", "  ", "\xa0", "Mother’s £20", " led "]))


@st.composite
def made_tables(draw: st.DrawFn, alphabet: str = TYPED, merged: bool = True) -> MadeTable:
    """Up to four columns and eight rows of words, whole rows blank at random, some cells merged downwards."""
    width, height = draw(st.integers(1, 4)), draw(st.integers(1, 8))
    words = cell_words(alphabet)
    rows = draw(st.lists(st.lists(words, min_size=width, max_size=width), min_size=height, max_size=height))
    for number in draw(st.sets(st.integers(0, height - 1), max_size=2)):
        rows[number] = [""] * width
    merges = draw(_merges(width, height)) if merged else ()
    for column, first, last in merges:
        for number in range(first + 1, last + 1):
            rows[number][column] = ""
    assume(any(cell.strip() for row in rows for cell in row))
    return MadeTable(tuple(map(tuple, rows)), merges)


@st.composite
def _merges(draw: st.DrawFn, width: int, height: int) -> tuple[tuple[int, int, int], ...]:
    """At most one in each column, from one row to a lower one."""
    found = []
    for column in range(width):
        first, last = draw(st.integers(0, height - 1)), draw(st.integers(0, height - 1))
        if first < last and draw(st.booleans()):
            found.append((column, first, last))
    return tuple(found)


@st.composite
def made_returns(draw: st.DrawFn) -> MadeTable:
    """A return as agencies send them: a title block, headings, entries, and much that is not an entry.

    Date cells may be merged downwards; there are blank rows, month headings, repeated headings, notes, rows
    without a date or without words, and dates that nobody can read.
    """
    titles = draw(st.lists(st.sampled_from(["Agency: Invented Trust", "Chronology", ""]), max_size=2))
    headings = ("Date", "Event", "Told")
    row = st.one_of(
        st.tuples(st.sampled_from(SPELLINGS), st.sampled_from(EVENTS), st.sampled_from(["", "Police"])),
        st.tuples(st.sampled_from(["July 1999", "# a note", "", "1999"]), st.just(""), st.just("")),
        st.tuples(st.just(""), st.sampled_from(EVENTS), st.just("")),
        st.just(headings),
    )
    body = draw(st.lists(row, min_size=1, max_size=12))
    rows = [*((one, "", "") for one in titles), headings, *body]
    first = draw(st.integers(len(titles) + 1, len(rows) - 1))
    last = draw(st.integers(first, len(rows) - 1))
    if last == first or not rows[first][0]:
        return MadeTable(tuple(rows))
    for number in range(first + 1, last + 1):
        rows[number] = ("", *rows[number][1:])
    return MadeTable(tuple(rows), ((0, first, last),))


def invented_names() -> st.SearchStrategy[str]:
    """Forename and surname out of syllables that stand in no English word and in no `unlike_words`."""
    syllables = st.lists(st.sampled_from(["zuv", "kix", "jov", "vaz", "xel"]), min_size=2, max_size=3)
    word = syllables.map(lambda several: "".join(several).capitalize())
    return st.tuples(word, word).map(" ".join)


def unlike_words() -> st.SearchStrategy[str]:
    """Text in letters that an invented name has none of, neither as they are, backwards, nor by rot13."""
    return st.text(alphabet="bdfgpqst ,.\n", max_size=40)


UK_STYLES = (
    "{d.day}/{d.month}/{d.year}",
    "{d:%d/%m/%Y}",
    "{d:%d.%m.%Y}",
    "{d:%d-%m-%Y}",
    "{d.day} {d.month} {d.year}",
    "{d:%Y-%m-%d}",
    "{d:%Y/%m/%d}",
    "{d.day} {d:%B %Y}",
    "{d.day} {d:%b %Y}",
    "{d:%d-%b-%Y}",
    "{d.day}{nth} {d:%B} {d.year}",
    "{d.day} {nth} of {d:%B}, {d.year}",
    "the {d.day}{nth} of {d:%B} {d.year}",
    "{d:%A} {d.day}{nth} {d:%B %Y}",
    "{d:%a} {d:%d/%m/%Y}",
    "{d:%B} {d.day}, {d.year}",
    "{d:%b} {d.day}{nth} {d.year}",
    "{d.year} {d:%B} {d.day}",
    "on {d:%A}, {d.day} {d:%B %Y}",
    "{d:%d}/{d:%b}/{d.year}",
)
"""Ways in which a day is written in UK records, each of which names just that day."""


def days_of_our_time() -> st.SearchStrategy[date]:
    """Days that a review may tell of; 1 January 1900 is what systems fill in, and is left out."""
    return st.dates(date(1900, 1, 2), date(2099, 12, 31))


@st.composite
def days_as_written(draw: st.DrawFn) -> tuple[date, str]:
    """A day, and a way in which it is written."""
    day = draw(days_of_our_time())
    nth = "th" if 11 <= day.day <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    return day, draw(st.sampled_from(UK_STYLES)).format(d=day, nth=nth)


@st.composite
def spellings_gone_wrong(draw: st.DrawFn, spellings: Sequence[str]) -> str:
    """A real spelling with letters lost, added or doubled, or joined to another: what slips make of dates."""
    words = draw(st.sampled_from(spellings))
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(words)))
        joined = draw(st.sampled_from(["", " - ", " to ", "/", " or ", ", ", " ("]))
        slip = draw(st.sampled_from(["lose", "add", "double", "cut", "join"]))
        letter = draw(st.sampled_from("0123456789/.-:,;?~()[]'\" xXTlO\n½º–") | st.characters())
        words = {
            "lose": words[:at] + words[at + 1 :],
            "add": words[:at] + letter + words[at:],
            "double": words[:at] + words[at : at + 1] + words[at:],
            "cut": words[:at],
            "join": words + joined + draw(st.sampled_from(spellings)),
        }[slip]
    return words
