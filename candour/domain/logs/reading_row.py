"""One row of a log, read in order: when, under which law, what came of it; the first doubt is asked."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from candour.domain.logs.case import Case, Earlier
from candour.domain.logs.columns import LogHeading
from candour.domain.logs.dates_read import (
    TODAY,
    Doubtful,
    day_in,
    first_day,
    from_answer,
    moment_in,
    not_after,
)
from candour.domain.logs.fields import LogField
from candour.domain.logs.questions import ABOUT_ROW, NO_LAW, Answers, Ask, Question
from candour.domain.logs.words import HARMS, LogWords, Meaning, Means, fold
from candour.domain.moments import Moment
from candour.domain.moments.spoken import spoken_day
from candour.domain.returns.tables import Row
from candour.domain.rules import Answer

_LISTED = re.compile(r"[,;/\n]| & | and ")
LONGEST_WORD = 120
"""Characters. A longer outcome is a sentence of its own row, and no word that other rows share."""
Laws = Callable[[date], Sequence[tuple[str, str]]]
"""The laws in force on a day, each by its name and its short name."""


class Held(Exception):
    """A row that waits for a person: why, in a code and in words, and what is asked."""

    def __init__(self, code: str, reason: str, question: Question) -> None:
        super().__init__(reason)
        self.code, self.reason, self.question = code, reason, question


@dataclass(frozen=True, slots=True)
class Around:
    """What is the same for every row of one reading."""

    heading: LogHeading
    words: LogWords
    laws: Laws
    answers: Answers
    on_day: date
    """No date of a log comes after it."""
    month_first: frozenset[LogField]
    left_out: frozenset[str] = frozenset()


class RowReader:
    """Reads one row. `about` names it in questions that are asked of this row alone."""

    __slots__ = ("about", "around", "row")

    def __init__(self, row: Row, fingerprint: str, around: Around) -> None:
        self.row, self.around, self.about = row, around, f"{ABOUT_ROW}{fingerprint}"

    def case(self) -> Case:
        """Raises Held where a person must say something first."""
        try:
            notified = self._notified_on()
            harms, harm = self._harms()
            return Case(
                reference=self._words(LogField.REFERENCE),
                child=self._words(LogField.CHILD),
                notified_on=notified,
                law=self._law(notified),
                incident=self._incident(notified),
                notifier=self._words(LogField.NOTIFIER),
                agencies=tuple(
                    one.strip() for one in _LISTED.split(self._words(LogField.AGENCIES)) if one.strip()
                ),
                what_happened=self._words(LogField.WHAT_HAPPENED),
                died=harms[LogField.DIED],
                seriously_harmed=harms[LogField.SERIOUSLY_HARMED],
                abuse_or_neglect=harms[LogField.ABUSE_OR_NEGLECT],
                harm=harm,
                earlier=self._earlier(notified),
            )
        except Doubtful as doubt:
            question = Question(doubt.ask, self.about, doubt.written, doubt.readings)
            raise Held(doubt.code, doubt.reason, question) from None

    def _notified_on(self) -> date:
        if (said := self._answer(Ask.NOTIFIED_ON)) is not None:
            return said
        day = day_in(self.row, self.around.heading.columns, *self._of(LogField.NOTIFIED_ON))
        if day is None:
            written = self._words(LogField.NOTIFIED_ON)
            raise Doubtful(
                Ask.NOTIFIED_ON, "no_date", "No date of referral or notification is written.", written
            )
        not_after(day, self.around.on_day, LogField.NOTIFIED_ON, TODAY)
        return day

    def _incident(self, notified: date) -> Moment | None:
        if (said := self.around.answers.get((Ask.INCIDENT_ON, self.about))) is not None:
            return from_answer(said)
        moment = moment_in(self.row, self.around.heading.columns, *self._of(LogField.INCIDENT_ON))
        not_after(first_day(moment), notified, LogField.INCIDENT_ON, "the referral")
        return moment

    def _law(self, day: date) -> str:
        laws = dict(self.around.laws(day))
        if len(laws) == 1:
            return next(iter(laws))
        about = "|".join(sorted(laws)) or NO_LAW
        said = self.around.answers.get((Ask.LAW, about))
        if said in laws:
            return said
        if said == NO_LAW and not laws:
            return ""
        if not laws:
            reason = f"No pack holds a law that was in force on {spoken_day(day)}."
            raise Held("no_law", reason, Question(Ask.LAW, about))
        reason = f"{len(laws)} laws were in force on {spoken_day(day)}: {', '.join(laws.values())}."
        raise Held("several_laws", reason, Question(Ask.LAW, about, readings=tuple(laws)))

    def _earlier(self, notified: date) -> Earlier | None:
        written = self._words(LogField.OUTCOME)
        meaning = self._meaning(written)
        if meaning is None or meaning.means is Means.UNDECIDED:
            return None
        return Earlier(
            words=written,
            meaning=meaning,
            decided_on=self._decided_on(notified, written),
            reasons=self._words(LogField.REASONS),
            holder=self._words(LogField.HOLDER),
            review_reference=self._words(LogField.REVIEW_REFERENCE),
            published=self._words(LogField.PUBLISHED_ON),
        )

    def _meaning(self, written: str) -> Meaning | None:
        """What the outcome comes to; None where none is written. Raises Held for a word that is not known."""
        about = _asked_of(written) if 0 < len(written) <= LONGEST_WORD else self.about
        said = self.around.answers.get((Ask.OUTCOME, about))
        if said is not None:
            return Meaning.read(said)
        if written:
            known = self.around.words.outcomes.get(about)
            if known is None:
                reason = f"The outcome “{written}” is no word that is known here."
                raise Held("unknown_outcome", reason, Question(Ask.OUTCOME, about, written))
            return known
        if self._words(LogField.DECIDED_ON) and not self._undated(LogField.DECIDED_ON):
            raise Held(
                "no_outcome",
                "A date of decision is written, and no outcome.",
                Question(Ask.OUTCOME, about),
            )
        return None

    def _undated(self, field: LogField) -> bool:
        """Whether the cell only says that there is no date."""
        return moment_in(self.row, self.around.heading.columns, *self._of(field)) is None

    def _decided_on(self, notified: date, written: str) -> date:
        if (said := self._answer(Ask.DECIDED_ON)) is not None:
            return said
        day = day_in(self.row, self.around.heading.columns, *self._of(LogField.DECIDED_ON))
        if day is None:
            reason = f"The outcome is “{written}”, and no date of decision is written."
            raise Doubtful(Ask.DECIDED_ON, "no_date", reason, self._words(LogField.DECIDED_ON))
        not_after(day, self.around.on_day, LogField.DECIDED_ON, TODAY)
        if day < notified:
            reason = f"The decision, {spoken_day(day)}, comes before the referral, {spoken_day(notified)}."
            raise Doubtful(Ask.DECIDED_ON, "before", reason, day.isoformat(), (day.isoformat(),))
        return day

    def _harms(self) -> tuple[dict[LogField, Answer], str]:
        """Each answer, and what the log says of the harm in words. Where two cells disagree it is unknown."""
        kind = self._words(LogField.HARM)
        found = self.around.words.harm_in(kind)
        unread = []
        for field in HARMS:
            if not (written := self._words(field)):
                continue
            known = self.around.words.answers.get(fold(written))
            if known is None or {known, found.get(field)} == {Answer.YES, Answer.NO}:
                unread.append(f"{field.replace('_', ' ')}: {written}")
                found[field] = Answer.UNKNOWN if known is not None else found.get(field, Answer.UNKNOWN)
            elif known is not Answer.UNKNOWN or field not in found:
                found[field] = known
        said = {one: found.get(one, Answer.UNKNOWN) for one in HARMS}
        return said, "; ".join(filter(None, (kind, *unread)))

    def _answer(self, ask: Ask) -> date | None:
        said = self.around.answers.get((ask, self.about))
        return date.fromisoformat(said) if said is not None else None

    def _of(self, field: LogField) -> tuple[LogField, bool]:
        return field, field in self.around.month_first

    def _words(self, field: LogField) -> str:
        column = self.around.heading.columns.get(field)
        return self.row.words(column) if column is not None else ""


def _asked_of(outcome: str) -> str:
    """The folded word. One with a question mark is another word: whoever wrote it was not sure."""
    return f"{fold(outcome)} ?" if "?" in outcome else fold(outcome)
