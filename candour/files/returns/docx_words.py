"""What does this paragraph of a Word document say, as sent: insertions in, deletions out, nothing hidden."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from candour.files.xml_parts import local_name

_NOT_WORDS = frozenset(
    # Properties, taken out, moved away, codes of fields, and tables, which are read by themselves.
    "pPr rPr tcPr trPr tblPr sdtPr sdtEndPr sectPr del moveFrom delText instrText delInstrText tbl".split()
)
_MARKS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_SYMBOLS = {"f0fc": "✓", "f0fb": "✗", "f0fe": "☑", "f0fd": "☒", "f0a8": "☐", "f06f": "☐"}
"""Ticks and boxes of the Wingdings letters, which stand for yes and no in chronologies."""


def paragraphs(block: etree._Element) -> Iterator[str]:
    """The words of each paragraph under an element, through content controls and the like."""
    for child in block:
        name = local_name(child)
        if name == "p":
            yield words(child)
        elif name and name not in _NOT_WORDS:
            yield from paragraphs(child)


def words(paragraph: etree._Element) -> str:
    return "".join(_pieces(paragraph))


def own_value(element: etree._Element, name: str = "val") -> str | None:
    """An attribute in the element's own namespace: documents come in two, old and "strict"."""
    tag = element.tag
    return element.get(f"{tag.rpartition('}')[0]}}}{name}") if isinstance(tag, str) else None


def is_on(element: etree._Element | None) -> bool:
    """True for a switch that is there and does not say "off"."""
    return element is not None and own_value(element) not in ("0", "false", "off", "none")


def _pieces(element: etree._Element) -> Iterator[str]:
    for child in element:
        name = local_name(child)
        if name in _NOT_WORDS or not name:
            continue
        if name == "t":
            yield child.text or ""
        elif name in _MARKS:
            yield _MARKS[name]
        elif name == "sym":
            yield _symbol(child)
        elif name == "fldChar":
            yield _form_field(child)
        elif name == "txbxContent":
            yield "\n" + "\n".join(paragraphs(child)) + "\n"
        elif name == "AlternateContent":
            yield from _one_of(child)
        else:
            yield from _pieces(child)


def _one_of(alternatives: etree._Element) -> Iterator[str]:
    """The same text box is written twice, for new and for old programs; its words are said once."""
    for child in alternatives:
        if local_name(child) in ("Choice", "Fallback"):
            yield from _pieces(child)
            return


def _symbol(element: etree._Element) -> str:
    code = (own_value(element, "char") or "").casefold()
    if code in _SYMBOLS:
        return _SYMBOLS[code]
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""


def _form_field(field: etree._Element) -> str:
    """The state of a tick box or a list of choices in an old form, which no run of text repeats."""
    box = next(field.iter("{*}checkBox"), None)
    if box is not None:
        states = {local_name(child): child for child in box}
        return "☒" if is_on(states.get("checked", states.get("default"))) else "☐"
    choices = next(field.iter("{*}ddList"), None)
    if choices is None:
        return ""
    entries = [own_value(one) or "" for one in choices if local_name(one) == "listEntry"]
    picked = {local_name(child): own_value(child) or "" for child in choices}
    chosen = picked.get("result", picked.get("default", "0"))
    return entries[int(chosen)] if chosen.isdecimal() and int(chosen) < len(entries) else ""
