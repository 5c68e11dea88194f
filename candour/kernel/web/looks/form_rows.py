"""How one field of a form is drawn: its kind, its hint, its error, and what screen readers are told of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from candour.kernel.web.dates_in_forms import DayField, MomentField

DATE_HINT = "For example, 14 July 1999 or early May 2013"
DAY_HINT = "For example, 14 July 1999"

_KINDS: tuple[tuple[type[forms.Widget], str], ...] = (
    # CheckboxSelectMultiple is a RadioSelect to Django, so it is asked about first.
    (forms.CheckboxSelectMultiple, "checkboxes"),
    (forms.RadioSelect, "radios"),
    (forms.CheckboxInput, "checkbox"),
    (forms.Select, "select"),
    (forms.Textarea, "textarea"),
    (forms.FileInput, "file"),
)
_CLASSES = {"select": "govuk-select", "textarea": "govuk-textarea", "file": "govuk-file-upload"}
ROWS = 5
"""Lines of a box for text whose form says nothing; Django's own ten push the button off the screen."""
GROUPED = ("radios", "checkboxes")


def kind_of(bound: BoundField) -> str:
    """What the template chooses by: input, textarea, select, file, radios, checkboxes, checkbox or hidden."""
    if bound.is_hidden:
        return "hidden"
    return next((kind for widget, kind in _KINDS if isinstance(bound.field.widget, widget)), "input")


def form_row(bound: BoundField, *, label: str = "", hint: str = "", read_as: str = "") -> dict[str, Any]:
    """What `web/components/field.html` needs to draw `bound`.

    `read_as` are the words under a date box that was read: "We read this as 5 March 2014."
    """
    kind = kind_of(bound)
    hint = hint or str(bound.help_text) or _date_hint(bound)
    ids = {"hint": hint, "read": read_as, "error": bound.errors}
    described_by = " ".join(f"{bound.auto_id}_{part}" for part, there in ids.items() if there)
    return {
        "bound": bound,
        "kind": kind,
        "label": label or bound.label,
        "optional": not bound.field.required and kind != "checkbox",
        "hint": hint,
        "read_as": read_as,
        "errors": list(_sentences(bound)),
        "described_by": described_by,
        "control": "" if kind in (*GROUPED, "checkbox") else _control(bound, kind, described_by),
        "choices": list(_choices(bound)) if kind in GROUPED else [],
    }


def mistakes(form: Any) -> Iterator[tuple[str, str]]:
    """Each error of a form, of a formset or of several: where to go to mend it (or ""), and its sentence."""
    if isinstance(form, forms.BaseForm):
        yield from _mistakes_of(form)
    elif isinstance(form, forms.BaseFormSet):
        yield from (("", str(error)) for error in form.non_form_errors())
        yield from mistakes(form.forms)
    elif isinstance(form, Iterable) and not isinstance(form, str):
        for one in form:
            yield from mistakes(one)


def _mistakes_of(form: forms.BaseForm) -> Iterator[tuple[str, str]]:
    for name, errors in form.errors.items():
        # An error under a name that has no field of its own stands for the form as a whole.
        bound = form[name] if name in form.fields else None
        for sentence in _sentences(bound) if bound else map(str, errors):
            yield (_first_stop(bound) if bound else "", sentence)


def _sentences(bound: BoundField) -> Iterator[str]:
    """The field's errors; two of Django's own are said with the field's name and what is wanted of it."""
    for error in bound.errors.as_data():
        for words in error.messages:
            if error.code == "invalid_choice":
                yield f"“{bound.label}”: what was chosen is not offered here, or no longer. Choose again."
            elif error.code == "required" and words == str(forms.Field.default_error_messages["required"]):
                yield _not_answered(bound)
            else:
                yield words


def _not_answered(bound: BoundField) -> str:
    if kind_of(bound) == "file":
        return f"“{bound.label}”: no file is chosen yet."
    return f"“{bound.label}” has no answer yet."


def _first_stop(bound: BoundField) -> str:
    kind = kind_of(bound)
    if kind == "hidden":
        return ""
    return f"#{bound.auto_id}_0" if kind in GROUPED else f"#{bound.auto_id}"


def _date_hint(bound: BoundField) -> str:
    if not _says_when(bound):
        return ""
    return DAY_HINT if isinstance(bound.field, DayField) else DATE_HINT


def _says_when(bound: BoundField) -> bool:
    return isinstance(bound.field, MomentField)


def _control(bound: BoundField, kind: str, described_by: str) -> str:
    own = bound.field.widget.attrs.get("class", "")
    classes = [own, _CLASSES.get(kind, "govuk-input")]
    if bound.errors:
        classes.append(f"{classes[1]}--error")
    if _says_when(bound):
        classes.append("govuk-input--width-20")
    attrs: dict[str, Any] = {"class": " ".join(filter(None, classes))}
    if kind == "textarea" and bound.field.widget.attrs.get("rows") == "10":
        attrs["rows"] = ROWS
    if described_by:
        attrs["aria-describedby"] = described_by
    return bound.as_widget(attrs=attrs)


def _choices(bound: BoundField) -> Iterator[dict[str, Any]]:
    """Each choice; `choice_hints` of the field (value -> words) gives the small words after it."""
    hints = getattr(bound.field, "choice_hints", {})
    for choice in bound.subwidgets:
        value = choice.data["value"]
        yield {
            "id": choice.id_for_label,
            "name": choice.data["name"],
            "value": value,
            "label": choice.choice_label,
            "selected": choice.data["selected"],
            "disabled": choice.data["attrs"].get("disabled", False),
            "hint": hints.get(str(value), ""),
        }


def two_versions(form: Any) -> list[tuple[str, Any, Any]]:
    """(label, what somebody else saved, what was typed here) for each field that two people saved."""
    theirs = dict(getattr(form, "clash", ()))
    labels = {str(bound.label): bound for bound in form} if theirs else {}
    return [(label, value, labels[label].value()) for label, value in theirs.items() if label in labels]
