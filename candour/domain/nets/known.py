"""Which English words are known? What is not known may be a name nobody has decided on."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from candour.domain.leaks.everyday import everyday_words


@cache
def known_words() -> frozenset[str]:
    """Some forty thousand in lower case: everyday_words.txt, more_words.txt and case_words.txt."""
    found = set(everyday_words())
    for name in ("more_words.txt", "case_words.txt"):
        text = files("candour.domain.packs").joinpath(name).read_text("utf-8")
        found.update(line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(found)
