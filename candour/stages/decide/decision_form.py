"""The form of a decision: what, why, a reason for each test, who agreed, and whether publication weighed."""

from __future__ import annotations

from typing import Any

from django import forms

from candour.domain.rules import OUTCOME_IN_WORDS, Answer, Outcome, Tested
from candour.stages.decide.days import HappenedOn
from candour.stages.decide.decided_words import Partner
from candour.stages.decide.law import Asked, Tests
from candour.stages.decide.models import DecisionOutcome, OtherReview
from candour.stages.decide.tree_picture import lowered
from candour.stages.decide.why_not import asked_apart

UNKNOWN, TEST, LAW, WEIGHED = "unknown_", "test_", "why_", "weighs_"
PARTNERS = ("1", "2", "3")
OTHER = ("other_kind", "other_holder", "other_why")
SHORT_AREA = forms.Textarea(attrs={"rows": 2})


class Form(forms.Form):
    use_required_attribute = False  # which answers it needs depends on what is decided

    outcome = forms.ChoiceField(label="Decision", choices=DecisionOutcome.choices, widget=forms.RadioSelect)
    reasons = forms.CharField(
        label="Reasons",
        help_text="For the family and the national body too: plainly.",
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    against_why = forms.CharField(
        label="If there is no review under the law: why, although the tests say that there must be one?",
        required=False,
        widget=SHORT_AREA,
    )
    weighed = forms.ChoiceField(
        label="Did publication weigh in this?",
        help_text="That a review is published is no test of the law. Say so if it weighed.",
        choices=[("no", "No"), ("yes", "Yes")],
        widget=forms.RadioSelect,
    )
    publication_weighed = forms.CharField(
        label="If yes: how it weighed", max_length=400, required=False, widget=SHORT_AREA
    )
    other_kind = forms.ChoiceField(
        label="Which kind", choices=OtherReview.choices, required=False, widget=forms.RadioSelect
    )
    other_holder = forms.CharField(label="Who holds it", max_length=200, required=False)
    other_why = forms.CharField(
        label="Why it is held so, and not under the law", required=False, widget=SHORT_AREA
    )
    kept_elsewhere = forms.CharField(
        label="If the review is held outside Candour: where its papers are",
        required=False,
        max_length=200,
    )
    instead = forms.CharField(
        label="If there is no review: what is done instead",
        help_text="For example, a learning event.",
        max_length=200,
        required=False,
    )
    decided_on = HappenedOn(label="Day of the decision")

    def __init__(self, *rest: Any, tests: Tests | None, **more: Any) -> None:
        super().__init__(*rest, **more)
        self.must = tests is not None and tests.evaluation.outcome is Outcome.MUST
        if not self.must:
            del self.fields["against_why"]
        for fact in tests.missing if tests else ():
            self.fields[f"{UNKNOWN}{fact.name}"] = forms.CharField(
                label=f"Unknown: {lowered(fact.short)}. Why decide without this answer?", widget=SHORT_AREA
            )
        for one in answered_no(tests):
            self.fields[f"{TEST}{one.fact.name}"] = _test_field(one)
        for each in asked_apart(tests) if tests else ():
            self.fields[f"{LAW}{each.name}"] = _law_field(each)
        for one in tests.regime.considerations if tests else ():
            self.fields[f"{WEIGHED}{one.name}"] = forms.CharField(
                label=one.sentence, required=False, widget=SHORT_AREA
            )
        for name in [one for one in self.fields if one.startswith((TEST, LAW))]:
            self.fields[name].required = self.data.get("outcome") != DecisionOutcome.REVIEW
        for nth in PARTNERS:
            self._add_partner(nth)

    def _add_partner(self, nth: str) -> None:
        self.fields[f"partner_who_{nth}"] = forms.CharField(label="Who", max_length=120, required=False)
        self.fields[f"partner_agrees_{nth}"] = forms.ChoiceField(
            label="Agrees", choices=[("", "Not said"), ("yes", "Agrees"), ("no", "Does not")], required=False
        )
        self.fields[f"partner_words_{nth}"] = forms.CharField(
            label="In their words", max_length=400, required=False
        )

    def fields_of(self, prefix: str) -> list[Any]:
        """The fields that a page shows together, such as the tests that are unknown."""
        return [self[name] for name in self.fields if name.startswith(prefix)]

    def partner_rows(self) -> list[list[Any]]:
        return [[self[f"partner_{one}_{nth}"] for one in ("who", "agrees", "words")] for nth in PARTNERS]

    @property
    def says_other(self) -> bool:
        """Whether the part about a review by another name is in use, so that it stands open."""
        return self.data.get("outcome") == DecisionOutcome.OTHER_REVIEW

    @property
    def says_weighed(self) -> bool:
        """Whether anything is said of what the law wants weighed, so that it stands open."""
        return any(self.data.get(name) for name in self.fields if name.startswith(WEIGHED))

    @property
    def says_partners(self) -> bool:
        return any(self.data.get(f"partner_{one}_{nth}") for one in ("who", "agrees") for nth in PARTNERS)

    def clean(self) -> Any:
        kept = super().clean()
        said = self.cleaned_data
        outcome = said.get("outcome")
        under_law = outcome == DecisionOutcome.REVIEW
        if outcome and self.must and not under_law and not said.get("against_why"):
            self.add_error("against_why", "The tests say that there must be a review. Say why there is none.")
        if said.get("weighed") == "yes" and not said.get("publication_weighed"):
            self.add_error("publication_weighed", "Say how publication weighed, or answer no.")
        for name in OTHER if outcome == DecisionOutcome.OTHER_REVIEW else ():
            if not said.get(name):
                self.add_error(name, "A review by another name is recorded with its kind, holder and reason.")
        self._check_partners()
        return kept

    def _check_partners(self) -> None:
        for nth in PARTNERS:
            who, agrees = (self.cleaned_data.get(f"partner_{one}_{nth}") for one in ("who", "agrees"))
            if who and not agrees:
                self.add_error(f"partner_agrees_{nth}", f"Say whether {who} agrees.")
            if agrees and not who:
                self.add_error(f"partner_who_{nth}", "Say who this is.")

    def written(self) -> dict[str, Any]:
        """What `decide` takes."""
        said = self.cleaned_data
        under_law = said["outcome"] == DecisionOutcome.REVIEW
        other = said["outcome"] == DecisionOutcome.OTHER_REVIEW
        return {
            "outcome": said["outcome"],
            "reasons": said["reasons"],
            "decided_on": said["decided_on"],
            "against_why": "" if under_law else said.get("against_why", ""),
            "unknown_reasons": self._by_fact(UNKNOWN),
            "test_reasons": {} if under_law else self._by_fact(TEST),
            "why_not": {} if under_law else self._by_fact(LAW),
            "considered": self._by_fact(WEIGHED),
            "publication_asked": said["weighed"],
            "publication_weighed": said["publication_weighed"] if said["weighed"] == "yes" else "",
            "instead": said["instead"] if said["outcome"] == DecisionOutcome.NO_REVIEW else "",
            "kept_elsewhere": said["kept_elsewhere"] if under_law else "",
            "partners": self._partners(),
            **{name: said[name] if other else "" for name in OTHER},
        }

    def _by_fact(self, prefix: str) -> dict[str, str]:
        said = self.cleaned_data
        return {name.removeprefix(prefix): said[name] for name in said if name.startswith(prefix)}

    def _partners(self) -> list[Partner]:
        said = self.cleaned_data
        return [
            Partner(
                who=said[f"partner_who_{nth}"],
                agrees=said[f"partner_agrees_{nth}"] == "yes",
                words=said[f"partner_words_{nth}"],
            )
            for nth in PARTNERS
            if said[f"partner_who_{nth}"]
        ]


def answered_no(tests: Tests | None) -> list[Asked]:
    """The tests answered no, or unknown without turning the outcome: each has a reason to keep."""
    if tests is None:
        return []
    missing = set(tests.evaluation.missing)
    wanted = {Answer.NO, Answer.UNKNOWN}
    found = [one for one in tests.asked if one.answer in wanted and not one.given]
    return [one for one in found if one.fact.name not in missing]


def _law_field(one: Tested) -> forms.CharField:
    said = "is met" if one.answer is Answer.YES else "may be met: its answer is unknown"
    return forms.CharField(
        label=f"{one.title}. Why is there no review, although this {said}?",
        help_text=f"What the law says then: {OUTCOME_IN_WORDS[one.outcome].lower()}. {one.citation}",
        error_messages={"required": "Without a review, each test of the law has its reason. Say why not."},
        widget=SHORT_AREA,
    )


def _test_field(one: Asked) -> forms.CharField:
    """The answer's own reason stands in it, to be read and made plainer."""
    return forms.CharField(
        label=f"{one.fact.short}: {one.answer}",
        initial=one.row.reason if one.row else "",
        error_messages={"required": "Without a review, each test answered no has its reason."},
        widget=SHORT_AREA,
    )
