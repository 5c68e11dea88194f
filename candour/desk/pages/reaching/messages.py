"""Where one's e-mail goes, and whether any is wanted."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from candour.desk.actions import change_messages
from candour.kernel.outbox.models import Wish
from candour.kernel.web.guard import signed_in
from candour.kernel.web.idling import typed


class Form(forms.Form):
    wanted = forms.TypedChoiceField(
        label="Should Candour write to you?",
        choices=[("yes", "Yes, when something is late or due within a week"), ("no", "No")],
        widget=forms.RadioSelect,
        coerce=lambda word: word == "yes",
    )
    email = forms.EmailField(
        label="E-mail address",
        required=False,
        help_text="An e-mail says that something waits, never what. At most one a day.",
    )

    def clean(self) -> Any:
        kept = super().clean()
        if (
            self.cleaned_data.get("wanted")
            and not self.cleaned_data.get("email")
            and "email" not in self.errors
        ):
            self.add_error("email", "Give an address, or choose No.")
        return kept


@signed_in
def page(request: HttpRequest) -> HttpResponse:
    person: Any = request.user
    form = Form(typed(request), initial={"email": person.email, "wanted": "yes" if _wants(person) else "no"})
    if request.method == "POST" and form.is_valid():
        change_messages(by=person, email=form.cleaned_data["email"], wanted=form.cleaned_data["wanted"])
        return redirect("desk:account")
    return render(
        request,
        "web/form_page.html",
        {
            "form": form,
            "title": "E-mail to you",
            "sentence": "You see what waits only after signing in.",
            "button": "Save",
            "place": [("Your account", reverse("desk:account")), ("E-mail to you", "")],
            "back": {"title": "Leave it as it is", "href": reverse("desk:account")},
        },
    )


def _wants(person: Any) -> bool:
    wish = Wish.objects.visible_to(person).filter(person=person).first()
    return bool(person.email) and (wish is None or wish.reminders_ended_at is None)
