"""Reads the returns a command names: all of them, or none and every trouble said at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from candour.cli.progress import watched
from candour.domain.chronology.packed_returns import Packed, packed, unpacked
from candour.domain.chronology.returned import Returned, interpret
from candour.domain.chronology.shares import ONE_SHARE, Shares
from candour.domain.returns.mapping import NOTHING_SAID, Said
from candour.domain.trouble import Trouble, Troubles
from candour.files.returns.reading import read_return

WORTH_A_SHARE = 2**20
"""Bytes. Returns smaller than this together are read before another process has begun."""
HANDED_OVER = 1.4
"""So much more work is a return that is read elsewhere: packed there, unpacked here."""


def read_returns(
    paths: Sequence[Path], said: Mapping[str, Said], shares: Shares = ONE_SHARE
) -> list[Returned]:
    """Every return with the fate of its rows. Raises Troubles that names each file that cannot be read.

    The rows as they were sent are let go of: each has its fate. `shares` says whether some of the files
    are read side by side; what is read is the same.
    """
    read: dict[Path, Returned | Trouble] = {}
    here, *beside = _parted(paths, shares.many)
    work = [partial(_read_all, here, said), *(partial(_read_packed, one, said) for one in beside)]
    first, *others = shares.side_by_side(work)
    read.update(zip(here, first, strict=True))
    for part, done in zip(beside, others, strict=True):
        for path, one in zip(part, done, strict=True):
            read[path] = one if isinstance(one, Trouble) else unpacked(one)
    troubles = _wrongly_named(paths, said)
    troubles += [one for path in paths if isinstance(one := read[path], Trouble)]
    if troubles:
        raise Troubles(troubles)
    return [one for path in paths if isinstance(one := read[path], Returned)]


def _parted(paths: Sequence[Path], many: int) -> list[list[Path]]:
    """As many parts as are worth it, about equal in work; the largest files are dealt out first.

    The first is read where it is wanted.
    """
    sizes = {path: path.stat().st_size if path.is_file() else 0 for path in paths}
    parts: list[list[Path]] = [[] for _ in range(many if sum(sizes.values()) >= WORTH_A_SHARE else 1)]
    work = [0.0] * len(parts)
    for path in sorted(paths, key=sizes.__getitem__, reverse=True):
        least = work.index(min(work))
        parts[least].append(path)
        work[least] += sizes[path] * (HANDED_OVER if least else 1.0)
    return [parts[0], *filter(None, parts[1:])]


def _read_all(paths: Sequence[Path], said: Mapping[str, Said]) -> list[Returned | Trouble]:
    return [_read(path, said) for path in watched(paths, "Reading returns")]


def _read_packed(paths: Sequence[Path], said: Mapping[str, Said]) -> list[Packed | Trouble]:
    read = (_read(path, said) for path in paths)
    return [packed(one) if isinstance(one, Returned) else one for one in read]


def _read(path: Path, said: Mapping[str, Said]) -> Returned | Trouble:
    try:
        returned = interpret(read_return(path), said.get(path.name, NOTHING_SAID))
    except Trouble as trouble:
        return trouble
    tables = tuple(replace(table, rows=()) for table in returned.file.tables)
    return replace(returned, file=replace(returned.file, tables=tables))


def _wrongly_named(paths: Sequence[Path], said: Mapping[str, Said]) -> list[Trouble]:
    """Two files of one name could not be told apart in the ledger; a map of no file would be passed over."""
    counts = Counter(path.name for path in paths)
    twice = [
        Trouble(
            f"Two returns are called {name}.", where=name, do="Rename one, so that its rows can be found."
        )
        for name, count in counts.items()
        if count > 1
    ]
    nowhere = [
        Trouble(
            f"The map speaks of {name}, which is not among the returns.",
            where=name,
            do=f"Use the name of a file given: {', '.join(sorted(counts))}.",
        )
        for name in said
        if name not in counts
    ]
    return twice + nowhere
