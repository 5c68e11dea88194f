"""Which words stand where on the pages of a PDF, and which lines are drawn there?

Runs as a program of its own, with a ceiling on its memory and work where the system gives one: foreign code
reads the PDF, and a file may be made to lead it astray. The file comes in, a JSON object a page goes out, and
at the end "done" or what is wrong. It imports nothing of Candour, so it needs to be told no paths.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

try:
    import resource
except ImportError:  # Windows sets no such ceilings: there only whoever started this program keeps its time
    resource = None  # type: ignore[assignment]

CEILINGS = resource is not None
MEMORY = 350 * 2**20
SECONDS = (2, 4)
"""Of work: for the smallest file, and at most; one more for each MB."""
WORDS = 400_000
LETTERS = 100_000
"""On a page: more than a person could read there."""
PAGES = 2_000
DRAWN = 20_000
"""Lines and boxes on a page: more than these are a picture, and no table."""
HYPHENS = str.maketrans("\x02\ufffe", "--")
"""What the foreign code makes of a hyphen at the end of a line; no space follows it."""
_WORD = re.compile(r"[^\s\0\x02\ufffe]+[\x02\ufffe]?|[\x02\ufffe]")
THIN = 2.5
"""Points. A drawn shape is a line where it is no thicker."""

Box = tuple[float, float, float, float]
"""Left, bottom, right, top, in points from the lower left corner of the page as it lies in the file."""


def main() -> int:
    _keep_within("RLIMIT_AS", MEMORY, MEMORY)
    content = sys.stdin.buffer.read()
    seconds = min(SECONDS[0] + len(content) // 2**20, SECONDS[1])
    _keep_within("RLIMIT_CPU", seconds, seconds + 1)
    try:
        for line in _pages(content):
            print(json.dumps(line, ensure_ascii=True, separators=(",", ":")))
        said = "done"
    except pdfium.PdfiumError as broken:
        said = "locked" if "password" in str(broken).casefold() else "damaged"
    except MemoryError:
        said = "too much"
    except _Unfit as unfit:
        said = str(unfit)
    print(json.dumps(said))
    return 0


def _keep_within(what: str, soft: int, hard: int) -> None:
    """A ceiling, where there is one to set: macOS knows the one for memory and may refuse to set it."""
    if CEILINGS:
        with suppress(AttributeError, OSError, ValueError):
            resource.setrlimit(getattr(resource, what), (soft, hard))


class _Unfit(Exception):
    """The PDF is sound, and still none that can be read here."""


def _pages(content: bytes) -> Iterator[dict[str, Any]]:
    document = pdfium.PdfDocument(content)
    if document.get_formtype():
        raise _Unfit("form")
    if len(document) > PAGES:
        raise _Unfit("too much")
    words = 0
    for number in range(len(document)):
        page = document[number]
        shape = _Turned(page)
        said = [*_words(page, shape)]
        words += len(said)
        if words > WORDS:
            raise _Unfit("too much")
        yield {"height": shape.height, "words": said, **_drawn(page, shape)}
        page.close()


class _Turned:
    """Where a point of the file stands on the page as a person sees it: x to the right, y downwards."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self.turn = page.get_rotation() % 360
        self.width, self.height = page.get_size()
        left, bottom, right, top = page.get_mediabox()
        self.left, self.bottom, self.right, self.top = left, bottom, right, top

    def box(self, box: Box) -> Box:
        """Left, top, right, bottom, as seen."""
        x0, y0, x1, y1 = box
        seen = {
            0: (x0 - self.left, self.top - y1, x1 - self.left, self.top - y0),
            90: (y0 - self.bottom, x0 - self.left, y1 - self.bottom, x1 - self.left),
            180: (self.right - x1, y0 - self.bottom, self.right - x0, y1 - self.bottom),
            270: (self.top - y1, self.right - x1, self.top - y0, self.right - x0),
        }[self.turn]
        return (round(seen[0], 1), round(seen[1], 1), round(seen[2], 1), round(seen[3], 1))


def _words(page: pdfium.PdfPage, shape: _Turned) -> Iterator[tuple[float, float, float, float, str]]:
    """From one space to the next. Only the first and the last letter of a word are asked where they stand."""
    text = page.get_textpage()
    letters = text.count_chars()
    if letters > LETTERS:
        raise _Unfit("too much")
    said = text.get_text_range(0, letters) if letters else ""
    if len(said) != letters:  # a letter beyond the common ones counts twice: each is asked by itself
        said = "".join(chr(raw.FPDFText_GetUnicode(text.raw, number)) for number in range(letters))
    for found in _WORD.finditer(said):
        left, top, _, bottom = first = _box(text, found.start(), shape)
        _, last_top, right, last_bottom = _box(text, found.end() - 1, shape)
        if right < left or abs(last_top - top) > bottom - top:  # not beside each other: not one word
            for number in range(*found.span()):
                yield (*_box(text, number, shape), said[number])
            continue
        words = found.group().translate(HYPHENS)
        yield left, min(top, last_top), max(first[2], right), max(bottom, last_bottom), words


def _box(text: pdfium.PdfTextPage, number: int, shape: _Turned) -> Box:
    box = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(text.raw, number, box)
    return shape.box((box.left, box.bottom, box.right, box.top))


def _drawn(page: pdfium.PdfPage, shape: _Turned) -> dict[str, Any]:
    """Lines drawn across and down, the edges of boxes among them; and how many pictures there are."""
    across, down, pictures = [], [], 0
    for number, one in enumerate(page.get_objects(max_depth=2)):
        if number > DRAWN:
            raise _Unfit("too much")
        if one.type == raw.FPDF_PAGEOBJ_IMAGE:
            pictures += 1
        if one.type != raw.FPDF_PAGEOBJ_PATH:
            continue
        x0, y0, x1, y1 = shape.box(one.get_bounds())
        flat, upright = y1 - y0 <= THIN, x1 - x0 <= THIN
        if flat or not upright:
            across += [(y, x0, x1) for y in ([(y0 + y1) / 2] if flat else [y0, y1])]
        if upright or not flat:
            down += [(x, y0, y1) for x in ([(x0 + x1) / 2] if upright else [x0, x1])]
    return {"across": across, "down": down, "pictures": pictures}


if __name__ == "__main__":
    sys.exit(main())
