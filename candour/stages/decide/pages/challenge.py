"""The national body asks about a decision, agrees, disagrees or advises, in words."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from candour.domain.access import Can
from candour.kernel.web.clock import today
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.decide import actions
from candour.stages.decide.finding import decision_at
from candour.stages.decide.models import Decision, RemedyStep
from candour.stages.decide.national_law import SAID_UNDER, Allows, allowed_on
from candour.stages.notify.place import place_of

KINDS = [
    ("question", "Ask a question"),
    ("disagree", "Disagree"),
    ("advise", "Advise"),
    ("agree", "Agree"),
]
HINTS = {
    "question": "It needs no power of the law.",
    "disagree": "Say why: your reasons stand beside the board’s.",
    "advise": "What you think should be done.",
    "agree": "It needs no power of the law.",
}
NO_PART = "The law names no power for this: it is said beside the law, and binds nobody."


class Form(forms.Form):
    kind = forms.ChoiceField(label="What do you want to say?", choices=KINDS, widget=forms.RadioSelect)
    words = forms.CharField(
        label="In words",
        help_text="The board reads this as it stands, and replies to all but agreement.",
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    remedy = forms.ChoiceField(
        label="Does it name something else that the law allows?",
        help_text="Only with advice. It is recorded, and nothing is done by it here.",
        required=False,
        widget=forms.RadioSelect,
    )
    remedy_step = forms.ChoiceField(
        label="Do you ask for it, or take it?",
        choices=[("", "Neither"), (RemedyStep.ASKS, "We ask for it"), (RemedyStep.TAKES, "We take it")],
        required=False,
        widget=forms.RadioSelect,
    )

    def __init__(self, *rest: Any, allows: Allows, **more: Any) -> None:
        super().__init__(*rest, **more)
        self.allows = allows
        kind: Any = self.fields["kind"]
        kind.choices = [one for one in KINDS if _offered(one[0], allows)]
        kind.choice_hints = {one: _hint(one, allows) for one, _ in KINDS}
        if not allows.remedies:
            del self.fields["remedy"], self.fields["remedy_step"]
            return
        remedy: Any = self.fields["remedy"]
        remedy.choices = [("", "No"), *((one.sentence, one.sentence) for one in allows.remedies)]
        remedy.choice_hints = {one.sentence: one.citation for one in allows.remedies}

    def clean(self) -> Any:
        kept = super().clean()
        remedy, step = self.cleaned_data.get("remedy"), self.cleaned_data.get("remedy_step")
        if remedy and self.cleaned_data.get("kind") not in {"advise", None}:
            self.add_error("kind", "What the law allows is named in advice. Choose advise, or name nothing.")
        if remedy and not step:
            self.add_error("remedy_step", "Say whether you ask for it or take it.")
        if not remedy and self.cleaned_data.get("kind") == "advise" and not self.allows.lets_say("advise"):
            self.add_error("remedy", "The law gives advice no other ground: choose what it allows.")
        if step and not remedy:
            self.add_error("remedy", "Choose what it is that you ask for or take.")
        return kept


def _offered(kind: str, allows: Allows) -> bool:
    return allows.lets_say(kind) or (kind == "advise" and bool(allows.remedies))


def _hint(kind: str, allows: Allows) -> str:
    """What it is for, and the power of the law that it uses."""
    if kind not in SAID_UNDER:
        return HINTS[kind]
    if (power := allows.power_to(kind)) is not None:
        check = "" if power.verified else " Check against the guidance in force."
        return f"{HINTS[kind]} Under this power: {power.sentence}{check}"
    return f"{HINTS[kind]} {NO_PART if allows.lets_say(kind) else 'Only to name what the law allows, below.'}"


@needs(Can.CHALLENGE, find=decision_at, address="notification")
def page(request: HttpRequest, decision: Decision) -> HttpResponse:
    notification = decision.notification
    allows = allowed_on(decision, today())
    form = Form(typed(request), allows=allows)
    back = reverse("decide:decision", args=[notification.in_address])
    if request.method == "POST" and form.is_valid():
        actions.challenge(by=request.user, decision=decision, made_on=today(), **form.cleaned_data)
        return redirect(back)
    return render(
        request,
        "stages/decide/pages/challenge.html",
        {
            "form": form,
            "decision": decision,
            "allows": allows,
            "title": f"{notification.title}: answer the decision",
            "sentence": "Both sides read what is sent. It can be taken back until the board replies.",
            "button": "Send to the board",
            "place": place_of(notification, ("Decision", back), "Answer"),
            "back": {"title": "Leave without sending", "href": back},
        },
    )
