"""One XML part of an Office file: the text as it runs on, with and without what is struck out or hidden.

Every attribute, comment, name of the author's own and processing instruction is read as well.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache
from io import BytesIO

from lxml import etree

from candour.domain.leaks import BARRIER, BY_CHANCE, SOFT, Piece
from candour.domain.leaks.byte_texts import printable
from candour.files.open_text.keywords import OFFICE
from candour.files.open_text.loose_letters import Columns
from candour.files.open_text.opened import OpenFile
from candour.files.open_text.word_words import is_office_name

_RUNNING_TEXT = tuple(
    f"{{{home}{kind}"
    for home in ("http://schemas.openxmlformats.org/", "http://purl.oclc.org/ooxml/")
    for kind in ("wordprocessingml", "drawingml", "spreadsheetml", "officeDocument/2006/math")
)
_PARAGRAPHS = frozenset(
    "p tr tc sdt txbxContent comment footnote endnote row rPh c cell v f definedName formula formula1 "
    "formula2 oddHeader oddFooter evenHeader evenFooter firstHeader firstFooter author".split()
)
_APART = "si"
"""The strings that cells share stand in no order of reading."""
_BREAKS = {"br": "\n", "cr": "\n", "tab": "\t", "ptab": "\t", "noBreakHyphen": "-", "softHyphen": ""}
_RUN_PARTS = frozenset(["t", "delText", "instrText", "delInstrText", "v"])
_FIELD = re.compile(r"^\s*(?:PAGE|NUMPAGES|SECTIONPAGES|SECTION|TITLE|DATE|TIME|AUTHOR|REF|SEQ)\b")
"""PAGE is what Word calls the number of a page, and no Mr Page."""
_UNSEEN = [f"{{*}}{name}" for name in "vanish webHidden strike dstrike".split()]
_COMES_AND_GOES = [
    f"{{*}}{name}" for name in "del ins moveFrom moveTo instrText delText txbxContent Fallback".split()
] + _UNSEEN
_FEW = 3
_SERIAL = re.compile(r"(?:-?\d{1,7}|true|false|on|off|[a-z]{1,3}|rId\d+|#?[0-9A-Fa-f]{6})")
_SERIAL_KEYS = re.compile(r"rsid\w*|paraId|textId|durableId")
_HEXADECIMAL = re.compile(r"[0-9A-Fa-f]{8}")
_SCHEMAS = (
    *("http://schemas.openxmlformats.org/", "http://schemas.microsoft.com/", "http://purl.org/dc/"),
    *("http://www.w3.org/", "urn:schemas-microsoft-com:", "http://purl.oclc.org/ooxml/"),
)

Step = tuple[str, str, str]
"""A joint, the place within the part, and the text after the joint."""


def read_xml(where: str, content: bytes, found: OpenFile) -> None:
    """All of one part. XML that is broken, or that defines entities of its own, is told as unread."""
    read_tree(where, content, parsed(content), found)


def parsed(content: bytes) -> etree._Element | None:
    """The root of the part, or None where its XML is broken."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True, strip_cdata=False)
    try:
        return etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def read_tree(where: str, content: bytes, root: etree._Element | None, found: OpenFile) -> None:
    """The same for a part that is parsed already, and that a reader may have taken something out of."""
    if root is None:
        found.cannot_read(where, "its XML is broken")
        found.unread(where, content, "a part that is no XML")
        return
    doctype: str = getattr(root.getroottree().docinfo, "doctype", "")
    if doctype:
        found.cannot_read(where, "it declares a document type, which no Office file does")
        found.add(Piece(f"{where}, its declarations", content.decode("utf-8", "replace"), net=True))
    _read_texts(where, root, found)
    _read_columns(where, root, found)
    _read_guides(where, root, found)
    _read_serials(where, root, found)
    _read_asides(where, root, _own_spaces(content), found)


def _read_texts(where: str, root: etree._Element, found: OpenFile) -> None:
    """Five readings: all of it; as accepted; as refused; without what is hidden; without boxes."""
    readings = [_reading(root, lambda _: False)]
    if next(root.iter(*_COMES_AND_GOES), None) is not None:
        readings += [
            _reading(root, leaves_out) for leaves_out in (_is_struck, _is_put_in, _is_unseen, _is_aside)
        ]
    for number, reading in enumerate(readings):
        for n, (joint, place, text) in enumerate(reading):
            found.add(Piece(f"{where}, {place}", text, joint if n else None, net=number > 0))


def _read_columns(where: str, root: etree._Element, found: OpenFile) -> None:
    """Tables of the text, read downwards."""
    columns = Columns()
    for table in root.iter("{*}tbl"):
        columns.begin()
        for row in table.iterchildren("{*}tr"):
            columns.row()
            for cell in row.iterchildren("{*}tc"):
                columns.cell()
                columns.say("".join(str(text.text or "") for text in cell.iter("{*}t")))
        columns.end()
    columns.tell(where, found)


def _read_guides(where: str, root: etree._Element, found: OpenFile) -> None:
    """What stands above the letters, and the letters below it, each in a row."""
    for name in ("rt", "rubyBase"):
        said = ["".join(str(text) for text in one.itertext()) for one in root.iter(f"{{*}}{name}")]
        if len(said) > 1:
            found.add(Piece(f"{where}, phonetic guides in a row", "".join(said), net=True))


def _read_serials(where: str, root: etree._Element, found: OpenFile) -> None:
    """The numbers by which Word knows paragraphs and edits hold four letters each, if somebody wants."""
    for kind in (("paraId", "textId", "durableId"), ("rsid",)):
        several = [
            str(value)
            for element in root.iter("{*}*")
            for key, value in element.attrib.items()
            if _is_serial(element, str(key), kind) and _HEXADECIMAL.fullmatch(str(value))
        ]
        text = printable(bytes.fromhex("".join(dict.fromkeys(several))))
        if text:
            found.add(Piece(f"{where}, serial numbers", text, net=True, shortest=BY_CHANCE))


def _is_serial(element: etree._Element, key: str, kind: tuple[str, ...]) -> bool:
    name = key.rpartition("}")[2]
    return name.startswith(kind) or (name == "val" and _local(element).startswith(kind))


def _reading(root: etree._Element, leaves_out: Callable[[etree._Element], bool]) -> list[Step]:
    steps: list[Step] = []
    paragraph = 0
    joint = SOFT
    for event, element in _walk(root, leaves_out):
        name = _local(element)
        if name in _PARAGRAPHS:
            paragraph += event == "start" and name == "p"
            joint = "\n"
        elif name == _APART:
            joint = BARRIER
        elif event == "start" and name in _BREAKS:
            joint += _BREAKS[name]
        elif event == "start" and joint == SOFT and not _is_word(element):
            joint = "\n"
        text = _symbol(element) if name == "sym" and event == "start" else _said(event, element)
        if text and (text.strip() or name in _RUN_PARTS):
            steps.append((joint, f"paragraph {paragraph}" if paragraph else f"<{name}>", text))
            joint = SOFT
    return steps


def _said(event: str, element: etree._Element) -> str:
    said = str((element.text if event == "start" else element.tail) or "")
    return _FIELD.sub("", said) if event == "start" and _local(element) == "instrText" else said


def _walk(
    root: etree._Element, leaves_out: Callable[[etree._Element], bool]
) -> Iterator[tuple[str, etree._Element]]:
    """Start and end of every element in order, without those left out and all that is in them."""
    skipping: etree._Element | None = None
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            if skipping is None:
                yield "end", element
            continue
        if skipping is None and event == "start" and leaves_out(element):
            skipping = element
        if skipping is None:
            yield event, element
        elif event == "end" and element is skipping:
            skipping = None
            yield "end", element


def _is_struck(element: etree._Element) -> bool:
    return _local(element) in ("del", "moveFrom", "instrText", "delText")


def _is_put_in(element: etree._Element) -> bool:
    return _local(element) in ("ins", "moveTo")


def _is_unseen(element: etree._Element) -> bool:
    """Also what is struck through, and what only programs show that cannot show better."""
    if _local(element) in ("instrText", "delText", "del", "Fallback"):
        return True
    look = element.find("{*}rPr") if _local(element) == "r" else None
    return look is not None and next(look.iterchildren(*_UNSEEN), None) is not None


def _is_aside(element: etree._Element) -> bool:
    """A text box is anchored in the midst of a sentence and stands elsewhere on the page."""
    return _local(element) in ("pict", "drawing", "object", "AlternateContent")


def _symbol(element: etree._Element) -> str:
    char = next((str(value) for key, value in element.attrib.items() if str(key).endswith("}char")), "20")
    code = int(char, 16) if re.fullmatch("[0-9A-Fa-f]{1,5}", char) else 0x20
    return chr(code - 0xF000 if 0xF000 <= code < 0xF100 else code)


def _read_asides(where: str, root: etree._Element, spaces: list[tuple[str, str]], found: OpenFile) -> None:
    """Attributes, comments, instructions and names: each with its paragraph, all of a part as one flow."""
    paragraph, seen, first = 0, set[tuple[str, str]](), True
    asides = spaces
    short = defaultdict[str, list[str]](list)
    for element in root.iter():
        for key, value in element.attrib.items():
            if len(str(value)) == 1 and not str(value).isdecimal():
                short[f"<{_local(element)} {str(key).rpartition('}')[2]}>"].append(str(value))
        if not isinstance(element.tag, str):
            asides += [("a comment in the XML", etree.tostring(element, encoding="unicode", with_tail=False))]
        else:
            paragraph += _local(element) == "p"
            asides += [*_attributes(element), *_own_names(element)]
        for what, text in asides:
            if text and (what, text) not in seen:
                seen.add((what, text))
                place = f"{where}, paragraph {paragraph}" if paragraph else where
                found.add(Piece(f"{place}, {what}", text, None if first else BARRIER, OFFICE))
                first = False
        asides = []
    for what, letters in short.items():
        if len(letters) > _FEW:
            found.add(Piece(f"{where}, short values of {what}, together", "".join(letters), net=True))


def _attributes(element: etree._Element) -> Iterator[tuple[str, str]]:
    for key, value in element.attrib.items():
        text, name = str(value), str(key).rpartition("}")[2]
        if _SERIAL.fullmatch(text) or (_SERIAL_KEYS.fullmatch(name) and _HEXADECIMAL.fullmatch(text)):
            continue
        if not is_office_name(text) and not text.startswith(_SCHEMAS):
            yield f"<{_local(element)} {name}>", text


def _own_names(element: etree._Element) -> Iterator[tuple[str, str]]:
    """Tags and attributes of the author's own: those of Office say nothing."""
    if (name := _own_name(str(element.tag))) is not None:
        yield "the name of a tag", name
    for key in element.attrib:
        if "}" in key and (name := _own_name(str(key))) is not None:
            yield "the name of an attribute", name


@cache
def _own_name(tag: str) -> str | None:
    qualified = etree.QName(tag)
    return None if (qualified.namespace or "").startswith(_SCHEMAS) else qualified.localname


def _own_spaces(content: bytes) -> list[tuple[str, str]]:
    pairs = {
        (str(prefix), str(space))
        for _, (prefix, space) in etree.iterparse(
            BytesIO(content), events=("start-ns",), resolve_entities=False, no_network=True
        )
    }
    own = [("a name space", space) for _, space in sorted(pairs) if not space.startswith(_SCHEMAS)]
    return own + [("the prefix of a name space", prefix) for prefix, _ in sorted(pairs) if len(prefix) > 3]


def _local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""


def _is_word(element: etree._Element) -> bool:
    return isinstance(element.tag, str) and element.tag.startswith(_RUNNING_TEXT)
