"""The writer of SVG text: every attribute and every text escaped, nothing in it that can run or restyle."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from contextlib import contextmanager

Value = str | int | float | None

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NAME = re.compile(r"[a-zA-Z][a-zA-Z0-9-]*")
_SCHEME = re.compile(r"\s*[a-z][a-z0-9+.-]*:", re.IGNORECASE)


def escaped(text: str) -> str:
    """Text as it may stand in SVG or HTML, in an attribute too; letters that XML has not are left out."""
    return html.escape(_NOT_IN_XML.sub("", text))


def number(value: float) -> str:
    """To a tenth of a pixel, in as few letters as it takes: 3, 3.5, -0.1."""
    written = f"{value:.1f}".removesuffix(".0")
    return "0" if written == "-0" else written


class Svg:
    """Pieces of a drawing in the order in which they are drawn; `str` of it is the text.

    Attributes are given as keywords: `stroke_width` is written stroke-width, `class_` class, and one
    that is None is left out. Raises ValueError for what a strict page forbids: `style`, `on...`, and a
    link to anything but a path, a fragment, or http(s).
    """

    def __init__(self) -> None:
        self._pieces: list[str] = []

    def element(self, tag: str, text: str | None = None, /, **attributes: Value) -> None:
        """A whole element, empty or with text in it."""
        start = f"<{_name(tag)}{_written(attributes)}"
        self._pieces.append(f"{start}/>" if text is None else f"{start}>{escaped(text)}</{tag}>")

    @contextmanager
    def inside(self, tag: str, /, **attributes: Value) -> Iterator[None]:
        """An element around all that is drawn within the `with`."""
        self._pieces.append(f"<{_name(tag)}{_written(attributes)}>")
        yield
        self._pieces.append(f"</{tag}>")

    def add(self, drawn: Svg) -> None:
        """What was drawn elsewhere, here."""
        self._pieces.extend(drawn._pieces)

    def __str__(self) -> str:
        return "".join(self._pieces)


@contextmanager
def picture(
    svg: Svg,
    width: float,
    height: float,
    label: str,
    *,
    class_: str = "picture",
    lang: str | None = None,
    role: str = "img",
    tabindex: int | None = None,
) -> Iterator[None]:
    """The outermost element, at its own size; `label` is the sentence that says what the picture shows.

    What stands inside an `img` is hidden from readers of the screen, so one with links in it is a `group`.
    """
    box = f"0 0 {number(width)} {number(height)}"
    with svg.inside(
        "svg",
        xmlns="http://www.w3.org/2000/svg",
        viewBox=box,
        width=width,
        height=height,
        role=role,
        aria_label=label,
        tabindex=tabindex,
        class_=class_,
        lang=lang,
        font_family="Arial, 'Liberation Sans', sans-serif",
    ):
        yield


def _written(attributes: dict[str, Value]) -> str:
    return "".join(
        f' {_attribute(name)}="{_value(name, value)}"'
        for name, value in attributes.items()
        if value is not None
    )


def _attribute(keyword: str) -> str:
    name = _name(keyword.rstrip("_").replace("_", "-"))
    if name.lower() == "style" or name.lower().startswith("on"):
        raise ValueError(f"{name} may not stand in a drawing: pages allow no script and no style in them")
    return name


def _value(name: str, value: str | int | float) -> str:
    if not isinstance(value, str):
        return number(value)
    if name == "href" and _SCHEME.match(value) and not value.lower().startswith(("https:", "http:")):
        raise ValueError(f"a drawing may not link to {value[:40]!r}")
    return escaped(value)


def _name(word: str) -> str:
    if not _NAME.fullmatch(word):
        raise ValueError(f"{word!r} is no name of an element or attribute")
    return word
