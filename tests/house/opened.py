"""Whatever is sent to somebody, opened and read: headers, cookies, pages, files and the files inside them."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from candour.files.open_text import read_file


def all_sent(answer: Any) -> str:
    """All that a browser is sent, by other code than wrote it."""
    content: bytes = b"".join(answer) if answer.streaming else answer.content
    beside = [f"{name}: {value}" for name, value in answer.headers.items()]
    return " ".join([*beside, *map(str, answer.cookies.values()), words_in(content)])


def words_in(content: bytes) -> str:
    """Of a file of zipped parts, those of its parts, however deep; of a PDF, all that its reader finds."""
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            return " ".join(f"{name} {words_in(parts.read(name))}" for name in parts.namelist())
    if content.startswith(b"%PDF"):
        return " ".join(piece.text for piece in read_file("file.pdf", content).pieces)
    return content.decode("utf-8", "replace")
