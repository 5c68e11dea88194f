"""The form of one question about held rows: readings to choose from, another date, a law, an outcome."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from candour.domain.logs import Ask
from candour.domain.logs.questions import ABOUT_ROW, LEAVE_OUT, NO_LAW, OWN_CASE
from candour.domain.moments import Precision, from_edtf
from candour.domain.moments.spoken import spoken
from candour.kernel.web.dates_in_forms import DayField, MomentField
from candour.stages.decide.log.shown import OUTCOMES, Asked, law_in_words

OTHER = "other"
DATES = (Ask.NOTIFIED_ON, Ask.INCIDENT_ON, Ask.DECIDED_ON)


class QuestionForm(forms.Form):
    """Nothing is chosen beforehand. `said` are the arguments of the act that keeps the answer."""

    answer = forms.ChoiceField(widget=forms.RadioSelect, error_messages={"required": "Choose one of these."})
    why = forms.CharField(
        label="Why",
        max_length=400,
        error_messages={"required": "Say why: it stays with the answer."},
    )

    def __init__(self, asked: Asked, today: date, *args: Any, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.asked, self.today = asked, today
        self.ask = asked.question.ask
        field: Any = self.fields["answer"]
        field.label = asked.title
        field.choices = [*self._offered(), *self._always()]
        if self.ask in DATES:
            kind = MomentField if self.ask is Ask.INCIDENT_ON else DayField
            self.fields["other"] = kind(label="The date", required=False)
            self.order_fields(["answer", "other", "why"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        given = cleaned.get("other")
        if cleaned.get("answer") == OTHER and "other" in cleaned and given is None:
            self.add_error("other", "Write the date that is meant, such as 5 March 2012.")
        elif cleaned.get("answer") == OTHER and isinstance(given, date) and given > self.today:
            self.add_error("other", "This day is still to come. Give the day in the log.")
        return cleaned

    @property
    def said(self) -> dict[str, str]:
        """What is asked, about what, and the answer."""
        answer, about = self.cleaned_data["answer"], self.asked.question.about
        if answer in (LEAVE_OUT, OWN_CASE):
            return {"ask": str(Ask.KEEP), "about": about, "answer": answer}
        if answer == OTHER:
            given = self.cleaned_data["other"]
            answer = given.isoformat() if isinstance(given, date) else given.edtf
        return {"ask": str(self.ask), "about": about, "answer": answer}

    def _offered(self) -> list[tuple[str, str]]:
        question = self.asked.question
        if self.ask is Ask.OUTCOME:
            return list(OUTCOMES.items())
        if self.ask is Ask.LAW:
            return [(one, law_in_words(one)) for one in question.readings or (NO_LAW,)]
        if self.ask is Ask.KEEP:
            return [(OWN_CASE, "It is a case of its own: take it in beside the other")]
        return [(one, words) for one in question.readings if (words := self._reading(one))]

    def _always(self) -> list[tuple[str, str]]:
        other = [(OTHER, "The date written below")] if self.ask in DATES else []
        alone = self.asked.question.about.startswith(ABOUT_ROW)
        return other + ([(LEAVE_OUT, "Leave this row out")] if alone else [])

    def _reading(self, edtf: str) -> str:
        """In words; nothing for a reading that would be no answer here."""
        try:
            moment = from_edtf(edtf)
        except ValueError:
            return ""
        one_day = moment.precision is Precision.DAY and moment.doubt is None
        wanted = self.ask is Ask.INCIDENT_ON or one_day
        return spoken(moment) if wanted and not edtf.startswith("[") and not edtf.startswith("X") else ""
