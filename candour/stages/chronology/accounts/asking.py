"""What a list of proposed links is asked for, read from its address: agency, likeness, what was said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import QueryDict

from candour.stages.chronology.accounts.proposals import Asked, Likeness, State

A_PAGE = 25

LIKENESS_WORDS = {Likeness.STRONG: "Strong", Likeness.FAIR: "Fair", Likeness.WEAK: "Weak"}
STATE_WORDS = {
    State.OPEN: "Not looked at yet",
    State.CONFIRMED: "One event",
    State.PARTED: "Not one event",
}


class AskedForm(forms.Form):
    def __init__(self, *rest: Any, agencies: Sequence[str], **more: Any) -> None:
        super().__init__(*rest, **more)
        named = [("", "All agencies"), *((name, name) for name in agencies)]
        like = [("", "Any"), *((str(one), words) for one, words in LIKENESS_WORDS.items())]
        said = [*((str(one), words) for one, words in STATE_WORDS.items()), ("all", "All")]
        self.fields["agency"] = forms.ChoiceField(label="Agency", choices=named, required=False)
        self.fields["likeness"] = forms.ChoiceField(label="Likeness", choices=like, required=False)
        self.fields["said"] = forms.ChoiceField(label="Show", choices=said, required=False)


def asked_in(address: QueryDict) -> Asked:
    """An address that says nothing asks for what nobody has looked at; what it cannot mean is passed over."""
    said, likeness = address.get("said", ""), address.get("likeness", "")
    return Asked(
        agency=address.get("agency", ""),
        likeness=likeness if likeness in set(Likeness) else "",
        state="" if said == "all" else said if said in set(State) else str(State.OPEN),
    )


def page_in(address: QueryDict, pages: int) -> int:
    """The page asked for, from 1 to the last."""
    word = address.get("page", "")
    asked = int(word) if word.isascii() and word.isdigit() and len(word) < 7 else 1
    return max(1, min(asked, pages))


def counted_on_page(before: int, here: int, of: int) -> str:
    """All 12; 26 to 50 of 80."""
    return f"All {of:,}" if here == of else f"{before + 1:,} to {before + here:,} of {of:,}"


def without_page(address: QueryDict) -> str:
    """The rest of the address, so that a filter stays when a page is turned."""
    rest = address.copy()
    rest.pop("page", None)
    return rest.urlencode()
