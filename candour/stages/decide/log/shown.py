"""A log's ledger in words, as its page shows it: what would come in, what is asked, what is refused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from candour.domain.logs import Ask, LogLedger, LogRow, Question
from candour.domain.logs.fields import IN_WORDS
from candour.domain.logs.words import Means
from candour.domain.moments import Fate, from_edtf
from candour.domain.moments.spoken import spoken
from candour.domain.rules import load_regime, regime_names
from candour.stages.decide.log.models import LogAnswer
from candour.stages.decide.models import OtherReview

OUTCOMES: dict[str, str] = {
    "review": "A review under the law",
    **{
        f"other_review:{kind.value}": f"A review by another name: {kind.label[0].lower()}{kind.label[1:]}"
        for kind in OtherReview
    },
    "no_review": "No review",
    "undecided": "Not decided yet",
}
LONGEST_SHOWN = 60
"""Characters of a cell in a heading or as an example."""
TITLES = {
    Ask.NOTIFIED_ON: "On which day was it referred?",
    Ask.INCIDENT_ON: "When did it happen?",
    Ask.DECIDED_ON: "On which day was it decided?",
    Ask.OUTCOME: "What does the outcome come to?",
    Ask.LAW: "Which law do these fall under?",
    Ask.KEEP: "What becomes of this row?",
}


@dataclass(slots=True)
class Asked:
    """One question with every row that waits for its answer."""

    question: Question
    rows: list[LogRow] = field(default_factory=list)

    @property
    def title(self) -> str:
        if self.question.ask is Ask.OUTCOME and 0 < len(self.question.written) <= LONGEST_SHOWN:
            return f"What does “{self.question.written}” come to?"
        return TITLES[self.question.ask]

    @property
    def query(self) -> str:
        return urlencode({"ask": str(self.question.ask), "about": self.question.about})

    @property
    def why(self) -> str:
        """The reason of the first row; those of the others differ in the day at most."""
        return self.rows[0].reason

    @property
    def places(self) -> str:
        shown = [str(one.row) for one in self.rows[:6]]
        more = len(self.rows) - len(shown)
        return ", ".join(shown) + (f" and {more} more" if more else "")


def questions_of(ledger: LogLedger) -> list[Asked]:
    """Those that most rows wait for come first."""
    found: dict[tuple[str, str], Asked] = {}
    for row in ledger.of(Fate.HELD):
        if row.question is not None:
            found.setdefault(row.question.key, Asked(row.question)).rows.append(row)
    return sorted(found.values(), key=lambda one: -len(one.rows))


def would_come(rows: Iterable[LogRow]) -> list[str]:
    """What placed rows become, in phrases."""
    rows = list(rows)
    decided = Counter(one.case.earlier.meaning.means for one in rows if one.case and one.case.earlier)
    words = (
        (decided[Means.REVIEW], "decided: a review under the law"),
        (decided[Means.OTHER_REVIEW], "decided: a review by another name"),
        (decided[Means.NO_REVIEW], "decided: no review"),
        (len(rows) - decided.total(), "not decided"),
    )
    return [f"{count:,} {said}" for count, said in words if count]


def case_rows(rows: Iterable[LogRow]) -> Iterator[dict[str, Any]]:
    """Each placed row as it would come in."""
    for row in rows:
        case: Any = row.case
        yield {
            "row": row.row,
            "reference": case.reference or case.child,
            "notified_on": case.notified_on,
            "law": load_regime(case.law).short if case.law else "No pack holds the law of that day",
            "written": case.earlier.words if case.earlier else "",
            "read_as": OUTCOMES[str(case.earlier.meaning)] if case.earlier else OUTCOMES["undecided"],
            "decided_on": case.earlier.decided_on if case.earlier else None,
        }


def columns_shown(ledger: LogLedger) -> list[tuple[str, list[tuple[str, str, str]]]]:
    """By sheet: each heading, an example of what stands under it, and what it is read as."""
    return [
        (
            part,
            [
                (words, _example(ledger, part, words), IN_WORDS[read_as] if read_as else "")
                for words, read_as in named
            ],
        )
        for part, heading in ledger.headings.items()
        for named in [
            [
                (words, next((one for one, at in heading.columns.items() if at == column), None))
                for column, words in enumerate(heading.words)
            ]
        ]
    ]


def answer_in_words(said: LogAnswer) -> tuple[str, str]:
    """What was asked, and what was answered."""
    ask = Ask(said.ask)
    about = said.about if not said.about.startswith("row:") else "one row"
    if ask is Ask.LAW:
        about = ", ".join(law_in_words(one) for one in said.about.split("|"))
    return f"{TITLES[ask].rstrip('?')}: {about}", value_in_words(ask, said.answer)


def value_in_words(ask: Ask, answer: str) -> str:
    if ask is Ask.OUTCOME:
        return OUTCOMES.get(answer, answer)
    if ask is Ask.LAW:
        return law_in_words(answer)
    if ask is Ask.KEEP:
        return "A case of its own" if answer == "own_case" else "Left out"
    return spoken(from_edtf(answer))


def law_in_words(name: str) -> str:
    """The short name of a law; what is said where no pack holds one."""
    return load_regime(name).short if name in regime_names() else "No pack holds the law of that day"


def _example(ledger: LogLedger, part: str, heading: str) -> str:
    """The first words that stand under a heading, shortened."""
    rows = [one for one in ledger.rows if one.part == part and one.fate is not Fate.REFUSED]
    words = next((one.cells[heading] for one in rows if one.cells.get(heading)), "")
    return words if len(words) <= LONGEST_SHOWN else f"{words[: LONGEST_SHOWN - 3]}..."
