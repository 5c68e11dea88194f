"""Every word that a bundle makes public beside its files, so that it can be searched for what must not leak.

The release check reads the finished files. Headlines, answers, actions and dissent travel in the manifest,
and are often written later: they need the same check before the bundle is signed.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from candour.files.bundles.contents import Bundle, OpenFile, Withdrawal


def words_of(contents: Bundle | Withdrawal) -> str:
    """A text with one line for each piece, in the order of the bundle."""
    return "\n".join(_pieces(contents)) + "\n"


def _pieces(value: object) -> Iterator[str]:
    if isinstance(value, OpenFile):
        return
    if isinstance(value, str):
        yield from [value] if value else []
    elif isinstance(value, tuple):
        for one in value:
            yield from _pieces(one)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _pieces(getattr(value, field.name))
