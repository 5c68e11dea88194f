"""The decision as a letter, PDF or Word: to whom, and with dissent word for word or counted."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from candour.domain.access import Can
from candour.files.letters.decision_docx import decision_docx
from candour.files.letters.decision_pdf import decision_pdf
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.decide.decision_letter import letter_of
from candour.stages.decide.finding import decision_at
from candour.stages.decide.models import Decision
from candour.stages.notify.place import place_of

WRITERS = {"pdf": decision_pdf, "docx": decision_docx}
TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


class Form(forms.Form):
    to = forms.CharField(
        label="To whom",
        help_text="Name and address, as they stand at the head of the letter. It may be empty.",
        max_length=400,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    dissent = forms.ChoiceField(
        label="Dissent",
        choices=[("words", "Word for word"), ("count", "Only how many; the words are kept on the record")],
        widget=forms.RadioSelect,
    )
    kind = forms.ChoiceField(
        label="File", choices=[("pdf", "PDF"), ("docx", "Word")], widget=forms.RadioSelect
    )


@needs(Can.SEE_NOTIFICATIONS, find=decision_at, address="notification")
def page(request: HttpRequest, decision: Decision) -> HttpResponse:
    notification = decision.notification
    form = Form(typed(request), initial={"dissent": "words", "kind": "pdf"})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        letter = letter_of(decision, to=said["to"], dissent_in_words=said["dissent"] == "words")
        made = WRITERS[said["kind"]](letter)
        name = f"decision-{notification.in_address}.{said['kind']}"
        attached = {"Content-Disposition": f'attachment; filename="{name}"'}
        return HttpResponse(made, content_type=TYPES[said["kind"]], headers=attached)
    back = reverse("decide:decision", args=[notification.in_address])
    return render(
        request,
        "web/form_page.html",
        {
            "form": form,
            "title": f"{notification.title}: decision letter",
            "sentence": "The law, each test with its reason, the advice, the decision and what follows.",
            "button": "Make the letter",
            "place": place_of(notification, ("Decision", back), "Letter"),
            "back": {"title": "Back to the decision", "href": back},
        },
    )
