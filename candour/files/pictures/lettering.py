"""How wide words are in the pages' typeface, and how a long text is broken or cut to fit."""

from __future__ import annotations

from candour.files.pictures.svg import Svg

SMALLEST = 14.0
"""No text in a picture is set smaller (pixels)."""

# Thousandths of the size, the same in Arial and Liberation Sans; any other letter counts as a wide one.
_WIDTHS = {
    letter: width
    for width, letters in {
        191: "'’‘",
        222: "ijl",
        260: "|",
        278: " !,./:;I[\\]ft",
        333: "()-`r{}“”",
        389: '*"',
        500: "Jcksvxyz^·",
        556: "#$0123456789?L_abdeghnopqu–",
        600: "+<=>~",
        611: "FTZ",
        667: "&ABEKPSVXY",
        722: "CDHNRUw",
        778: "GOQ",
        833: "Mm",
        889: "%",
        944: "W",
        1015: "@…—",
    }.items()
    for letter in letters
}
_OTHER = 800
_BOLD = 1.09
"""Bold words run wider by less than this, but for a few of narrow letters alone."""


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """Pixels a line of text takes at a size; a little too much rather than too little."""
    plain = sum(_WIDTHS.get(letter, _OTHER) for letter in text) * size / 1000
    return plain * _BOLD if bold else plain


def cut(text: str, room: float, size: float, *, bold: bool = False) -> str:
    """The text, or as much of its beginning as fits with three dots after it."""
    if width_of(text, size, bold=bold) <= room:
        return text
    kept = text
    while kept and width_of(f"{kept}…", size, bold=bold) > room:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"


def broken(text: str, room: float, size: float, *, most: int, bold: bool = False) -> tuple[str, ...]:
    """The text in at most so many lines that fit, broken between words; what is over is cut off with dots."""
    lines = [""]
    words = text.split()
    for at, word in enumerate(words):
        longer = f"{lines[-1]} {word}".strip()
        if not lines[-1] or width_of(longer, size, bold=bold) <= room:
            lines[-1] = longer
        elif len(lines) < most:
            lines.append(word)
        else:
            lines[-1] = " ".join([lines[-1], *words[at:]])
            break
    return tuple(cut(line, room, size, bold=bold) for line in lines)


def write_lines(
    svg: Svg,
    lines: tuple[str, ...],
    x: float,
    y: float,
    *,
    size: float,
    fill: str,
    step: float | None = None,
    bold: bool = False,
    anchor: str | None = None,
    decoration: str | None = None,
) -> float:
    """Lines one under another, the first with its foot at `y`; gives the foot of the next."""
    for line in lines:
        svg.element(
            "text",
            line,
            x=x,
            y=y,
            font_size=size,
            font_weight="bold" if bold else None,
            fill=fill,
            text_anchor=anchor,
            text_decoration=decoration,
        )
        y += step or size * 1.25
    return y
