"""Reads the returns a command names: all of them, or none and every trouble said at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from candour.cli.progress import watched
from candour.domain.chronology.returned import Returned, interpret
from candour.domain.returns.mapping import NOTHING_SAID, Said
from candour.domain.returns.tables import ReturnFile
from candour.domain.trouble import Trouble, Troubles
from candour.files.returns.reading import read_return


def read_returns(paths: Sequence[Path], said: Mapping[str, Said]) -> list[Returned]:
    """Every return with the fate of its rows. Raises Troubles that names each file that cannot be read."""
    troubles = _wrongly_named(paths, said)
    returned = []
    with _read_ahead(paths) as files:
        for path, file in zip(paths, watched(files, "Reading returns"), strict=True):
            try:
                returned.append(interpret(file.result(), said.get(path.name, NOTHING_SAID)))
            except Trouble as trouble:
                troubles.append(trouble)
    if troubles:
        raise Troubles(troubles)
    return returned


@contextmanager
def _read_ahead(paths: Sequence[Path]) -> Iterator[list[Future[ReturnFile]]]:
    """One file after another, on a thread beside: most of the reading is not done in Python.

    So the next file is read while the last is interpreted. What is read is the same, and in the same order.
    """
    reader = ThreadPoolExecutor(max_workers=1)
    try:
        yield [reader.submit(read_return, path) for path in paths]
    finally:
        reader.shutdown(cancel_futures=True)


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
