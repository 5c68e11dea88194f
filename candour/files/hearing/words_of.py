"""The words of a paper, piece by piece, as the nets read them before it may stand in an open bundle."""

from __future__ import annotations

from collections.abc import Iterator

import pypdfium2

from candour.files.hearing.contents import Body, Grid, NotTaken, Pages, Written


def words_of(body: Body) -> tuple[str, ...]:
    """Every word that is set for it; of pages that came as they are, what can be read on them."""
    if isinstance(body, Written):
        return (body.lead, *_set(body))
    if isinstance(body, Pages):
        return (*_read(body.content), *body.left_out, *(one.fault for one in body.sheets))
    return (body.why,) if isinstance(body, NotTaken) else ()


def _set(body: Written) -> Iterator[str]:
    for one in body.blocks:
        if isinstance(one, Grid):
            yield one.called
            yield from one.columns
            yield from (cell for row in one.rows for cell in row)
        else:
            yield one.words


def words_on_pages(content: bytes) -> list[str]:
    """What can be read on each page of a finished PDF, with single blanks."""
    return [" ".join(words.split()) for words in _read(content)]


def _read(content: bytes) -> Iterator[str]:
    document = pypdfium2.PdfDocument(content)
    try:
        for page in document:
            yield page.get_textpage().get_text_bounded().replace("\0", " ")  # which no database keeps
    finally:
        document.close()
