"""Which words stand where on the pages of a PDF, and which lines are drawn there?

Runs as a program of its own, with a ceiling on its memory and time: foreign code reads the PDF, and a file
may be made to lead it astray. The file comes in, a JSON object a page goes out, and at the end "done" or what
is wrong. It imports nothing of Candour, so it needs to be told no paths.
"""

from __future__ import annotations

import json
import resource
import sys
from collections.abc import Iterator
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

MEMORY = 350 * 2**20
SECONDS = 4
WORDS = 400_000
PAGES = 2_000
DRAWN = 20_000
"""Lines and boxes on a page: more than these are a picture, and no table."""
HYPHEN = "\x02"
"""What the foreign code makes of a hyphen at the end of a line."""
THIN = 2.5
"""Points. A drawn shape is a line where it is no thicker."""

Box = tuple[float, float, float, float]
"""Left, bottom, right, top, in points from the lower left corner of the page as it lies in the file."""


def main() -> int:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
    try:
        for line in _pages(sys.stdin.buffer.read()):
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
    """Letters up to the next space, or to a gap that is wider than one."""
    text = page.get_textpage()
    box = raw.FS_RECTF()
    letters: list[str] = []
    left = top = right = bottom = 0.0
    for number in range(text.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(text.raw, number))
        if letter == HYPHEN:
            letter = "-"
        if letter.isspace() or letter in "\0\ufffe":
            if letters:
                yield left, top, right, bottom, "".join(letters)
                letters = []
            continue
        raw.FPDFText_GetLooseCharBox(text.raw, number, box)
        x0, y0, x1, y1 = shape.box((box.left, box.bottom, box.right, box.top))
        if letters and (x0 - right > 0.4 * (bottom - top) or x0 < left or abs(y0 - top) > bottom - top):
            yield left, top, right, bottom, "".join(letters)
            letters = []
        if letters:
            right, top, bottom = max(right, x1), min(top, y0), max(bottom, y1)
        else:
            left, top, right, bottom = x0, y0, x1, y1
        letters.append(letter)
    if letters:
        yield left, top, right, bottom, "".join(letters)


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
