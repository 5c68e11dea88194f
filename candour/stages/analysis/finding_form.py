"""The form of a finding: a field for each question that the method puts, on one calm page."""

from __future__ import annotations

from typing import Any

from django import forms

from candour.domain.methods import Kind, Method, Question, load_method
from candour.kernel.reviews.models import Review
from candour.kernel.web.clashing import VersionedForm
from candour.stages.analysis.models import Finding
from candour.stages.commission.methods_over_time import titles_of

HEADLINE, FOR_BOARD = "headline", "board_questions"


def asked_in_form(method: Method) -> list[Question]:
    """The questions answered in prose: the headline and the board's have fields of their own."""
    return [one for one in method.finding_questions if one.code not in (HEADLINE, FOR_BOARD)]


class Form(VersionedForm):
    headline = forms.CharField(label="Headline", max_length=400, widget=forms.Textarea(attrs={"rows": 2}))
    category = forms.ChoiceField(label="Filed under", required=False)
    against = forms.CharField(
        label="What speaks against it?", widget=forms.Textarea(attrs={"rows": 3}), required=False
    )
    questions = forms.CharField(
        label="Questions for the board",
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
        help_text="One a line. The board decides what to do.",
    )
    episodes = forms.MultipleChoiceField(
        label="Episodes in which it showed", widget=forms.CheckboxSelectMultiple, required=False
    )
    factors = forms.MultipleChoiceField(
        label="Factors it brings together", widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, *args: Any, review: Review, **rest: Any) -> None:
        super().__init__(*args, **rest)
        method = load_method(review.method)
        self.asked = asked_in_form(method)
        for one in self.asked:
            self._ask(one)
        for one in method.finding_questions:
            if one.code in (HEADLINE, FOR_BOARD):
                self.fields["headline" if one.code == HEADLINE else "questions"].help_text = one.help
        category: Any = self.fields["category"]
        category.choices = [("", "Not filed yet"), *((o.code, o.title) for o in method.finding_categories)]
        if (kept := (self.initial.get("category") or "")) not in dict(category.choices):
            category.choices += [(kept, titles_of(review, Kind.CATEGORY).of(kept))]
        self._episodes = {str(one.pk): one for one in review.episodes.filter(withdrawn_at=None)}
        self._factors = {str(one.pk): one for one in review.factors.filter(withdrawn_at=None)}
        self._offer("episodes", {pk: f"{one.number}. {one.title}" for pk, one in self._episodes.items()})
        self._offer("factors", {pk: one.words for pk, one in self._factors.items()})
        order = [f"{part}_{one.code}" for one in self.asked for part in ("answer", "source", "not_known")]
        self.order_fields(["version", "headline", "category", *order, "against", "questions"])

    def said(self, finding: Finding | None = None) -> dict[str, Any]:
        """What the actions take. What an answer holds beside these fields stays as it was."""
        said = self.cleaned_data
        answers = {one.code: self._answer(one, finding) for one in self.asked}
        return {
            "headline": said["headline"].strip(),
            "category": said["category"],
            "answers": {code: answer for code, answer in answers.items() if answer},
            "against": said["against"],
            "questions": [line.strip() for line in said["questions"].splitlines() if line.strip()],
            "episodes": [self._episodes[pk] for pk in said["episodes"]],
            "factors": [self._factors[pk] for pk in said["factors"]],
        }

    def _ask(self, one: Question) -> None:
        self.fields[f"answer_{one.code}"] = forms.CharField(
            label=one.asks, help_text=one.help, widget=forms.Textarea(attrs={"rows": 4}), required=False
        )
        if one.not_known:
            self.fields[f"source_{one.code}"] = forms.CharField(
                label="Where this comes from", required=False, max_length=400
            )
            self.fields[f"not_known_{one.code}"] = forms.BooleanField(
                label="Not known, and we say so", required=False
            )

    def _offer(self, name: str, choices: dict[str, str]) -> None:
        if choices:
            field: Any = self.fields[name]
            field.choices = list(choices.items())
        else:
            self.fields[name].widget = forms.MultipleHiddenInput()

    def _answer(self, one: Question, finding: Finding | None) -> dict[str, Any]:
        answer = dict(finding.answer(one.code)) if finding else {}
        for part, key in (("answer", "words"), ("source", "source"), ("not_known", "not_known")):
            if (value := self.cleaned_data.get(f"{part}_{one.code}")) or key in answer:
                answer[key] = value
        return answer


def initial_of(finding: Finding) -> dict[str, Any]:
    initial: dict[str, Any] = {
        "headline": finding.headline,
        "category": finding.category,
        "against": finding.against,
        "questions": "\n".join(finding.questions),
        "episodes": [str(one.pk) for one in finding.episodes.all()],
        "factors": [str(one.pk) for one in finding.factors.all()],
        "version": finding.version,
    }
    for code, answer in finding.answers.items():
        initial[f"answer_{code}"] = answer.get("words", "")
        initial[f"source_{code}"] = answer.get("source", "")
        initial[f"not_known_{code}"] = bool(answer.get("not_known"))
    return initial
