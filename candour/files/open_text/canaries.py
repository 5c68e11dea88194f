"""Known-bad files, made anew in memory for each run: a checker that does not catch them checks nothing.

Each holds made-up secrets in plain sight and in disguise, put there by hand-written bytes, with nothing
borrowed from the code that must find them.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable
from functools import cache

from candour.domain.leaks import Finder, Person, Register
from candour.files.open_text.opened import OpenFile
from candour.files.open_text.reading import read_file

_REGISTER = Register(
    people=(Person("Zephyrina Quistlethorpe"), Person("Obadiah Wexcombe-Tarn")),
    words=("vermilion pangolin",),
    numbers=("702 841 5516",),
)
_ALL = {"people[0].name", "people[1].name", "words[0]", "numbers[0]"}
_SECRETS = (
    "Zephyrina Quistlethorpe",
    "W\u0435xc\u043emb\u0435-\nT\u00e1rn",  # Cyrillic letters, an accent, over two lines
    "dmVybWlsaW9uIHBhbmdvbGlu",  # base64
    "7-0-2/8.4.1 5516",
)


def missed() -> list[str]:
    """The canaries that were not caught, by name. Not empty: no answer of this run may be trusted."""
    finder = Finder(_REGISTER)
    return [name for name, make in CANARIES.items() if not _is_caught(read_file(name, make()), finder)]


def _is_caught(canary: OpenFile, finder: Finder) -> bool:
    return {leak.item for leak in finder.find(canary.pieces)} >= _ALL


def _text() -> bytes:
    return ("Nothing here.\n" + "\nNor here.\n".join(_SECRETS)).encode()


def _page() -> bytes:
    name, alias, coded, number = _SECRETS
    first, second = name.split()
    return (
        f"<!doctype html><title>Report</title><p title='{number}'>A {first[:4]}<b>{first[4:]}</b> {second}"
        f"<!-- {alias} --><style>p::after {{ content: '{coded}' }}</style>"
    ).encode()


def _word_document() -> bytes:
    name, alias, coded, number = _SECRETS
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    kinds = "http://schemas.openxmlformats.org/package/2006/content-types"
    runs = "".join(f"<w:r><w:t>{half}</w:t></w:r>" for half in (name[:13], name[13:]))
    parts = {
        "[Content_Types].xml": f"<Types xmlns='{kinds}'></Types>",
        "word/document.xml": f"<w:document xmlns:w='{space}'><w:body><w:p>{runs}<w:r><w:rPr>"
        f"<w:vanish/></w:rPr><w:t>{number}</w:t></w:r></w:p></w:body></w:document>",
        "word/footnotes.xml": f"<w:footnotes xmlns:w='{space}'><w:p><w:del><w:r><w:delText>{alias}"
        "</w:delText></w:r></w:del></w:p></w:footnotes>",
        "docProps/custom.xml": f"<Properties><property name='x'>{coded}</property></Properties>",
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as document:
        for part, text in parts.items():
            document.writestr(part, text)
    return packed.getvalue()


def _pdf() -> bytes:
    name, alias, coded, number = _SECRETS
    letters = " ".join(f"({letter}) Tj 9 0 Td" for letter in name.replace(" ", ""))
    drawing = zlib.compress(f"BT /F 9 Tf 3 Tr 20 90 Td {letters} ET".encode())
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 99]/Contents 4 0 R/Annots[6 0 R]"
        b"/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(drawing), drawing),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents<FEFF%s>>>"
        % alias.encode("utf-16-be").hex().encode(),
        b"<</Title(%s)/Subject(%s)>>" % (number.encode(), coded.encode()),
    )
    made = b"%PDF-1.7\n"
    places = []
    for place, thing in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj%s\nendobj\n" % (place, thing)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        b"%sxref\n0 8\n0000000000 65535 f \n%strailer<</Size 8/Root 1 0 R/Info 7 0 R>>\n"
        b"startxref\n%d\n%%%%EOF\n"
        % (
            made,
            table,
            len(made),
        )
    )


CANARIES: dict[str, Callable[[], bytes]] = {
    "canary.txt": cache(_text),
    "canary.html": cache(_page),
    "canary.docx": cache(_word_document),
    "canary.pdf": cache(_pdf),
}
