"""One question: why. The answer stands in the record."""

from __future__ import annotations

from django import forms


class WhyForm(forms.Form):
    why = forms.CharField(
        label="Why",
        help_text="One sentence for the record. Nothing of a review.",
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Say why, in a sentence."},
    )
