"""Send returns: several files at once, or a zip; for one agency, or for the one each file names."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from candour.domain.access import Can
from candour.kernel.people.models import Organisation
from candour.kernel.reviews.models import Review
from candour.kernel.web.clock import today
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.chronology.returns.place import place_in
from candour.stages.chronology.returns.sending import Came, Outcome, agencies_for, send_all

READ_FROM_FILE = "file"


class Files(forms.FileField):
    """Every file that was chosen, empty ones too: what is wrong with one is said of that one."""

    widget = type("FilesInput", (forms.FileInput,), {"allow_multiple_selected": True})

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        files = [super(Files, self).clean(one, initial) for one in data or []]
        if not files:
            raise forms.ValidationError("Choose the files to send.")
        most = settings.MOST_UPLOADED_BYTES
        if sum(one.size for one in files) > most:
            raise forms.ValidationError(
                f"Together the files are larger than {most // 2**20} MB. Send fewer at a time."
            )
        return files


class Form(forms.Form):
    files = Files(
        label="Files",
        allow_empty_file=True,
        max_length=200,
        help_text="csv, tsv, jsonl, xlsx, xlsm, xls, ods, docx, docm or pdf; or a zip of these.",
    )
    agency = forms.ChoiceField(label="Whose return is it?", widget=forms.RadioSelect)

    def __init__(self, *args: Any, agencies: list[Organisation], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.agencies = {str(one.pk): one for one in agencies}
        choices = [(pk, one.name) for pk, one in self.agencies.items()]
        field: Any = self.fields["agency"]
        if len(choices) == 1:  # an agency's author has one agency: nothing to ask
            field.widget, field.required, field.initial = forms.HiddenInput(), False, choices[0][0]
        else:
            choices.insert(0, (READ_FROM_FILE, "Each file says so itself"))
            field.choice_hints = {READ_FROM_FILE: "in its title or its name"}
        field.choices = choices
        field.error_messages["required"] = "Say whose return it is."

    def agency_chosen(self) -> Organisation | None:
        if len(self.agencies) == 1:
            return next(iter(self.agencies.values()))
        return self.agencies.get(self.cleaned_data["agency"])


@needs(Can.SEND_RETURN)
def page(request: HttpRequest, review: Review) -> HttpResponse:
    viewer: Any = request.user
    form = Form(typed(request), request.FILES or None, agencies=agencies_for(viewer, review))
    outcome = Outcome()
    if request.method == "POST" and form.is_valid():
        uploads = [Came(one.name, one.read()) for one in form.cleaned_data["files"]]
        outcome = send_all(by=viewer, review=review, uploads=uploads, agency=form.agency_chosen(), on=today())
        if not outcome.refused:
            if len(outcome.sent) == 1:
                return redirect("chronology:return", review.in_address, outcome.sent[0].pk)
            return redirect("chronology:returns", review.in_address)
        for trouble in outcome.refused:
            form.add_error("files", f"{trouble.what} {trouble.do}")
    return render(
        request,
        "stages/chronology/pages/send_returns.html",
        {
            "place": place_in(
                review, viewer, ("Returns", f"/reviews/{review.in_address}/returns/"), ("Send returns", "")
            ),
            "title": "Send returns",
            "sentence": f"For {review.title}. Every file is kept as it came, before it is read.",
            "form": form,
            "outcome": outcome,
            "button": "Send files",
            "review": review,
        },
    )
