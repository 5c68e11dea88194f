"""The components every page is made of: `{% load candour_web %}`. docs/reference/components.md shows each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from django import template
from django.conf import settings
from django.forms import BaseForm
from django.forms.boundfield import BoundField
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import is_aware, localtime

from candour.domain.moments import Moment
from candour.domain.moments import spoken as said
from candour.files.pictures.clock_bar import clock_bar_svg
from candour.files.pictures.ledger_bar import ledger_bar_svg
from candour.files.pictures.marks import mark_svg
from candour.kernel.people.models import Person
from candour.kernel.web.looks import form_rows, icons, tables
from candour.kernel.web.looks.states import STATES

register = template.Library()

COMPONENTS = "web/components"
NUMBER_WORDS = "no one two three four five six seven eight nine".split()


@register.simple_tag
def tag(state: str, words: str = "") -> SafeString:
    """`{% tag "late" "3 working days late" %}`: the state's icon and look; its own word if none is given."""
    shown = STATES[str(state)]
    return format_html(
        '<strong class="state is-{}">{}<span>{}</span></strong>',
        shown.look,
        icons.icon(shown.icon),
        words or shown.words,
    )


@register.simple_tag
def icon(name: str) -> SafeString:
    return icons.icon(name)


@register.simple_tag
def agency(name: str, kind: str, nth: int = 1, size: int = 14) -> SafeString:
    """The agency's mark and its name. The mark says the kind, the name says which."""
    return format_html(
        '<span class="agency"><span class="mark">{}</span>{}</span>',
        mark_safe(mark_svg(kind, nth, size)),
        name,
    )


@register.simple_block_tag
def table(
    content: str, caption: str = "", shown: int | None = None, of: int | None = None, kind: str = ""
) -> SafeString:
    """Write thead and tbody inside; scope, roles and the headings of phone lists are added."""
    columns = len(tables.headings_of(content))
    classes = ["table", "turns-into-lists" if columns > tables.STAYS else "", kind]
    counted_words = (
        format_html(' <span class="small">{}</span>', how_many(shown, of)) if of is not None else ""
    )
    head = format_html("<caption>{}{}</caption>", caption, counted_words) if caption else ""
    return format_html(
        '<table class="{}" role="table">{}{}</table>',
        " ".join(filter(None, classes)),
        head,
        mark_safe(tables.labelled(content)),
    )


def how_many(shown: int | None, of: int) -> str:
    """all 14; first 5 of 14."""
    return f"all {of:,}" if shown is None or shown >= of else f"first {shown:,} of {of:,}"


@register.inclusion_tag(f"{COMPONENTS}/summary_list.html")
def summary_list(rows: Iterable[Sequence[Any]]) -> dict[str, Any]:
    """Rows of (heading, words) or (heading, words, small words under them)."""
    return {"rows": [(row[0], row[1], row[2] if len(row) > 2 else "") for row in rows]}


@register.simple_block_tag
def panel(content: str, look: str = "plain") -> SafeString:
    """Only where a person must act. `look`: plain, held, refused, closed."""
    return format_html('<div class="panel is-{}">{}</div>', look, mark_safe(content))


@register.simple_block_tag
def fence(content: str) -> SafeString:
    """The striped ground of what is not shown: that it is fenced may stand in it, never what."""
    return format_html('<div class="fence">{}</div>', mark_safe(content))


@register.inclusion_tag(f"{COMPONENTS}/undo.html", takes_context=True)
def undo(context: template.Context, href: str, words: str, because: str = "") -> dict[str, Any]:
    """The line under a thing that was done; without `href` it cannot be undone, and `because` says why."""
    return {"href": href, "words": words, "because": because, "csrf_token": context.get("csrf_token")}


@register.inclusion_tag(f"{COMPONENTS}/empty.html")
def empty(words: str, do: str = "", href: str = "") -> dict[str, Any]:
    """What will be here, why it is not, and what to do: `do` with the link `href`, or in plain words."""
    return {"words": words, "do": do, "href": href}


@register.inclusion_tag(f"{COMPONENTS}/progress.html")
def progress(steps: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """Steps of a review, from the pack: {title, state: done | now | later, small, href}."""
    return {"steps": list(steps)}


@register.simple_tag
def clock_bar(
    start: date, today: date, due: date | None, done: date | None = None, paused_since: date | None = None
) -> SafeString:
    """The bar beside a clock's words, which say the same."""
    return mark_safe(clock_bar_svg(start, today, due, done, paused_since))


@register.inclusion_tag(f"{COMPONENTS}/fates.html")
def fates(placed: int, held: int, refused: int) -> dict[str, Any]:
    """Every row has one fate: the bar, to scale, and the sum under it as text."""
    rows = placed + held + refused
    says = f"Of {rows:,} rows {placed:,} are placed, {held:,} held and {refused:,} refused"
    bar = mark_safe(ledger_bar_svg(placed, held, refused, says=says))
    return {"bar": bar, "rows": rows, "placed": placed, "held": held, "refused": refused}


@register.inclusion_tag(f"{COMPONENTS}/field.html")
def field(bound: BoundField, label: str = "", hint: str = "", read_as: str = "") -> dict[str, Any]:
    return form_rows.form_row(bound, label=label, hint=hint, read_as=read_as)


@register.inclusion_tag(f"{COMPONENTS}/fields.html")
def fields(form: BaseForm) -> dict[str, Any]:
    """All fields of a form in their order."""
    return {"form": form}


@register.inclusion_tag(f"{COMPONENTS}/error_summary.html")
def error_summary(form: Any) -> dict[str, Any]:
    return {"mistakes": list(form_rows.mistakes(form))}


@register.inclusion_tag(f"{COMPONENTS}/clash.html")
def clash(form: Any) -> dict[str, Any]:
    """When two people saved: both texts side by side; yours is still in the form below."""
    return {"parts": form_rows.two_versions(form)}


@register.filter
def has_mistakes(form: Any) -> bool:
    return next(form_rows.mistakes(form), None) is not None


@register.filter
def spoken(day: date | datetime | None) -> str:
    """14 July 1999."""
    return said.spoken_day(_here(day)) if day else ""


@register.filter
def spoken_weekday(day: date | datetime | None) -> str:
    """Thursday 19 June 2014: where someone must act on it."""
    return said.spoken_day(_here(day), weekday=True) if day else ""


@register.filter
def spoken_at(at: datetime | None) -> str:
    """3 June 2014, 10:12; only the day where a demonstration stands still on an earlier one."""
    if not at:
        return ""
    here = _here(at)
    return said.spoken_instant(here) if isinstance(here, datetime) else said.spoken_day(here)


@register.simple_tag
def days(first: date, last: date) -> str:
    """3 to 5 May 2009; May to June 2009."""
    return said.spoken_days(first, last)


@register.filter
def when(moment: Moment | None) -> str:
    """about 21 June 1999; before April 1999."""
    return said.spoken(moment) if moment else ""


@register.filter
def counted(count: int, noun: str) -> str:
    """1 row, 1,204 rows; a plural that is not the noun with an s is given too: "entry,entries"."""
    one, _, many = noun.partition(",")
    return f"{count:,} {one if count == 1 else many or one + 's'}"


@register.filter
def figure(count: int) -> str:
    """1,204: a number in a column of figures."""
    return f"{count:,}"


@register.filter
def name_of(username: str) -> str:
    """Whose username it is, by name; the username where nobody has it any more."""
    person = Person.objects.filter(username=username).first()
    return person.name if person else username


@register.filter
def number_word(count: int) -> str:
    """Two of seven: words up to nine, figures above. None at all is "no"."""
    return NUMBER_WORDS[count] if 0 <= count < len(NUMBER_WORDS) else f"{count:,}"


def _here(at: Any) -> Any:
    """UK civil time, which is the time zone of the service.

    Screens of a demonstration stand still on one day, and so does what was made in it after that day.
    """
    here = localtime(at) if isinstance(at, datetime) and is_aware(at) else at
    still = settings.TODAY
    return still if still and isinstance(here, datetime) and here.date() > still else here
