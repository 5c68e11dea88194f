"""An address read: the boxes of the chronology's form, and the way of looking that they ask for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict

from candour.domain.chronology.chosen import people_of
from candour.domain.chronology.entry import Entry, Kind
from candour.domain.moments.spoken import spoken_day
from candour.domain.timeline import Zoom, finest_zoom, window_at
from candour.domain.timeline.zoom import FINEST_FIRST
from candour.kernel.reviews.models import Review
from candour.kernel.web.dates_in_forms import DayField, MomentField
from candour.stages.chronology.accounts.linked import Whole
from candour.stages.chronology.seeing.as_known import happened_after
from candour.stages.chronology.seeing.lanes import AGENCY, LANES
from candour.stages.chronology.seeing.under import Under
from candour.stages.chronology.seeing.windows import FIRST_YEAR, LAST_YEAR, WIDTH, Window

BOXES = ("from", "to", "lanes", "known", "on", "agency", "person", "kind", "words", "under")
FILTERS = BOXES[5:]
KINDS = [("", "All rows"), (str(Kind.ENTRY), "Entries"), (str(Kind.GAP_STATEMENT), "“No contact”, as stated")]
MOST_PEOPLE = 300
Choices = list[Any]


class WindowForm(forms.Form):
    """From and to, one box each; whose eyes, which lanes and rows. A month is its first or last day."""

    def __init__(self, *rest: Any, whole: Whole, under: Under, **more: Any) -> None:
        super().__init__(*rest, **more)
        self._whole, self._under = whole, under
        agencies = [(name, name) for name in whole.chronology.agencies]
        boxes: dict[str, forms.Field] = {
            # `from` is a word of Python: it can be the name of a field, not of an attribute.
            "from": MomentField(label="From", help_text=" ", required=False),
            "to": MomentField(label="To", help_text=" ", required=False),
            "lanes": _choice("Lanes", list(LANES.items())),
            "known": _choice("As known to", [("", "everyone"), *agencies]),
            "on": DayField(label="On", help_text=" ", required=False),
            "agency": _choice("Agency", [("", "All agencies"), *agencies]),
            "person": _choice("Person or role", _people(whole.chronology.entries)),
            "kind": _choice("Kind of row", KINDS),
            "words": forms.CharField(label="Words", required=False, max_length=200),
            "under": _choice("Line of enquiry or theme", _under(under.lines, under.themes)),
        }
        self.fields |= boxes

    def offer(self, window: Window) -> None:
        """Behind the fence of a day only what is in view is to choose from, and what was asked for."""
        if not window.known:
            return
        entries, under = self._whole.chronology.entries, self._under
        in_view = [one for one in entries if not happened_after(one, window.known_on)]
        used = {words for one in in_view for words in under.of(one)} | {window.under}
        themes = [words for words in under.themes if words in used]
        asked = [(window.person, window.person)] if window.person else []
        people = _people(in_view)
        self._choose_from("person", people + [one for one in asked if one not in people])
        self._choose_from("under", _under(under.lines, themes))

    def _choose_from(self, name: str, choices: Choices) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        start, end = said.get("from"), said.get("to")
        said["start"] = _edge(self, "from", start.earliest or start.latest) if start else None
        said["end"] = _edge(self, "to", end.latest or end.earliest) if end else None
        if said["start"] and said["end"] and said["start"] > said["end"]:
            self.add_error("to", f"Give a day not before {spoken_day(said['start'])}, where it begins.")
        return said

    def clean_on(self) -> date | None:
        day: date | None = self.cleaned_data["on"]
        if day and not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise forms.ValidationError(f"Give a day between {FIRST_YEAR} and {LAST_YEAR}.")
        return day

    @property
    def before_the_rest(self) -> list[Any]:
        return [self[name] for name in BOXES if name not in FILTERS]

    @property
    def filters(self) -> list[Any]:
        return [self[name] for name in FILTERS]


def form_of(address: QueryDict, whole: Whole, under: Under) -> WindowForm:
    return WindowForm(address if set(BOXES) & set(address) else {}, whole=whole, under=under)


def filled(window: Window, whole: Whole, under: Under) -> WindowForm:
    """The boxes show how they were read."""
    read = QueryDict(mutable=True)
    read["from"], read["to"] = spoken_day(window.start), spoken_day(window.end)
    read["lanes"] = window.lanes or AGENCY
    read["on"] = spoken_day(window.known_on) if window.known else ""
    for name in ("known", *FILTERS):
        read[name] = getattr(window, name)
    form = WindowForm(read, whole=whole, under=under)
    form.offer(window)
    return form


def window_in(address: QueryDict, form: WindowForm, review: Review, usual: tuple[date, date]) -> Window:
    """What the address asks for; what it leaves out, or what cannot be read, as it usually is."""
    form.full_clean()
    said = getattr(form, "cleaned_data", {})
    start, end = said.get("start") or usual[0], said.get("end") or usual[1]
    if start > end:
        start, end = (start, start) if said.get("start") else (end, end)
    zoom = _zoom(address.get("zoom", ""))
    if zoom and not (said.get("start") or said.get("end")):
        start, end = window_at(zoom, start, end, WIDTH)
    nearest = finest_zoom((end - start).days + 1, WIDTH)
    lanes, known = said.get("lanes", ""), said.get("known", "")
    window = Window(
        review,
        start,
        end,
        max(nearest, zoom or nearest, key=FINEST_FIRST.index),
        entry=address.get("entry", "")[:20],
        episode=_number(address.get("episode", "")) or None,
        page=_number(address.get("page", "")),
        only_table=address.get("only") == "table",
        lanes="" if lanes == AGENCY else lanes,
        known=known,
        on=(said.get("on") or end) if known else None,
        **{name: said.get(name, "") for name in FILTERS},
    )
    form.offer(window)
    return window


def _choice(label: str, choices: Choices) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=choices, required=False)


def _people(entries: Iterable[Entry]) -> Choices:
    """Everybody named in cells of people and role; of very many, those who stand in most rows."""
    count: dict[str, int] = {}
    for entry in entries:
        for name in people_of(entry):
            count[name] = count.get(name, 0) + 1
    most = sorted(count, key=lambda name: (-count[name], name))[:MOST_PEOPLE]
    return [("", "Anybody"), *((name, name) for name in sorted(most, key=str.casefold))]


def _under(lines: Sequence[str], themes: Sequence[str]) -> Choices:
    groups = (("Lines of enquiry", lines), ("Themes", themes))
    return [("", "Any"), *((title, _named(words)) for title, words in groups if words)]


def _named(words: Iterable[str]) -> Sequence[tuple[str, str]]:
    return [(one, one if len(one) <= 70 else f"{one[:68].rsplit(' ', 1)[0]}…") for one in words]


def _edge(form: forms.Form, name: str, at: Any) -> date | None:
    day: date = at.date()
    if FIRST_YEAR <= day.year <= LAST_YEAR:
        return day
    form.add_error(name, f"Give a day between {FIRST_YEAR} and {LAST_YEAR}.")
    return None


def _zoom(word: str) -> Zoom | None:
    return Zoom(word) if word in set(Zoom) else None


def _number(word: str) -> int:
    return int(word) if word.isascii() and word.isdigit() and len(word) < 7 else 0
