"""The form by which a board's log is given in, and what is wrong with a file, said to the board itself."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings

from candour.domain.trouble import Trouble
from candour.files.returns.packed import strange_name
from candour.files.returns.reading import read_content

ENDINGS = (".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv")
ASKS_AN_AGENCY = "Ask the agency"


class LogFileForm(forms.Form):
    """Valid only for a file that opens and has rows. Whether they are a log's is asked after."""

    file = forms.FileField(
        label="The log",
        help_text=f"A spreadsheet, one row a referral: {', '.join(one[1:] for one in ENDINGS)}.",
        allow_empty_file=True,
        max_length=200,
        error_messages={"required": "Choose the file."},
    )
    content = b""

    def clean_file(self) -> Any:
        came = self.cleaned_data["file"]
        if came.size > settings.MOST_UPLOADED_BYTES:
            most = settings.MOST_UPLOADED_BYTES // 2**20
            raise forms.ValidationError(
                f"{came.name} is larger than {most} MB. Send only the sheet of the log."
            )
        if why := strange_name(came.name):
            raise forms.ValidationError(f"This is a file {why}. Rename it and send it again.")
        if not came.name.casefold().endswith(ENDINGS):
            raise forms.ValidationError(
                f"{came.name} is no spreadsheet. Save the log as xlsx or csv, and give that in."
            )
        self.content = came.read()
        try:
            read_content(came.name, self.content)
        except Trouble as trouble:
            raise forms.ValidationError(f"{trouble.what} {what_to_do(trouble)}") from trouble
        return came


def what_to_do(trouble: Trouble) -> str:
    """The readers of files speak of returns that an agency sent; this file is the board's own."""
    if "password" in trouble.what:
        return "Open it, take the password off, save it under another name, and give that in."
    if trouble.do.startswith(ASKS_AN_AGENCY):
        return "Open it in the program it was made with, save it again, and give that in."
    return trouble.do
