"""One file from a person's computer: how large it may be, and what its name may not be."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings

from candour.files.returns.packed import strange_name


class OneFileForm(forms.Form):
    """What the file is, is said by each page: `label`, what helps, and what to do where none was chosen."""

    label = "The file"
    help_text = ""
    required = "Choose the file."

    file = forms.FileField(allow_empty_file=True, max_length=200)

    def __init__(self, *args: Any, **rest: Any) -> None:
        super().__init__(*args, **rest)
        field = self.fields["file"]
        field.label, field.help_text = self.label, self.help_text
        field.error_messages["required"] = self.required

    def clean_file(self) -> Any:
        came = self.cleaned_data["file"]
        if came.size > settings.MOST_UPLOADED_BYTES:
            raise forms.ValidationError(
                f"The file is larger than {settings.MOST_UPLOADED_BYTES // 2**20} MB."
            )
        if why := strange_name(came.name):
            raise forms.ValidationError(f"This is a file {why}. Rename it and send it again.")
        return came
