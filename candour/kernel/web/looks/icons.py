"""The small drawings before words, in the colour of those words, so that they survive grey and print."""

from __future__ import annotations

from django.utils.safestring import SafeString, mark_safe

_LINE = 'fill="none" stroke="currentColor" stroke-width="2"'
_THICK = 'fill="none" stroke="currentColor" stroke-width="2.6"'
_FULL = 'fill="currentColor"'
_QUESTION = (
    f'<path d="M5 6.2a3 3 0 1 1 4.6 2.5C8.5 9.4 8 9.8 8 10.9" {_LINE}/>'
    f'<circle cx="8" cy="13.4" r="1.3" {_FULL}/>'
)

_DRAWINGS = {
    "full_disc": f'<circle cx="8" cy="8" r="5.5" {_FULL}/>',
    "ring": f'<circle cx="8" cy="8" r="5" {_LINE}/>',
    "half_disc": f'<circle cx="8" cy="8" r="5" {_LINE}/><path d="M3 8a5 5 0 0 0 10 0z" {_FULL}/>',
    "question": _QUESTION,
    "crossed_equals": f'<path d="M2.5 6h11M2.5 10h11M11 2.5 5 13.5" {_LINE}/>',
    "dashed_square": f'<rect x="3" y="3" width="10" height="10" {_LINE} stroke-dasharray="3 2"/>',
    "two_bars": f'<path d="M5.5 3.5v9M10.5 3.5v9" {_THICK}/>',
    "cross": f'<path d="m3.5 3.5 9 9m0-9-9 9" {_THICK}/>',
    "struck_line": f'<path d="M2 8h12" {_LINE}/><path d="m5 12.5 6-9" {_LINE}/>',
    "shut_lock": (
        f'<path d="M5 7.5v-2a3 3 0 0 1 6 0v2" {_LINE}/>'
        f'<rect x="3" y="7" width="10" height="7" rx="1" {_FULL}/>'
    ),
    "open_lock": (
        f'<path d="M5 7.5v-2a3 3 0 0 1 5.6-1.5" {_LINE}/>'
        f'<rect x="4" y="8" width="8.5" height="5.5" rx="1" {_LINE}/>'
    ),
    "fence": f'<path d="M3 2v12" {_THICK}/><path d="m6 6 4-4M6 10l8-8M6 14l8-8M10 14l4-4" {_LINE}/>',
    "tick": f'<path d="m2.5 8.5 3.8 3.8 7.2-8.6" {_THICK}/>',
    "dotted_ring": f'<circle cx="8" cy="8" r="5" {_LINE} stroke-dasharray="1.6 2.3"/>',
    "clock": f'<circle cx="8" cy="8" r="5.8" {_LINE}/><path d="M8 4.5V8l2.6 1.6" {_LINE}/>',
}


def icon(name: str) -> SafeString:
    """The drawing called `name`, hidden from screen readers: the words beside it say the same."""
    return mark_safe(
        '<svg class="icon" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">'
        f"{_DRAWINGS[name]}</svg>"
    )
